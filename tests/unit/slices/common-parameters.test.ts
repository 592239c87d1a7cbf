import { expect, it } from 'vitest';
import type { Document } from '../../../src/openapi/types.ts';
import { planPages } from '../../../src/slices/plan.ts';
import type { PageInfo } from '../../../src/slices/slice.ts';
import { buildSlices } from '../../../src/slices/slices.ts';

const query = (name: string, more: object = {}): object => ({
  name,
  in: 'query',
  schema: { type: 'string' },
  ...more,
});

/** The parameters of the first operation that are not its own; `n` more operations have `others`. */
function commonOf(first: object[], others: object[], n = 1, method = 'get'): unknown {
  const paths = Object.fromEntries(
    Array.from({ length: n + 1 }, (_, at) => [
      `/a${at}`,
      { [method]: { operationId: `a${at}`, parameters: at === 0 ? first : others, responses: {} } },
    ]),
  );
  const document = {
    openapi: '3.1.0',
    info: { title: 'A', version: '1' },
    paths,
    components: { parameters: { Page: query('page_size') } },
  } as unknown as Document;
  const { plan } = planPages(document, 'a');
  const slice = buildSlices(document, plan).find(({ page }) => page.path === '/a0');
  const { commonParameters }: PageInfo = JSON.parse(slice?.json ?? '{}')['x-page'];
  return commonParameters;
}

const PAGE = { $ref: '#/components/parameters/Page' };

it.each<[case_: string, common: unknown, expected: object | undefined]>([
  [
    'parameters of lists, by their names',
    commonOf(
      [query('name'), PAGE, query('q'), query('ordering')],
      [query('pageSize'), PAGE, query('q', { schema: {} }), query('ordering')],
    ),
    { page_size: 'pagination', q: 'search', ordering: 'sorting' },
  ],
  ['those that no other operation has', commonOf([PAGE, query('q')], []), undefined],
  ['those that are no options of a list', commonOf([PAGE], [PAGE], 1, 'post'), undefined],
  ['those that are required', commonOf([query('q', { required: true })], [query('q')]), undefined],
  [
    'those in another place',
    commonOf([query('page', { in: 'header' })], [query('page')]),
    undefined,
  ],
  ['what five operations have', commonOf([query('x')], [query('x')], 4), { x: 'other' }],
  ['what four operations have', commonOf([query('x')], [query('x')], 3), undefined],
  [
    'another parameter of the name',
    commonOf([query('x')], [query('x', { schema: {} })], 9),
    undefined,
  ],
])('%s', (_, common, expected) => {
  expect(common).toEqual(expected);
});
