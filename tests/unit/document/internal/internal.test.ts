import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { danglingRefs } from '../../../../src/document/dangling.ts';
import { withoutInternal } from '../../../../src/document/internal/internal.ts';
import { loadDocument } from '../../../../src/document/load.ts';
import { Origins } from '../../../../src/document/origin.ts';
import { SourceFile } from '../../../../src/document/source.ts';
import { shownExtensions } from '../../../../src/generate/config.ts';
import type { JsonObject } from '../../../../src/json/guards.ts';
import type { Document } from '../../../../src/openapi/types.ts';
import { eachObject } from '../../../../src/openapi/walk.ts';
import { planPages } from '../../../../src/slices/plan.ts';
import { buildSlices } from '../../../../src/slices/slices.ts';
import { CONFORMANCE } from '../../../support/features.ts';
import { ROOT } from '../../../support/site.ts';

/** All that must not be seen has this word in it; what must be seen has not. */
const SECRET = /hush/i;
const MARK = { 'x-internal': true };

const ref = (place: string) => ({ $ref: `#/components/${place}` });
const json = (schema: object, more: object = {}) => ({ 'application/json': { schema, ...more } });
const ok = (content?: object) => ({ 200: { description: 'Fine.', ...(content && { content }) } });

function documentOf(parts: object): JsonObject {
  return { openapi: '3.1.0', info: { title: 'Shop', version: '1' }, paths: {}, ...parts };
}

function clean(root: JsonObject) {
  const origins = new Origins();
  origins.parsed(root, new SourceFile('openapi.json', JSON.stringify(root, null, 2)));
  const result = withoutInternal(root, origins);
  return { ...result, dangling: danglingRefs(result.root, origins) };
}

/** The slices of all pages, as text. */
function slicesOf(root: JsonObject): string {
  const document = root as unknown as Document;
  return buildSlices(document, planPages(document, 'shop').plan)
    .map(({ json: text }) => text)
    .join('\n');
}

const get = (more: object = {}) => ({ responses: ok(), ...more });
const path_ = (operation: object) => ({ '/books': { get: operation } });

