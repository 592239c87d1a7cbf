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

  it('authenticated as most operations are', () => {
    const get = (id: string, security: object[]) => ({ get: { operationId: id, security } });
    const { firstSteps } = listsOf({
      components: { securitySchemes: { rare: KEY, usual: KEY } },
      paths: {
        '/open': get('open', []),
        '/rare': get('rare', [{ rare: [] }]),
        '/both': get('both', [{ rare: [] }, { usual: [] }]),
        '/usual': get('usual', [{ usual: [] }]),
        '/more': get('more', [{ usual: [] }]),
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
