import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/openapi/types.ts';
import { planPages } from '../../../src/slices/plan.ts';
import type { PageInfo } from '../../../src/slices/slice.ts';
import { buildSlices } from '../../../src/slices/slices.ts';

const KEY = { type: 'apiKey', in: 'header', name: 'X-Key' };
const NEEDED = [{ name: 'q', in: 'query', required: true, schema: {} }];

/** What the page of a kind lists. */
function listsOf(document: object, kind = 'info'): PageInfo {
  const whole = { openapi: '3.1.0', info: { title: 'A', version: '1' }, ...document };
  const { plan } = planPages(whole as Document, 'a');
  const slice = buildSlices(whole as Document, plan).find(({ page }) => page.kind === kind);
  return JSON.parse(slice?.json ?? '{}')['x-page'];
}

describe('the first request is', () => {
  const paths = (...all: readonly (string | [string, object])[]) =>
    Object.fromEntries(
      all.map((one) => {
        const [path, item] = typeof one === 'string' ? [one, {}] : one;
        return [path, { get: { operationId: path, responses: {} }, ...item }];
      }),
    );
  it.each([
    ['the first GET that needs no values', paths('/a/{id}', '/b', '/c'), 'b', undefined],
    ['that of the current user', paths('/b', '/users/me/'), 'users-me', undefined],
    [
      'none with a required parameter',
      paths(['/a', { parameters: NEEDED }], ['/b', { get: { deprecated: true } }], '/c'),
      'c',
      undefined,
    ],
    [
      'one whose own parameter is not required, unlike that of its path',
      paths([
        '/a',
        {
          parameters: NEEDED,
          get: { operationId: 'a', parameters: [{ ...NEEDED[0], required: false }] },
        },
      ]),
      'a',
      undefined,
    ],
    [
      'followed by the list that it is in',
      paths('/b', '/users/me/', '/users/'),
      'users-me',
      'users',
    ],
    [
      'followed by what can be added to',
      paths('/a', '/b', ['/c', { post: { operationId: 'add' } }]),
      'a',
      'c',
    ],
    ['none', paths('/a/{id}'), undefined, undefined],
  ])('%s', (_, given, request, next) => {
    const { firstSteps } = listsOf({ paths: given });
    expect(firstSteps?.request).toBe(request);
    expect(firstSteps?.next).toBe(next);
  });

  const at = (url: string) => ({ servers: [{ url }] });
  const get = (more: object = {}) => ({ get: { operationId: 'a', responses: {}, ...more } });
  it.each([
    ['an operation at another host', get(at('https://files.example')), 'b'],
    ['a path at another host', { ...get(), ...at('//{region}.files.example/v1') }, 'b'],
    [
      'an operation at a host of its own, whatever its path',
      { ...get(at('http://x')), ...at('/v2') },
      'b',
    ],
    ['another path of the same host', get(at('https://API.example/v2')), 'a'],
    ['another protocol and server', get(at('http://{region}.api.example:80')), 'a'],
    ['a relative URL', { ...get(), ...at('/v2') }, 'a'],
    ['no servers', { ...get({ servers: [] }), servers: [] }, 'a'],
  ])('at a server of the document, not at another: %s', (_, item, request) => {
    const servers = [
      { url: 'https://api.example/v1' },
      { url: 'https://{region}.api.example:80/' },
    ];
    const other = { get: { operationId: 'b', responses: {} } };
    const { firstSteps } = listsOf({ servers, paths: { '/a': item, '/b': other } });
    expect(firstSteps?.request).toBe(request);
  });

  it('at no other host if the document names none itself', () => {
    const { firstSteps } = listsOf({ paths: { '/a': get(at('https://files.example')) } });
    expect(firstSteps).toBeUndefined();
  });

  it('authenticated as most operations are', () => {
    const secured = (id: string, security: object[]) => ({ get: { operationId: id, security } });
    const { firstSteps } = listsOf({
      components: { securitySchemes: { rare: KEY, usual: KEY } },
      paths: {
        '/open': secured('open', []),
        '/rare': secured('rare', [{ rare: [] }]),
        '/both': secured('both', [{ rare: [] }, { usual: [] }]),
        '/usual': secured('usual', [{ usual: [] }]),
        '/more': secured('more', [{ usual: [] }]),
      },
    });
    expect(firstSteps).toMatchObject({
      request: 'both',
      security: [{ usual: [] }, { rare: [] }],
    });
  });
});

