import { expect, test } from 'vitest';
import type { PageModel } from '../../../src/model/page/page.ts';
import type { Document } from '../../../src/openapi/types.ts';
import { Names } from '../../../src/search/collect.ts';
import type { PageOptions } from '../../../src/slices/slice.ts';
import { drawPages } from '../../support/draw.tsx';
import { textOf } from '../../support/html.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

function documentOf(parts: object): Document {
  return { openapi: '3.1.0', info: { title: 'Shop', version: '1' }, ...parts } as Document;
}

/** The pages of a document by their ids: HTML, and the text of it. */
async function draw(parts: object, options?: PageOptions) {
  const drawn = await drawPages(documentOf(parts), options);
  const html = (id: string): string => drawn.get(id)?.html ?? '';
  return {
    html,
    text: (id: string) => textOf(html(id)),
    model: (id: string) => drawn.get(id)?.model as PageModel,
  };
}

/** A page of a schema `It`, as text. */
async function schemaText(schema: object, others: object = {}): Promise<string> {
  const { text } = await draw({ components: { schemas: { It: schema, ...others } } });
  return text('schemas/it');
}

const WEBHOOK = {
  webhooks: {
    paid: {
      post: {
        operationId: 'paid',
        parameters: [{ name: 'X-Hook-Signature', in: 'header', schema: { type: 'string' } }],
        requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
        responses: { 204: { description: 'Got it.' } },
      },
    },
  },
};

test('a webhook says who receives it and who answers, an operation does not', async () => {
  const { text } = await draw({
    ...WEBHOOK,
    paths: { '/a': { get: { operationId: 'a', responses: { 200: { description: 'Fine.' } } } } },
  });
  expect(text('paid')).toContain('The API sends this request to your server');
  expect(text('paid')).toContain('What your server returns');
  expect(text('a')).not.toMatch(/The API sends|your server/);
});

test('a webhook is found by its header', async () => {
  const names = new Names();
  names.add((await draw(WEBHOOK)).model('paid'));
  const found = names.all().find(({ name }) => name === 'X-Hook-Signature');
  expect(found?.places).toMatchObject([{ at: 'paid#header-X-Hook-Signature' }]);
});

test('a document of components alone lists its schemas on its first page', async () => {
  const schemas = { Book: { description: 'What is read.' }, Author: {} };
  const { html, text } = await draw({ components: { schemas } });
  expect(html('shop')).toContain('href="/reference/api/schemas/book/"');
  expect(text('shop')).toMatch(/Schemas.*Book What is read\..*Author/);
  const withPaths = await draw({
    components: { schemas },
    paths: { '/a': { get: { responses: {} } } },
  });
  expect(withPaths.html('shop')).not.toContain('/schemas/book/');
});

test.each([
  ['application/octet-stream', 'file'],
  ['image/png', 'file'],
  ['application/pdf; version=1', 'file'],
  ['text/plain', 'text'],
  ['application/json', 'any JSON value'],
  ['application/problem+json', 'any JSON value'],
  ['application/xml', 'any XML'],
  ['x/y', 'any content'],
])('a body of %s without a schema is called %s', async (mediaType, word) => {
  const { text } = await draw({
    paths: {
      '/a': {
        get: { operationId: 'a', responses: { 200: { content: { [mediaType]: {} } } } },
      },
    },
  });
  expect(text('a').split(mediaType).at(-1)?.trim()).toBe(word);
});

test('names that could not be seen are in quotes', async () => {
  const text = await schemaText({
    properties: { '': {}, ' ': {}, ' a': {}, 'b c': {} },
    required: [''],
  });
  for (const name of ['""', '" "', '" a"']) expect(text).toContain(`${name} any`);
  expect(text).toContain(' b c any');
});

test('a choice between required properties is one of objects', async () => {
  const text = await schemaText({
    type: 'object',
    properties: { a: { type: 'string' }, b: { type: 'string' } },
    anyOf: [{ required: ['a'] }, { required: ['b'] }],
  });
  expect(text).toMatch(/with a.*with b.*object required a.*object required b/);
  expect(text).not.toContain('any ');
});

