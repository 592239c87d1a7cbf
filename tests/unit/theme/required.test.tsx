import { expect, test } from 'vitest';
import type { Document } from '../../../src/openapi/types.ts';
import { drawPages } from '../../support/draw.tsx';

const body = { 'application/json': { schema: { $ref: '#/components/schemas/Book' } } };
const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  paths: {
    '/books': {
      post: {
        operationId: 'add',
        requestBody: { content: body },
        responses: { 201: { description: 'ok', content: body } },
      },
    },
  },
  components: {
    schemas: {
      Book: {
        required: ['id', 'title', 'author', 'pages'],
        properties: { id: { readOnly: true }, title: {}, author: {}, pages: {}, note: {} },
      },
    },
  },
} as unknown as Document;

/** The fields with the given prefix that are marked, and those that are not. */
function marksOf(html: string, prefix: string): string[] {
  const heads = html.matchAll(new RegExp(`<li id="${prefix}-(\\w+)"[^>]*>(.*?)</div>`, 'g'));
  return Array.from(heads, ([, name, head = '']) =>
    head.includes('<b class="_mark') && head.includes(' required</b>')
      ? `${name} required`
      : `${name}`,
  );
}

test('required is marked in the same way in requests, responses and on the page of a schema', async () => {
  const pages = await drawPages(DOCUMENT);
  const add = pages.get('add')?.html ?? '';
  const fields = ['title required', 'author required', 'pages required', 'note'];
  expect(marksOf(add, 'request')).toEqual(fields);
  expect(marksOf(add, 'response-201')).toEqual(['id required', ...fields]);
  expect(marksOf(pages.get('schemas/book')?.html ?? '', 'schema')).toEqual([
    'id required',
    ...fields,
  ]);
  expect(add).toContain('Required fields are always present.');
  expect(add).not.toContain('optional');
});
