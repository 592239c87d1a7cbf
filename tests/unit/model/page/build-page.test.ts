import fs from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildPage } from '../../../../src/model/page/build-page.ts';
import type { Document } from '../../../../src/openapi/types.ts';
import { planPages } from '../../../../src/slices/plan.ts';
import type { PageInfo } from '../../../../src/slices/slice.ts';
import { buildSlices } from '../../../../src/slices/slices.ts';
import { connectedDocument } from '../../../support/documents.ts';
import { ref, sliceOf } from '../slice-of.ts';

/** Links are made from it. */
const AT = { base: '1.0/api' };

test('the page of a schema', () => {
  const User = {
    properties: { id: { type: 'integer', readOnly: true }, boss: ref('User'), pet: ref('Pet') },
  };
  const usage = {
    id: 'get-user',
    title: 'Get',
    method: 'GET',
    path: '/',
    request: false,
    response: true,
  };
  const schemas = { User, Pet: { properties: { name: {} } } };
  const link = { id: 'schemas/group', title: 'Group' };
  const page: Partial<PageInfo> = {
    kind: 'schema',
    name: 'User',
    usedBy: [usage],
    usedBySchemas: [link],
  };
  expect(buildPage(sliceOf({ components: { schemas } }, page), AT)).toMatchObject({
    kind: 'schema',
    name: 'User',
    schema: {
      type: 'object',
      properties: [
        { name: 'id', anchor: 'schema-id' },
        { name: 'boss', schema: { link: { name: 'User', reason: 'recursive' } } },
        { name: 'pet', schema: { properties: [{ name: 'name', anchor: 'schema-pet-name' }] } },
      ],
    },
    usedBy: [{ ...usage, href: '/1.0/api/get-user/' }],
    usedBySchemas: [{ ...link, href: '/1.0/api/schemas/group/' }],
  });
});

test('the page of a tag', () => {
  const operation = { id: 'get-user', title: 'Get', method: 'GET', path: '/' };
  const tags = [
    { name: 'users', description: 'People.', externalDocs: { url: 'https://a.example' } },
  ];
  const page: Partial<PageInfo> = { kind: 'tag', name: 'users', operations: [operation] };
  expect(buildPage(sliceOf({ tags }, page), AT)).toMatchObject({
    kind: 'tag',
    name: 'users',
    description: 'People.',
    externalDocs: { url: 'https://a.example' },
    groups: [{ anchor: 'operations', operations: [{ ...operation, href: '/1.0/api/get-user/' }] }],
  });
});

test('the page of the API', () => {
  const document = {
    info: {
      title: 'Shop',
      version: '2',
      description: 'Sells.',
      license: { name: 'MIT', identifier: 'MIT' },
      contact: 1,
    },
    servers: [{ url: 'https://a.example' }],
    security: [{ key: [] }],
    tags: [{ name: 'users', summary: 'Users', description: 'People.' }],
    components: {
      securitySchemes: {
        rare: { type: 'http', scheme: 'basic' },
        key: { type: 'apiKey', in: 'query', name: 'k' },
      },
    },
  };
  const authentication = { operations: 3, required: 2, schemes: { rare: 1, key: 2 } };
  const page: Partial<PageInfo> = {
    kind: 'info',
    authentication,
    tagPages: { users: 'users', Other: 'other' },
    operationCounts: { users: 2 },
  };
  const model = buildPage(sliceOf(document, page), AT);
  expect(model).toMatchObject({
    kind: 'info',
    info: {
      title: 'Shop',
      version: '2',
      description: 'Sells.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: 'https://a.example' }],
    authentication,
    // Most used first.
    securitySchemes: [{ name: 'key', title: 'API key in query k' }, { name: 'rare' }],
    tagGroups: [
      {
        anchor: 'operations',
        tags: [
          {
            name: 'users',
            title: 'Users',
            description: 'People.',
            href: '/1.0/api/users/',
            operations: 2,
          },
          { name: 'Other', title: 'Other', href: '/1.0/api/other/', operations: 0 },
        ],
      },
    ],
  });
});

/** The place of an operation's page in a document: path and method. */
function operationPages(document: object): Partial<PageInfo>[] {
  const { paths } = document as { paths: { [path: string]: object } };
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((method) => ['get', 'put', 'post', 'patch', 'delete'].includes(method))
      .map((method): Partial<PageInfo> => ({ kind: 'operation', path, method })),
  );
}