/** Where the mark may stand, with what a reader may still see: a value at a path of the result. */
const PLACES: Record<string, [document: object, where: string, left: unknown]> = {
  'an operation': [
    { paths: { '/books': { get: get(), delete: { ...MARK, summary: 'Hush' } } } },
    'paths./books',
    { get: get() },
  ],
  'an operation of another method': [
    {
      paths: {
        '/books': { get: get(), additionalOperations: { HUSH: { ...MARK, summary: 'Hush' } } },
      },
    },
    'paths./books',
    { get: get(), additionalOperations: {} },
  ],
  'a path item': [{ paths: { '/hush': { ...MARK, get: get() }, '/b': {} } }, 'paths', { '/b': {} }],
  'all operations of a path item': [
    { paths: { '/hush': { get: { ...MARK }, put: { ...MARK } }, '/b': {} } },
    'paths',
    { '/b': {} },
  ],
  'a path item by reference': [
    {
      paths: { '/hush': ref('pathItems/Hush'), '/b': {} },
      components: { pathItems: { Hush: { ...MARK, get: get() } } },
    },
    'paths',
    { '/b': {} },
  ],
  'a webhook': [{ webhooks: { hush: { post: { ...MARK, ...get() } } } }, 'webhooks', {}],
  'a parameter': [
    { paths: path_(get({ parameters: [{ ...MARK, name: 'hush', in: 'query' }] })) },
    'paths./books.get.parameters',
    [],
  ],
  'a parameter of a path item': [
    { paths: { '/books': { parameters: [{ ...MARK, name: 'hush', in: 'query' }], get: get() } } },
    'paths./books.parameters',
    [],
  ],
  'a parameter by reference': [
    {
      paths: path_(
        get({ parameters: [ref('parameters/Hush'), { name: 'page', in: 'query', schema: true }] }),
      ),
      components: { parameters: { Hush: { ...MARK, name: 'hush', in: 'query' } } },
    },
    'paths./books.get.parameters',
    [{ name: 'page', in: 'query', schema: true }],
  ],
  'the schema of a parameter': [
    {
      paths: path_(get({ parameters: [{ name: 'hush', in: 'query', schema: ref('schemas/H') }] })),
      components: { schemas: { H: { ...MARK, type: 'string' } } },
    },
    'paths./books.get.parameters',
    [],
  ],
  'a media type': [
    {
      paths: path_(
        get({ responses: ok({ 'text/hush': { ...MARK }, 'text/plain': { schema: true } }) }),
      ),
    },
    'paths./books.get.responses.200.content',
    { 'text/plain': { schema: true } },
  ],
  'a response': [
    { paths: path_({ responses: { ...ok(), 418: { ...MARK, description: 'Hush' } } }) },
    'paths./books.get.responses',
    ok(),
  ],
  'a response by reference': [
    {
      paths: path_({ responses: { ...ok(), 418: ref('responses/Hush') } }),
      components: { responses: { Hush: { ...MARK, description: 'Hush' } } },
    },
    'paths./books.get.responses',
    ok(),
  ],
  'a header': [
    { paths: path_({ responses: { 200: { description: '', headers: { 'X-Hush': MARK } } } }) },
    'paths./books.get.responses.200.headers',
    {},
  ],
  'an example': [
    {
      paths: path_(
        get({ responses: ok(json({}, { examples: { hush: { ...MARK, value: 'hush' } } })) }),
      ),
    },
    'paths./books.get.responses.200.content.application/json.examples',
    {},
  ],
  'a callback': [
    { paths: path_(get({ callbacks: { hush: { ...MARK, '{$url}': { post: get() } } } })) },
    'paths./books.get.callbacks',
    {},
  ],
  'all of a callback': [
    { paths: path_(get({ callbacks: { hush: { '{$url}': { post: { ...MARK, ...get() } } } } })) },
    'paths./books.get.callbacks',
    {},
  ],
  'what a link leads to, by operationId': [
    {
      paths: {
        '/books': {
          get: {
            responses: { 200: { description: '', links: { hush: { operationId: 'hush' } } } },
          },
          put: { ...MARK, operationId: 'hush' },
        },
      },
    },
    'paths./books.get.responses.200.links',
    {},
  ],
  'what a link leads to, by reference': [
    {
      paths: {
        '/books': {
          get: {
            responses: {
              200: { description: '', links: { hush: { operationRef: '#/paths/~1books/put' } } },
            },
          },
          put: MARK,
        },
      },
    },
    'paths./books.get.responses.200.links',
    {},
  ],
  'a tag, with the operations that have no other': [
    {
      tags: [{ name: 'Hush', ...MARK }, { name: 'Books' }],
      'x-tagGroups': [{ name: 'Shop', tags: ['Hush', 'Books'] }],
      paths: {
        '/hush': { get: get({ tags: ['Hush'] }) },
        '/books': { get: get({ tags: ['Hush', 'Books'] }) },
      },
    },
    'paths',
    path_(get({ tags: ['Books'] })),
  ],
  'a tag above another': [
    {
      tags: [
        { name: 'Hush', ...MARK },
        { name: 'Books', parent: 'Hush' },
      ],
      paths: path_(get({ tags: ['Books'] })),
    },
    'tags',
    [{ name: 'Books' }],
  ],
  'the only operation of a tag': [
    {
      tags: [{ name: 'Hush' }, { name: 'Books' }],
      'x-tagGroups': [{ name: 'Shop', tags: ['Hush', 'Books'] }],
      paths: {
        '/hush': { get: { ...MARK, tags: ['Hush'] } },
        '/books': { get: get({ tags: ['Books'] }) },
      },
    },
    'x-tagGroups',
    [{ name: 'Shop', tags: ['Books'] }],
  ],
  'a server': [
    {
      servers: [{ url: 'https://hush.example.com', ...MARK }, { url: 'https://example.com' }],
    },
    'servers',
    [{ url: 'https://example.com' }],
  ],
  'a security scheme': [
    {
      security: [{ hushKey: [] }, { key: [], hushKey: [] }, { key: [] }],
      components: {
        securitySchemes: { hushKey: { ...MARK, type: 'http' }, key: { type: 'http' } },
      },
    },
    'security',
    [{ key: [] }],
  ],
  'a schema, with the properties that are one': [
    {
      components: {
        schemas: {
          Hush: { ...MARK, type: 'object' },
          Alias: { allOf: [ref('schemas/Hush')], description: 'Hush' },
          Book: {
            properties: {
              title: { type: 'string' },
              hush1: ref('schemas/Hush'),
              hush2: ref('schemas/Alias'),
              hush3: { type: 'array', items: ref('schemas/Alias') },
              hush4: { anyOf: [ref('schemas/Hush'), { type: 'null' }] },
              hush5: { type: 'object', additionalProperties: ref('schemas/Hush') },
            },
            required: ['hush1', 'title'],
          },
        },
      },
    },
    'components.schemas',
    { Book: { properties: { title: { type: 'string' } }, required: ['title'] } },
  ],
  'a variant': [
    {
      components: {
        schemas: {
          Hush: { ...MARK, type: 'object', properties: { hushed: { type: 'string' } } },
          Book: { type: 'object', properties: { title: { type: 'string' } } },
          Item: {
            oneOf: [ref('schemas/Hush'), ref('schemas/Book')],
            discriminator: {
              propertyName: 'kind',
              mapping: { hush: 'Hush', hushed: '#/components/schemas/Hush', book: 'Book' },
            },
            examples: [{ title: 'Dune', hushed: 'x' }],
          },
        },
      },
    },
    'components.schemas.Item',
    {
      oneOf: [ref('schemas/Book')],
      discriminator: { propertyName: 'kind', mapping: { book: 'Book' } },
      examples: [{ title: 'Dune' }],
    },
  ],
  'a property, in required names and values around it': [
    {
      components: {
        schemas: {
          Base: {
            properties: { id: { type: 'string' }, hush: { ...MARK, type: 'string' } },
            required: ['id', 'hush'],
            dependentRequired: { id: ['hush'], hush: ['id'] },
            default: { id: '1', hush: 'h' },
          },
          Book: {
            allOf: [ref('schemas/Base'), { required: ['hush'] }],
            required: ['hush'],
            example: { id: '1', hush: 'h', pages: [{ hush: 1 }] },
          },
          Shelf: {
            properties: { books: { type: 'array', items: ref('schemas/Book') } },
            examples: [{ books: [{ id: '1', hush: 'h' }] }],
          },
        },
      },
    },
    'components.schemas',
    {
      Base: {
        properties: { id: { type: 'string' } },
        required: ['id'],
        dependentRequired: { id: [] },
        default: { id: '1' },
      },
      // A page of a book has no internal property: it is another thing of the same name.
      Book: { allOf: [ref('schemas/Base'), {}], example: { id: '1', pages: [{ hush: 1 }] } },
      Shelf: {
        properties: { books: { type: 'array', items: ref('schemas/Book') } },
        examples: [{ books: [{ id: '1' }] }],
      },
    },
  ],
  'a property, in examples of a media type': [
    {
      paths: path_(
        get({
          responses: ok(
            json(ref('schemas/Book'), {
              examples: { one: { value: { id: 1, hush: 2 } }, two: ref('examples/Two') },
              encoding: { hush: { contentType: 'text/plain' } },
            }),
          ),
        }),
      ),
      components: {
        schemas: { Book: { properties: { id: {}, hush: MARK } } },
        examples: { Two: { value: { id: 3, hush: 4 } } },
      },
    },
    'paths./books.get.responses.200.content.application/json',
    {
      schema: ref('schemas/Book'),
      examples: { one: { value: { id: 1 } }, two: ref('examples/Two') },
      encoding: {},
    },
  ],
  'the only user of components': [
    {
      paths: {
        '/books': { get: get({ responses: ok(json(ref('schemas/Book'))) }) },
        '/hush': { get: { ...MARK, responses: ok(json(ref('schemas/HushReport'))) } },
      },
      components: {
        schemas: {
          HushReport: { properties: { book: ref('schemas/Book'), more: ref('schemas/HushPart') } },
          HushPart: { type: 'string' },
          Book: { type: 'string' },
          Alone: { properties: { part: ref('schemas/OfAlone') } },
          OfAlone: { type: 'string' },
        },
      },
    },
    'components.schemas',
    {
      Book: { type: 'string' },
      Alone: { properties: { part: ref('schemas/OfAlone') } },
      OfAlone: { type: 'string' },
    },
  ],
};

