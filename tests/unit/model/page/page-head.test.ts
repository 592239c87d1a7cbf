import { expect, it } from 'vitest';
import { headSubject } from '../../../../src/model/page/page-head.ts';
import type { PageInfo } from '../../../../src/slices/slice.ts';

const PAGE = { api: 'shop', id: 'id', schemaPages: {}, tagPages: {} };

it.each<[string, Partial<PageInfo> & Pick<PageInfo, 'kind' | 'title'>, string | undefined]>([
  ['method and path', { kind: 'operation', title: 'List', method: 'get', path: '/a' }, 'GET /a'],
  ['no path twice', { kind: 'operation', title: 'GET /a', method: 'get', path: '/a' }, undefined],
  [
    'one line',
    { kind: 'operation', title: 'List', method: 'get', path: '/a\n\u202e b' },
    'GET /a b',
  ],
  ['the name of a webhook', { kind: 'webhook', title: 'Sold out', path: 'stockLow' }, 'stockLow'],
  ['no name twice', { kind: 'webhook', title: 'Stock low', path: 'stockLow' }, undefined],
  ['the name of a schema', { kind: 'schema', title: 'A book', name: 'Book' }, 'Book'],
  ['no name of a schema twice', { kind: 'schema', title: 'Book', name: 'Book' }, undefined],
  ['no name of a tag', { kind: 'tag', title: 'Orders', name: 'orders-v2' }, undefined],
  ['nothing for an API', { kind: 'info', title: 'Shop' }, undefined],
])('a title goes with %s', (_name, page, name) => {
  expect(headSubject({ ...PAGE, ...page }).name).toBe(name);
});
