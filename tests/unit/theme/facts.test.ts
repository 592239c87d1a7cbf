import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/openapi/types.ts';
import type { PageOptions } from '../../../src/slices/slice.ts';
import { drawPages } from '../../support/draw.tsx';
import { textOf } from '../../support/html.ts';

/** The text of the page of an operation with a parameter `a_name` and a body. */
async function textWith(
  parameter: object,
  operation = {},
  extensions: readonly string[] = [],
  rest = {},
) {
  const get = {
    operationId: 'get',
    parameters: [{ name: 'a_name', in: 'query', ...parameter }],
    responses: {},
    ...operation,
  };
  const document = {
    openapi: '3.1.1',
    info: { title: 'T', version: '1' },
    paths: { '/': { get } },
    ...rest,
  };
  const pages = await drawPages(document as unknown as Document, { extensions });
  return textOf(pages.get('get')?.html ?? '');
}

describe('the title of a schema', () => {
  it.each([
    ['that says more than the name is shown', 'Name of the owner', true],
    ['that says the same is not', 'A name', false],
  ])('%s', async (_name, title, isShown) => {
    const text = await textWith({ schema: { type: 'string', title } });
    expect(text.includes(title)).toBe(isShown);
  });
});

describe('facts that few documents have', () => {
  it.each([
    ['of an object', { type: 'object', format: 'uri-map' }],
    ['of a map', { additionalProperties: { type: 'string' }, format: 'uri-map' }],
    ['of a list', { type: 'array', items: { type: 'string' }, format: 'uri-map' }],
    ['of a choice', { oneOf: [{ type: 'string' }, { type: 'integer' }], format: 'uri-map' }],
    ['of a string', { type: 'string', format: 'uri-map' }],
    ['of anything', { format: 'uri-map' }],
  ])('a format %s is shown once', async (_name, schema) => {
    const text = await textWith({ schema });
    expect(text.split('uri-map')).toHaveLength(2);
  });

  it('the title of what is referred to without a page of its own is shown', async () => {
    const text = await textWith({ schema: { $ref: '#/x-parts/owner' } }, {}, [], {
      'x-parts': { owner: { title: 'Whose it is', type: 'object' } },
    });
    expect(text).toContain('Whose it is');
  });

  it('where the parameter of a callback stands is said', async () => {
    const parameters = [{ name: 'attempt', in: 'query', schema: { type: 'integer' } }];
    const post = { parameters, responses: {} };
    const text = await textWith({}, { callbacks: { done: { '{$url}': { post } } } });
    expect(text).toMatch(/Query parameters attempt/);
  });
});

describe('extensions', () => {
  const parameter = { 'x-a': 'of the parameter', schema: { 'x-a': 'of the schema' } };
  const operation = { 'x-a': { b: [1] }, 'x-other': 'hidden' };

  it('of operations and parameters are shown where they are asked for', async () => {
    const text = await textWith(parameter, operation, ['x-a', 'x-none']);
    expect(text).toContain('x-a {"b":[1]}');
    expect(text).toContain('x-a of the parameter');
    expect(text).not.toMatch(/x-other|x-none/);
  });

  it('of schemas are shown always, others are not', async () => {
    const text = await textWith(parameter, operation);
    expect(text).toContain('x-a of the schema');
    expect(text).not.toMatch(/x-a \{|of the parameter/);
  });
});

describe('the address of the document and the dialect of its schemas', () => {
  it('stand on the first page', async () => {
    const pages = await drawPages({
      openapi: '3.2.0',
      $self: 'https://example.com/openapi.json',
      jsonSchemaDialect: 'https://example.com/dialect',
      info: { title: 'T', version: '1' },
      paths: {},
    });
    const text = textOf(pages.get('t')?.html ?? '');
    expect(text).toContain('Document https://example.com/openapi.json');
    expect(text).toContain('Schema dialect https://example.com/dialect');
  });
});

describe('the order of parameters and properties', () => {
  const query = (name: string, required?: true) => ({ name, in: 'query', required, schema: {} });
  const get = {
    operationId: 'get',
    parameters: [query('a_first'), query('b_needed', true), query('c_last')],
    requestBody: {
      content: {
        'application/json': {
          schema: { properties: { d_first: {}, e_needed: {}, f_last: {} }, required: ['e_needed'] },
        },
      },
    },
    responses: {
      200: {
        description: '',
        content: {
          'application/json': {
            schema: { properties: { g_first: {}, h_needed: {} }, required: ['h_needed'] },
          },
        },
      },
    },
  };
  const document = {
    openapi: '3.1.1',
    info: { title: 'T', version: '1' },
    paths: { '/': { get } },
  };
  const namesIn = async (options: PageOptions): Promise<string[]> => {
    const pages = await drawPages(document as unknown as Document, options);
    const html = pages.get('get')?.html ?? '';
    return Array.from(html.matchAll(/<li id="[a-z\d-]+-([a-h]_\w+)"/g), ([, name = '']) => name);
  };

  const inDocument = ['a_first', 'b_needed', 'c_last', 'd_first', 'e_needed', 'f_last'];
  const sorted = ['b_needed', 'a_first', 'c_last', 'e_needed', 'd_first', 'f_last'];
  const received = ['g_first', 'h_needed'];
  const receivedSorted = ['h_needed', 'g_first'];

  it('has the required ones first in requests', async () => {
    expect(await namesIn({})).toEqual([...sorted, ...received]);
  });

  it('is that of the document where the maintainer asks for it', async () => {
    expect(await namesIn({ requiredFirst: false })).toEqual([...inDocument, ...received]);
  });

  it('has them first in responses as well where the maintainer asks for it', async () => {
    expect(await namesIn({ requiredFirst: true })).toEqual([...sorted, ...receivedSorted]);
  });
});