test.each<[string, object, string | undefined]>([
  ['a reference', ref('Book'), 'Same as: Book'],
  ['an allOf of one', { allOf: [ref('Book')] }, 'Same as: Book'],
  ['with a note', { allOf: [ref('Book')], description: 'A note.' }, 'Same as: Book'],
  ['through another', ref('Alias'), 'Same as: Alias, Book'],
  ['with more', { allOf: [ref('Book'), { properties: { a: {} } }] }, 'Includes all of: Book'],
  ['with more asked', { allOf: [ref('Book')], required: ['title'] }, 'Includes all of: Book'],
  ['several', { allOf: [ref('Book'), ref('Page')] }, 'Includes all of: Book, Page'],
])('another name for a schema is called that: %s', async (_name, schema, note) => {
  const text = await schemaText(schema, {
    Book: { properties: { title: { type: 'string' } } },
    Page: { properties: { number: { type: 'integer' } } },
    Alias: ref('Book'),
  });
  expect(/(Same as|Includes all of): \w+(, \w+)*/.exec(text)?.[0]).toBe(note);
});

test('the introduction explains pages of lists and errors: fields, limits, and an example of each body', async () => {
  const page = {
    name: 'page_size',
    in: 'query',
    description: 'How many.',
    schema: { type: 'integer', default: 20, maximum: 100 },
  };
  const search = { name: 'search', in: 'query', schema: { type: 'string' } };
  const json = (schema: object, rest = {}) => ({
    description: '',
    content: { 'application/json': { schema, ...rest } },
  });
  const list = (item: string) => ({
    get: {
      parameters: [page, search],
      responses: {
        200: json({
          type: 'object',
          required: ['pagination', 'results'],
          properties: {
            pagination: ref('Pagination'),
            results: { type: 'array', items: ref(item) },
          },
        }),
        400: json(ref('Invalid')),
        404: json(ref('Missing'), item === 'Pet' ? { example: { detail: 'No such pet.' } } : {}),
      },
    },
  });
  const fields = (names: string) =>
    Object.fromEntries(names.split(' ').map((name) => [name, { type: 'integer' }]));
  const { html, text, model } = await draw({
    paths: { '/pets': list('Pet'), '/toys': list('Toy') },
    components: {
      schemas: {
        Pet: { type: 'object', properties: { pet_secret: { type: 'string' } } },
        Toy: { type: 'object', properties: { toy_secret: { type: 'string' } } },
        Pagination: {
          type: 'object',
          required: ['next', 'current', 'total_pages'],
          properties: {
            ...fields('current total_pages'),
            next: { type: 'integer', description: 'The page &#x3C;after> this one.' },
          },
        },
        Invalid: {
          type: 'object',
          description: 'Something is *wrong*.',
          properties: { email: { type: 'string' } },
        },
        Missing: { type: 'object', properties: { detail: { type: 'string' } } },
      },
    },
  });
  const all = text('shop');
  expect(all).toMatch(/page_size How many\. ?default 20 ?max 100 2/);
  expect(all).toMatch(/search .*2/);
  expect(all).toContain('pagination.next integer The page &#x3C;after> this one.');
  expect(all).toContain('results array The items of this page');
  expect(all).toContain('Invalid 400');
  expect(all).toContain('Something is wrong.');
  const info = model('shop');
  const examples = info.kind === 'info' ? info.errorBodies : [];
  expect(
    examples.map(({ example }) => [example?.generated, JSON.parse(example?.value ?? '')]),
  ).toEqual([
    [true, { email: 'jane@example.com' }],
    [false, { detail: 'No such pet.' }],
  ]);
  const body = info.kind === 'info' ? info.pageBody?.example?.value : '';
  expect(JSON.parse(body ?? '')).toEqual({
    pagination: { current: 1, total_pages: 2, next: 2 },
    results: [],
  });
  // Nothing of what is in the lists.
  expect(html('shop')).not.toContain('secret');
});