describe('what is internal is nowhere', () => {
  test.each(Object.entries(PLACES))('%s', (_name, [parts, where, left]) => {
    const document = documentOf(parts);
    const { root, problems, dangling } = clean(document);
    const value = where.split('.').reduce<unknown>((at, key) => Object(at)[key], root);
    expect(value).toEqual(left);
    const text = JSON.stringify(root).replace('"pages":[{"hush":1}]', '');
    expect(text).not.toMatch(SECRET);
    expect(text).not.toContain('x-internal');
    expect(slicesOf(root).replaceAll('"pages":[{"hush":1}]', '')).not.toMatch(SECRET);
    expect([...problems, ...dangling]).toEqual([]);
  });

  it('leaves a document without marks as it is, and removes marks that say false', () => {
    const document = documentOf({ paths: path_(get()) });
    expect(clean(document).root).toBe(document);
    const open = documentOf({ paths: path_(get({ 'x-internal': false })) });
    expect(clean(open).root).toEqual(document);
  });

  it('keeps a name that another part of the schema makes public', () => {
    const { root } = clean(
      documentOf({
        components: {
          schemas: {
            Base: { properties: { note: MARK } },
            Book: {
              allOf: [ref('schemas/Base')],
              properties: { note: { type: 'string' } },
              required: ['note'],
              example: { note: 'n' },
            },
          },
        },
      }),
    );
    expect(Object(root).components.schemas.Book).toMatchObject({
      required: ['note'],
      example: { note: 'n' },
    });
  });
});

