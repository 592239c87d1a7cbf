import { expect, test } from 'vitest';
import type { Document } from '../../../src/openapi/types.ts';
import { drawPages } from '../../support/draw.tsx';

const query = (name: string, required = false): object => ({
  name,
  in: 'query',
  required,
  schema: { type: 'string' },
});
const COMMON = ['page', 'search', 'ordering'];

/** The page of a list with some parameters, in an API with another list. */
async function pageOf(parameters: readonly object[]): Promise<string> {
  const list = (id: string, own: readonly object[]) => ({
    get: {
      operationId: id,
      parameters: own,
      responses: {
        200: { description: 'ok' },
        400: {
          description: 'no',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Fault' } } },
        },
      },
    },
  });
  const document = {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    security: [{ key: [] }],
    paths: {
      '/books': list('books', parameters),
      '/pens': list(
        'pens',
        COMMON.map((name) => query(name)),
      ),
    },
    components: {
      schemas: { Fault: { type: 'object' } },
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
    },
  } as unknown as Document;
  return (await drawPages(document)).get('books')?.html ?? '';
}

/** Headings of third order and names of fields, in order. */
function outlineOf(html: string): string[] {
  const part = html.slice(html.indexOf('id="parameters-query"'), html.indexOf('id="responses"'));
  return Array.from(part.matchAll(/<h3[^>]*>([^<]*)|<li id="query-([^"]*)"/g), ([, title, name]) =>
    title ? `# ${title}` : (name ?? ''),
  );
}

test.each<[case_: string, parameters: object[], outline: string[]]>([
  [
    'required ones, those of lists, and all others',
    ['author', 'ordering', 'page', 'search'].map((name) => query(name)).concat(query('shop', true)),
    [
      'shop',
      '# Pagination, search, and sorting',
      'page',
      'search',
      'ordering',
      '# Other parameters',
      'author',
    ],
  ],
  ['without others', [query('shop', true), query('page')], ['shop', '# Pagination', 'page']],
  ['nothing else', [query('page'), query('search')], ['page', 'search']],
  ['none of lists', [query('author'), query('shop', true)], ['shop', 'author']],
])('parameters: %s', async (_, parameters, outline) => {
  expect(outlineOf(await pageOf(parameters))).toEqual(outline);
});

test('what an operation shares with others leads to the introduction', async () => {
  const html = await pageOf([query('page')]);
  for (const section of ['authentication', 'pagination', 'errors'])
    expect(html).toMatch(new RegExp(`<a href="[^"]*/#${section}">About ${section}</a>`));
});
