import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { ConfigError } from '../../../src/generate/config.ts';
import { postmanCollection } from '../../../src/generate/postman.ts';
import type { Document } from '../../../src/openapi/types.ts';
import { planPages } from '../../../src/slices/plan.ts';
import { buildSlices } from '../../../src/slices/slices.ts';
import { ROOT } from '../../support/site.ts';

/** Postman's own classes; their types are of another version. */
const { Collection } = createRequire(import.meta.url)('postman-collection') as {
  readonly Collection: new (
    definition: unknown,
  ) => {
    readonly name: string;
    forEachItem(visit: (item: Item) => void): void;
    readonly variables: { get(name: string): unknown };
  };
};

interface Item {
  readonly id: string;
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly url: { toString(): string };
    readonly body?: { readonly mode: string; readonly raw?: string };
    readonly auth?: { readonly type: string };
  };
}

function collectionOf(document: Document): Promise<string> {
  const { plan } = planPages(document, 'shop');
  return postmanCollection(document, buildSlices(document, plan, new Set(), new Map()));
}

function itemsOf(text: string): Item[] {
  const items: Item[] = [];
  new Collection(JSON.parse(text)).forEachItem((item) => items.push(item));
  return items;
}

const SHOP = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  servers: [{ url: '/api/v1' }],
  security: [{ token: [] }],
  tags: [{ name: 'books' }],
  paths: {
    '/books/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      get: { tags: ['books'], summary: 'Get a book', responses: { 200: { description: 'It.' } } },
      put: {
        tags: ['books'],
        parameters: [{ name: 'dry', in: 'query', schema: { type: 'boolean' } }],
        requestBody: { $ref: '#/components/requestBodies/Book' },
        responses: {},
      },
    },
    '/log-in': { post: { summary: 'Log in', security: [], responses: {} } },
  },
  webhooks: { sold: { post: { responses: {} } } },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    requestBodies: {
      Book: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Book' } } } },
    },
    schemas: {
      Book: {
        type: 'object',
        required: ['title', 'sequel'],
        properties: {
          title: { type: 'string', example: 'Dune' },
          sequel: { anyOf: [{ $ref: '#/components/schemas/Book' }, { type: 'null' }] },
        },
      },
    },
  },
} as unknown as Document;

describe('a Postman collection', () => {
  let text = '';
  beforeAll(async () => {
    text = await collectionOf(SHOP);
  });

  it('has each request once, with the values of samples', () => {
    const items = itemsOf(text);
    expect(items.map(({ name, request }) => [name, request.method, String(request.url)])).toEqual([
      ['Get a book', 'GET', '{{baseUrl}}/books/BOOK_ID'],
      ['Update a book', 'PUT', '{{baseUrl}}/books/BOOK_ID?dry=true'],
      ['Log in', 'POST', '{{baseUrl}}/log-in'],
    ]);
    const [, put] = items;
    expect(JSON.parse(put?.request.body?.raw ?? '')).toMatchObject({ title: 'Dune' });
  });

  it('has variables for the server and credentials, and secrets of nobody', () => {
    const { variables } = new Collection(JSON.parse(text));
    expect(variables.get('baseUrl')).toBe('https://api.example.com/api/v1');
    expect(text).toContain('{{bearerToken}}');
  });

  it('is the same each time, with ids of its own', async () => {
    expect(await collectionOf(SHOP)).toBe(text);
    const ids = itemsOf(text).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-/);
  });

  it('of every feature of OpenAPI has all operations that older versions can have', async () => {
    const file = path.join(ROOT, 'openapi/conformance.yaml');
    const document: Document = parse(fs.readFileSync(file, 'utf8'));
    const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
    const shared = document.components?.pathItems ?? {};
    const wanted = Object.values(document.paths ?? {}).flatMap((item) => {
      const { $ref = '' } = item as { readonly $ref?: string };
      const referenced = shared[$ref.replace('#/components/pathItems/', '')] ?? {};
      return Object.keys({ ...referenced, ...item }).filter((method) => methods.includes(method));
    });
    const whole = await collectionOf(document);
    expect(wanted.length).toBeGreaterThan(50);
    expect(
      itemsOf(whole)
        .map(({ request }) => request.method.toLowerCase())
        .sort(),
    ).toEqual(wanted.sort());
    expect(await collectionOf(document)).toBe(whole);
  }, 120_000);

  it('that the library cannot make is an error with the fix', async () => {
    const broken = { ...SHOP, info: undefined } as unknown as Document;
    const { plan } = planPages(SHOP, 'shop');
    const slices = buildSlices(SHOP, plan, new Set(), new Map());
    const failed = postmanCollection(broken, slices);
    await expect(failed).rejects.toThrow(ConfigError);
    await expect(failed).rejects.toThrow(/Remove 'postman' from the option "collections"/);
  });

  it('that the library never answers is an error', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'postman-'));
    fs.writeFileSync(path.join(folder, 'silent.cjs'), 'exports.convertV2 = () => {};');
    const silent = createRequire(path.join(folder, 'a.cjs'));
    silent.resolve = (() => path.join(folder, 'silent.cjs')) as unknown as NodeJS.RequireResolve;
    vi.doMock('node:module', () => ({ createRequire: () => silent }));
    vi.resetModules();
    const { postmanCollection: collected } = await import('../../../src/generate/postman.ts');
    await expect(collected(SHOP, [])).rejects.toThrow(/the library ended without an answer/);
    vi.doUnmock('node:module');
    fs.rmSync(folder, { recursive: true });
  });
});