describe('operations have in common', () => {
  const page = { name: 'page', in: 'query', description: 'Which page.', schema: {} };
  const list = (parameters: object[], headers = {}) => ({
    get: { parameters, responses: { 200: { description: 'ok', headers } } },
  });
  it('parameters of pages, headers of limits, and keys, by name', () => {
    const limit = { 'X-RateLimit-Limit': { $ref: '#/components/headers/limit' }, ETag: {} };
    const post = { post: { parameters: [{ name: 'Idempotency-Key', in: 'header', schema: {} }] } };
    const { conventions } = listsOf({
      components: { headers: { limit: { description: 'How many.', schema: {} } } },
      paths: {
        '/a': { ...list([page, { ...page, name: 'per_page' }], limit), ...post },
        '/b': { ...list([page, { ...page, name: 'per_page' }], limit), ...post },
        '/c': list([page, { ...page, name: 'q' }]),
        '/d': list([{ ...page, name: 'offset' }]),
      },
    });
    expect(conventions).toEqual({
      pagination: [
        { name: 'page', operations: 3, description: 'Which page.' },
        { name: 'per_page', operations: 2, description: 'Which page.' },
      ],
      rateLimits: [{ name: 'X-RateLimit-Limit', operations: 2, description: 'How many.' }],
      idempotency: [{ name: 'Idempotency-Key', operations: 2 }],
    });
  });

  it('nothing that only one of them has', () => {
    expect(listsOf({ paths: { '/a': list([page]) } }).conventions).toBeUndefined();
  });
});

describe('the list of schemas', () => {
  const schemas = {
    Pet: { properties: { name: {}, tag: { $ref: '#/components/schemas/Tag' } } },
    Tag: { enum: ['a', 'b'] },
    Any: { oneOf: [{}, {}, {}] },
    Text: { type: 'string' },
    Rest: true,
    Alias: { $ref: '#/components/schemas/Pet' },
    Child: {
      allOf: [{ $ref: '#/components/schemas/Alias' }, { properties: { tag: {}, age: {} } }],
    },
    Same: { allOf: [{ $ref: '#/components/schemas/Tag' }], description: 'As that one.' },
    Mixed: { allOf: [{ $ref: '#/components/schemas/Text' }, { minLength: 1 }] },
    // More paths than there is time for.
    Endless: {
      allOf: Array.from({ length: 300 }, () => ({ $ref: '#/components/schemas/Endless' })),
    },
  };
  const paths = {
    '/pets': {
      get: {
        responses: {
          200: {
            description: 'ok',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
          },
        },
      },
    },
  };

  it('has what each is, and how many operations use it', () => {
    const { id, schemas: links } = listsOf({ components: { schemas }, paths }, 'schemaList');
    expect(id).toBe('schemas');
    expect(links?.map(({ title, shape, uses }) => [title, shape?.kind, shape?.size, uses])).toEqual(
      [
        ['Pet', 'object', 2, 1],
        ['Tag', 'enum', 2, 1],
        ['Any', 'oneOf', 3, 0],
        ['Text', 'string', undefined, 0],
        ['Rest', 'any', undefined, 0],
        ['Alias', 'object', 2, 0],
        ['Child', 'object', 3, 0],
        ['Same', 'enum', 2, 0],
        ['Mixed', 'string', undefined, 0],
        ['Endless', 'object', undefined, 0],
      ],
    );
    expect(listsOf({ components: { schemas }, paths }).schemaList).toBe('schemas');
  });

  it('gives way to pages of the same name, as does the document', () => {
    const taken = {
      '/a': { get: { operationId: 'schemas' } },
      '/b': { get: { operationId: 'openapi' } },
    };
    const info = listsOf({ components: { schemas }, paths: taken });
    expect(info.schemaList).toBe('schemas-list');
    expect(info.document).toBe('openapi-document');
  });

  it('is not there without schemas', () => {
    expect(listsOf({ paths }).schemaList).toBeUndefined();
  });
});