describe('something public that is not whole without an internal part is a problem', () => {
  const HUSH = { schemas: { Hush: { ...MARK, type: 'object' } } };
  const CASES: Record<string, [document: object, pointer: string, message: RegExp]> = {
    'a request body': [
      {
        paths: { '/books': { post: get({ requestBody: { content: json(ref('schemas/Hush')) } }) } },
        components: HUSH,
      },
      '#/paths/~1books/post/requestBody',
      /^The "requestBody" here is internal, so pages omit it/,
    ],
    'all of a response': [
      { paths: path_(get({ responses: ok(json(ref('schemas/Hush'))) })), components: HUSH },
      '#/paths/~1books/get/responses/200/content',
      /^Everything this response returns is internal/,
    ],
    'further values of an object': [
      {
        components: {
          schemas: {
            ...HUSH.schemas,
            Book: { properties: { a: {} }, additionalProperties: ref('schemas/Hush') },
          },
        },
      },
      '#/components/schemas/Book/additionalProperties',
      /^The "additionalProperties" here/,
    ],
    'all ways to authenticate': [
      {
        paths: path_(get({ security: [{ hush: [] }] })),
        components: { securitySchemes: { hush: { ...MARK, type: 'http' } } },
      },
      '#/paths/~1books/get/security',
      /^All ways to authenticate/,
    ],
    'all servers': [
      { servers: [{ ...MARK, url: 'https://example.com' }] },
      '#/servers',
      /^All servers/,
    ],
    'a reference into an internal operation': [
      {
        paths: {
          '/hush': { get: { ...MARK, responses: ok(json({ type: 'string' })) } },
          '/books': { get: { responses: { 200: { $ref: '#/paths/~1hush/get/responses/200' } } } },
        },
      },
      '#/paths/~1books/get/responses/200/$ref',
      /^The \$ref "#\/paths\/~1hush\/get\/responses\/200" points to an internal part/,
    ],
  };

  test.each(Object.entries(CASES))('%s', (_name, [parts, pointer, message]) => {
    const { problems, dangling } = clean(documentOf(parts));
    expect(dangling).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ rule: 'internal-part', severity: 'warning', pointer });
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]?.line).toBeGreaterThan(1);
  });
});

describe('loading', () => {
  const FIXTURES = path.join(import.meta.dirname, '..', 'fixtures', 'internal');
  const load = (showInternal?: boolean) =>
    loadDocument({
      document: 'openapi.yaml',
      overlays: ['overlay.yaml'],
      cwd: FIXTURES,
      showInternal,
    });

  it('leaves out what the document or an overlay marks', async () => {
    const { document, problems } = await load();
    expect(problems).toEqual([]);
    expect(JSON.stringify(document)).not.toMatch(/hush|x-internal/i);
  });

  it('shows it where the entry of the API says so', async () => {
    const { document } = await load(true);
    expect(Object.keys(document?.paths ?? {})).toEqual(['/books', '/hush', '/hush-by-overlay']);
    const slices = slicesOf(document as unknown as JsonObject);
    expect(slices).toContain('"summary":"Hush","x-internal":true');
  });

  it('is the same for pages and their mark', () => {
    expect(shownExtensions({ id: 'a', document: 'a', showInternal: true })).toEqual(['x-internal']);
    expect(shownExtensions({ id: 'a', document: 'a', extensions: ['x-a'] })).toEqual(['x-a']);
  });
});

/** The same numbers in each run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const loaded = await loadDocument({ document: CONFORMANCE, cwd: ROOT });
const conformance = JSON.parse(JSON.stringify(loaded.document)) as JsonObject;

describe('marks anywhere in a document', () => {
  test.each(Array.from({ length: 20 }, (_, seed) => seed))('seed %i', (seed) => {
    const root: JsonObject = structuredClone(conformance);
    const random = randomOf(seed + 1);
    const words = new Map<object, string>();
    eachObject(root, 'document', (node, kind) => {
      if (kind === 'document' || kind === 'components' || kind === 'callback') return;
      if (words.has(node) || random() > 0.05) return;
      const word = `hush-${words.size}-`;
      words.set(node, word);
      Object.assign(node, MARK, { description: word });
    });
    const { root: left, dangling } = clean(root);
    expect(words.size).toBeGreaterThan(20);
    expect(dangling).toEqual([]);
    expect(JSON.stringify(left)).not.toMatch(/hush-|x-internal/);
    expect(slicesOf(left)).not.toMatch(/hush-|x-internal/);
  });
});