describe('a real document', () => {
  const file = createRequire(import.meta.url).resolve('@goauthentik/api/schema.yml');
  const document = parse(fs.readFileSync(file, 'utf8')) as object;
  const pages = operationPages(document).filter((_page, index) => index % 10 === 0);

  test('anchors are unique on every page, and fit for an address', () => {
    for (const page of pages) {
      const text = JSON.stringify(buildPage(sliceOf(document, page)));
      const anchors = [...text.matchAll(/"anchor":"([^"]*)"/g)].map(([, anchor = '']) => anchor);
      expect(anchors).toEqual([...new Set(anchors)]);
      expect(anchors.filter((anchor) => !/^[\w.~-]+$/.test(anchor))).toEqual([]);
    }
  });

  test('the same slice gives the same model, and is not changed', () => {
    const slice = sliceOf(document, pages[1]);
    const before = JSON.stringify(slice);
    expect(buildPage(slice)).toEqual(buildPage(slice));
    expect(JSON.stringify(slice)).toBe(before);
  });
});

describe('values of wrong types never throw', () => {
  const ODD = [null, true, 0, '', 'x', [], {}, [null], [[]], { a: 1 }, { $ref: '#' }, { $ref: 1 }];
  const schema = {
    $ref: '#/components/schemas/S',
    title: 't',
    description: 'd',
    type: ['object', 'null'],
    format: 'f',
    enum: [1],
    const: 1,
    default: 1,
    example: 1,
    examples: [1],
    required: ['a'],
    properties: { a: { type: 'string' } },
    patternProperties: { a: {} },
    additionalProperties: {},
    items: {},
    prefixItems: [{}],
    contains: {},
    allOf: [{ properties: { a: {} } }],
    oneOf: [{ title: 'x' }, {}],
    anyOf: [{}, {}],
    not: {},
    if: {},
    dependentRequired: { a: ['b'] },
    dependentSchemas: { a: {} },
    discriminator: { propertyName: 'a', mapping: { a: 'S' } },
    externalDocs: { url: 'u' },
    xml: { name: 'n' },
    minimum: 1,
    pattern: 'p',
    'x-enumDescriptions': { 1: 'One' },
  };
  const media = {
    'application/json': {
      schema: ref('S'),
      examples: { a: { value: 1 } },
      encoding: { a: { headers: { h: {} } } },
    },
  };
  const document = {
    info: { title: 't', license: { name: 'n' } },
    servers: [{ url: 'u', variables: { a: { default: 'd', enum: ['d'] } } }],
    security: [{ s: ['scope'] }],
    tags: [{ name: 't', externalDocs: { url: 'u' } }],
    externalDocs: { url: 'u' },
    paths: {
      '/a': {
        parameters: [{ name: 'p', in: 'path', schema: ref('S') }],
        post: {
          tags: ['t'],
          parameters: [{ name: 'q', in: 'query', content: {} }],
          requestBody: { content: media },
          responses: {
            200: {
              content: media,
              headers: { h: { schema: ref('S') } },
              links: { l: { operationId: 'x', server: { url: 'u' } } },
            },
          },
          callbacks: { c: { e: { post: { requestBody: {} } } } },
          security: [{ s: ['scope'] }],
          servers: [{ url: 'u' }],
        },
      },
    },
    components: {
      schemas: { S: schema },
      securitySchemes: { s: { type: 'oauth2', flows: { implicit: { scopes: { scope: 'd' } } } } },
    },
  };
  const pages: Partial<PageInfo>[] = [
    { kind: 'operation', path: '/a', method: 'post' },
    { kind: 'schema', name: 'S' },
    { kind: 'tag', name: 't' },
    { kind: 'info', tagPages: { t: 't' } },
  ];

  /** Every value that differs from the given one in one place, where it holds something odd. */
  function* oddOnes(value: unknown, place = '#'): Generator<[place: string, odd: unknown]> {
    for (const odd of ODD) yield [`${place} = ${JSON.stringify(odd)}`, odd];
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      for (const [where, odd] of oddOnes(member, `${place}/${key}`)) {
        yield [
          where,
          Array.isArray(value) ? value.with(Number(key), odd) : { ...value, [key]: odd },
        ];
      }
    }
  }

  test.each(pages)('on the page of kind $kind', { timeout: 60_000 }, (page) => {
    for (const [place, odd] of oddOnes(document)) {
      if (typeof odd !== 'object' || odd === null) continue;
      expect(() => buildPage(sliceOf(odd, page)), place).not.toThrow();
    }
  });
});

describe('schemas that refer to each other over and over', () => {
  const document = connectedDocument() as Document;
  const { plan } = planPages(document, 'connected');
  const slices = buildSlices(document, plan);

  test.each(slices.map((slice) => [slice.page.id, slice] as const))('%s ends', (_id, slice) => {
    const page = JSON.stringify(buildPage(JSON.parse(slice.json)));
    // 7 MB where all references are written out.
    expect(page.length).toBeLessThan(100_000);
  });
});
