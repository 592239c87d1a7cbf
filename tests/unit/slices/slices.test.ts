import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/openapi/types.ts';
import { planPages } from '../../../src/slices/plan.ts';
import type { SliceDocument } from '../../../src/slices/slice.ts';
import { buildSlices } from '../../../src/slices/slices.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: unknown) => ({ 'application/json': { schema } });

const DOCUMENT: Document = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  servers: [{ url: 'https://shop.example.com' }],
  security: [{ key: [] }],
  tags: [{ name: 'books', 'x-displayName': 'Books' }, { name: 'unused' }],
  paths: {
    '/books': {
      get: {
        operationId: 'listBooks',
        tags: ['books'],
        responses: {
          200: { description: 'ok', content: json({ type: 'array', items: ref('Book') }) },
        },
      },
      post: {
        operationId: 'addBook',
        summary: 'Add a book',
        tags: ['books'],
        security: [{ other: [] }],
        requestBody: { content: json(ref('NewBook')) },
        responses: {
          201: { description: 'made', links: { list: { operationId: 'listBooks' } } },
          400: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/health': { get: { responses: { default: { description: 'ok' } } } },
  },
  components: {
    schemas: {
      Book: { type: 'object', properties: { author: ref('Author') } },
      Author: { type: 'object', properties: { books: { type: 'array', items: ref('Book') } } },
      NewBook: {
        oneOf: [ref('Paper')],
        discriminator: { propertyName: 'kind', mapping: { e: 'Electronic' } },
      },
      Paper: { type: 'object' },
      Electronic: { type: 'object', example: ref('Unused') },
      Unused: { type: 'string' },
      Fault: { type: 'object' },
    },
    responses: { Problem: { description: 'problem', content: json(ref('Fault')) } },
    securitySchemes: {
      key: { type: 'apiKey', name: 'k', in: 'header' },
      other: { type: 'http', scheme: 'bearer' },
    },
  },
};

function slicesOf(document: Document): Map<string, SliceDocument & { hash: string }> {
  const { plan } = planPages(document, 'shop');
  return new Map(
    buildSlices(document, plan).map(({ page, json: text, hash }) => [
      page.id,
      { ...JSON.parse(text), hash },
    ]),
  );
}

const slices = slicesOf(DOCUMENT);
const schemasIn = (id: string): string[] =>
  Object.keys(slices.get(id)?.components?.schemas ?? {}).sort();

describe('planPages', () => {
  const { plan, collisions } = planPages(DOCUMENT, 'shop');

  it('plans a page for each operation, used tag, schema, and one for the API', () => {
    expect(plan.pages.map((page) => `${page.kind} ${page.id}: ${page.title}`)).toEqual([
      'info shop: Shop',
      'tag books: Books',
      'tag other-operations: Other operations',
      'operation list-books: List books',
      'operation add-book: Add a book',
      'operation get-health: GET /health',
      'schema schemas/book: Book',
      'schema schemas/author: Author',
      'schema schemas/newbook: NewBook',
      'schema schemas/paper: Paper',
      'schema schemas/electronic: Electronic',
      'schema schemas/unused: Unused',
      'schema schemas/fault: Fault',
      'schemaList schemas: Schemas',
    ]);
    expect(collisions).toEqual([]);
  });

  it('gives operations whose ids meet a page each, and reports them', () => {
    const meeting: Document = {
      ...DOCUMENT,
      paths: {
        '/a': { get: { operationId: 'getB', responses: {} } },
        '/b': { get: { operationId: 'get_b', responses: {} } },
      },
    };
    const result = planPages(meeting, 'shop');
    expect(result.plan.pages.filter((page) => page.operation).map((page) => page.id)).toEqual([
      'get-b-get-a',
      'get-b-get-b',
    ]);
    expect(result.collisions).toMatchObject([
      { page: { id: 'get-b-get-a', pointer: '#/paths/~1a/get' }, wanted: 'get-b' },
      { page: { id: 'get-b-get-b', pointer: '#/paths/~1b/get' }, wanted: 'get-b' },
    ]);
  });

  it.each<[name: string, parents: Record<string, string>, expected: Record<string, string>]>([
    ['the tag above', { a: 'b' }, { a: 'b' }],
    ['over one that has no page', { a: 'gone', gone: 'b' }, { a: 'b' }],
    ['none that leads back', { a: 'b', b: 'a' }, {}],
    ['none that is not declared', { a: 'x' }, {}],
  ])('tags have %s', (_name, parents, expected) => {
    const get = { tags: ['a', 'b'], responses: {} };
    const tags = ['a', 'b', 'gone'].map((name) => ({ name, parent: parents[name] }));
    const { pages } = planPages(
      { ...DOCUMENT, tags, paths: { '/': { get } } } as Document,
      'shop',
    ).plan;
    const found = pages.flatMap(({ name, parent }) => (parent ? [[name, parent]] : []));
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  it.each([
    ['the API', 'books', ['info shop-introduction', 'tag books', 'operation shop']],
    ['a tag', 'shop', ['info shop-introduction', 'tag shop-tag', 'operation shop-get-shop']],
  ])('tells an operation from what has its name: %s', (_name, tag, expected) => {
    const document: Document = {
      ...DOCUMENT,
      paths: { '/shop': { get: { operationId: 'shop', tags: [tag], responses: {} } } },
    };
    const pages = planPages(document, 'shop').plan.pages;
    expect(pages.slice(0, 3).map((page) => `${page.kind} ${page.id}`)).toEqual(expected);
  });
});

describe('buildSlices', () => {
  it.each([
    ['list-books', ['Author', 'Book']],
    ['add-book', ['Electronic', 'Fault', 'NewBook', 'Paper']],
    ['get-health', []],
    ['schemas/author', ['Author', 'Book']],
    ['schemas/electronic', ['Electronic']],
  ])('%s holds just the schemas it reaches', (id, names) => {
    expect(schemasIn(id)).toEqual(names);
  });

  it('keeps references, and the security schemes that count', () => {
    const slice = slices.get('add-book');
    expect(slice?.paths?.['/books']?.post?.responses?.[400]).toEqual({
      $ref: '#/components/responses/Problem',
    });
    expect(Object.keys(slice?.components?.securitySchemes ?? {})).toEqual(['other']);
    expect(Object.keys(slices.get('list-books')?.components?.securitySchemes ?? {})).toEqual([
      'key',
    ]);
    expect(slice?.paths?.['/books']?.get).toBeUndefined();
  });

  it('says where schemas and linked operations have their pages', () => {
    expect(slices.get('add-book')?.['x-page']).toMatchObject({
      schemaPages: { NewBook: 'schemas/newbook', Fault: 'schemas/fault' },
      tagPages: { books: 'books' },
      operations: [
        {
          id: 'list-books',
          title: 'List books',
          method: 'GET',
          path: '/books',
          operationId: 'listBooks',
        },
      ],
    });
  });

  it('lists where a schema is used', () => {
    const page = slices.get('schemas/author')?.['x-page'];
    expect(page?.usedBy).toEqual([
      {
        id: 'list-books',
        title: 'List books',
        method: 'GET',
        path: '/books',
        request: false,
        response: true,
      },
    ]);
    expect(page?.usedBySchemas).toEqual([{ id: 'schemas/book', title: 'Book' }]);
  });

  it('changes the hash of the slices that hold a change, and of no other', () => {
    const { info, components } = DOCUMENT;
    const Fault = { type: 'object', description: 'changed' };
    const after = slicesOf({
      ...DOCUMENT,
      info: { ...info, version: '2' },
      components: { ...components, schemas: { ...components?.schemas, Fault } },
    });
    const different = [...slices]
      .filter(([id, slice]) => after.get(id)?.hash !== slice.hash)
      .map(([id]) => id);
    expect(different).toEqual(['shop', 'add-book', 'schemas/fault']);
  });

  it('survives names that are properties of every object', () => {
    const hostile = JSON.parse(
      '{"openapi":"3.1.0","info":{"title":"x","version":"1"},"paths":{"__proto__":{"get":{"operationId":"constructor","responses":{"200":{"description":"","content":{"a/b":{"schema":{"$ref":"#/components/schemas/__proto__"}}}}}}}},"components":{"schemas":{"__proto__":{"type":"string"}}}}',
    );
    const made = slicesOf(hostile);
    expect([...made.keys()]).toEqual([
      'x',
      'operations',
      'constructor',
      'schemas/proto',
      'schemas',
    ]);
    expect(Object.hasOwn(made.get('constructor')?.components?.schemas ?? {}, '__proto__')).toBe(
      true,
    );
    expect(Object.hasOwn(made.get('constructor')?.paths ?? {}, '__proto__')).toBe(true);
  });
});

it('tells the pages of schemas that are sent as XML alone', () => {
  const body = (types: Record<string, object>) => ({ content: types });
  const document = {
    openapi: '3.1.0',
    info: { title: 'Feeds', version: '1' },
    paths: {
      '/feeds': {
        post: {
          requestBody: body({ 'application/atom+xml': { schema: ref('Feed') } }),
          responses: {
            200: { description: '', ...body({ 'text/xml': { schema: ref('Feed') } }) },
            201: { description: '', ...body({ 'text/xml': { schema: ref('Both') } }) },
            400: { $ref: '#/components/responses/Fault' },
          },
        },
        get: {
          parameters: [{ name: 'q', in: 'query', schema: ref('Filter') }],
          responses: {
            200: {
              description: '',
              ...body({
                'application/json': { schema: ref('Both') },
                'application/xml': { schema: ref('Filter') },
              }),
            },
          },
        },
      },
    },
    components: {
      schemas: {
        Feed: { properties: { entry: ref('Entry') } },
        Entry: {},
        Both: {},
        Filter: {},
        Fault: {},
        Unused: {},
      },
      responses: { Fault: { description: '', ...body({ 'text/xml': { schema: ref('Fault') } }) } },
    },
  } as unknown as Document;
  const pages = [...slicesOf(document).values()].map((slice) => slice['x-page']);
  const types = pages.flatMap(({ name, mediaType }) => (mediaType ? [[name, mediaType]] : []));
  expect(Object.fromEntries(types)).toEqual({
    Feed: 'application/atom+xml',
    Entry: 'application/atom+xml',
    Fault: 'text/xml',
  });
});

describe('what extends a schema with a discriminator', () => {
  const heir = (...members: unknown[]) => ({ allOf: [ref('Pet'), ...members] });
  const get = (schema: unknown) => ({
    get: { responses: { 200: { description: 'ok', content: json(schema) } } },
  });
  const mapping = Object.fromEntries(['Cat', 'Dog', 'Puppy'].map((name) => [name, ref(name).$ref]));
  const document: Document = {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    paths: {
      '/cat': get(ref('Cat')),
      '/puppy': get(ref('Puppy')),
      '/pet': get(ref('Pet')),
      '/wrapped': get({ allOf: [ref('Pet')], description: 'A pet.' }),
      '/owner': get(ref('Owner')),
    },
    components: {
      schemas: {
        Pet: { type: 'object', discriminator: { propertyName: 'kind', mapping } },
        Cat: heir({ properties: { toy: ref('Toy') } }),
        Dog: heir(),
        Puppy: { allOf: [ref('Dog')] },
        Toy: { type: 'string' },
        // Extends one pet, and has another.
        Owner: heir({ properties: { pet: ref('Pet') } }),
      },
    },
  };
  const { plan } = planPages(document, 'pets');
  const slices = new Map(
    buildSlices(document, plan).map(({ page, json: text }) => [page.id, JSON.parse(text)]),
  );
  const all = ['Cat', 'Dog', 'Pet', 'Puppy', 'Toy'];

  it.each([
    ['get-cat', ['Cat', 'Pet', 'Toy'], ['Cat']],
    ['get-puppy', ['Dog', 'Pet', 'Puppy'], ['Dog', 'Puppy']],
    ['schemas/dog', ['Dog', 'Pet'], ['Dog']],
    ['get-pet', all, ['Cat', 'Dog', 'Puppy']],
    ['get-wrapped', all, ['Cat', 'Dog', 'Puppy']],
    ['schemas/pet', all, ['Cat', 'Dog', 'Puppy']],
    ['get-owner', [...all, 'Owner'].sort(), ['Cat', 'Dog', 'Puppy']],
  ])('%s has %j, and the discriminator leads to %j', (id, schemas, mapped) => {
    const slice = slices.get(id) as SliceDocument;
    const found = slice.components?.schemas ?? {};
    expect(Object.keys(found).sort()).toEqual(schemas);
    const { discriminator } = found.Pet as { discriminator: { mapping: object } };
    expect(Object.keys(discriminator.mapping)).toEqual(mapped);
  });

  it('is not used by what uses its siblings', () => {
    const usedBy = slices.get('schemas/toy')?.['x-page'].usedBy.map(({ id }: { id: string }) => id);
    expect(usedBy).toEqual(['get-cat', 'get-pet', 'get-wrapped', 'get-owner']);
  });
});

describe('how operations are authenticated', () => {
  const withSecurity = (top: unknown, ...own: readonly unknown[]) => {
    const paths = Object.fromEntries(
      own.map((security, at) => [
        `/${at}`,
        { get: { responses: {}, ...(security !== undefined && { security }) } },
      ]),
    );
    const document = { ...DOCUMENT, paths, security: top } as unknown as Document;
    const { plan } = planPages(document, 'shop');
    const info = buildSlices(document, plan).find(({ page }) => page.kind === 'info');
    return JSON.parse(info?.json ?? '')['x-page'].authentication;
  };

  it.each<[string, unknown, readonly unknown[], number, object, (readonly string[] | undefined)?]>([
    ['that of the document', [{ key: [] }], [undefined, undefined], 2, { key: 2 }],
    ['their own', [{ key: [] }], [undefined, [{ other: [] }]], 2, { key: 1, other: 1 }],
    ['none', [{ key: [] }], [[], undefined], 1, { key: 1 }, ['get-0']],
    ['optional', undefined, [[{}, { key: [] }]], 0, { key: 1 }],
    ['one of several', undefined, [[{ other: [] }, { key: [] }]], 1, { key: 1, other: 1 }],
    ['several', undefined, [[{ other: [], key: [] }]], 1, { key: 1, other: 1 }],
    ['none anywhere', undefined, [undefined], 0, {}],
    ['what is not declared', undefined, [[{ unknown: [] }]], 1, {}],
    ['of a wrong type', 3, [undefined, [3]], 0, {}],
  ])('%s', (_name, top, own, required, schemes, open) => {
    const found = { operations: own.length, required, schemes };
    expect(withSecurity(top, ...own)).toEqual(open ? { ...found, open } : found);
  });

  it('without a list of many that need nothing', () => {
    const open = (count: number) =>
      withSecurity([{ key: [] }], undefined, ...Array.from({ length: count }, () => [])).open;
    expect(open(50)).toHaveLength(50);
    expect(open(51)).toBeUndefined();
  });
});
