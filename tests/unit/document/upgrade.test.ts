import { describe, expect, test } from 'vitest';
import { Origins } from '../../../src/document/origin.ts';
import { upgrade } from '../../../src/document/upgrade.ts';
import { type JsonObject, own } from '../../../src/json/guards.ts';
import { parsePointer } from '../../../src/openapi/pointer.ts';

/** A member of a value, by its path. */
function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce((inner, key) => (inner as JsonObject | undefined)?.[key], value);
}

const REF = { $ref: '#/components/schemas/Other' };
const NULL = { type: 'null' };

function upgradeSchema(schema: unknown): unknown {
  const root = {
    openapi: '3.0.3',
    components: { schemas: { Schema: schema, Other: { type: 'string' } } },
  };
  const before = JSON.stringify(root);
  const { document } = upgrade(root, '3.0.3', new Origins());
  expect(JSON.stringify(root), 'the input is not changed').toBe(before);
  return document.components?.schemas?.Schema;
}

describe('schemas of 3.0', () => {
  test.each<[string, unknown, unknown]>([
    ['type', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
    ['nullable: false', { type: 'string', nullable: false }, { type: 'string' }],
    ['no type', { description: 'Any', nullable: true }, { description: 'Any' }],
    [
      'enum',
      { type: 'string', enum: ['a'], nullable: true },
      { type: ['string', 'null'], enum: ['a', null] },
    ],
    ['enum with null', { enum: ['a', null], nullable: true }, { enum: ['a', null] }],
    ['$ref', { ...REF, nullable: true }, { anyOf: [REF, NULL] }],
    [
      '$ref, described',
      { ...REF, nullable: true, description: 'D' },
      { description: 'D', anyOf: [REF, NULL] },
    ],
    [
      'allOf of one',
      { allOf: [REF], nullable: true, readOnly: true },
      { readOnly: true, anyOf: [REF, NULL] },
    ],
    [
      'allOf of two',
      { type: 'object', allOf: [REF, { type: 'object' }], nullable: true, 'x-a': 1 },
      { 'x-a': 1, anyOf: [{ type: 'object', allOf: [REF, { type: 'object' }] }, NULL] },
    ],
    ['oneOf', { oneOf: [REF], nullable: true }, { oneOf: [REF, NULL] }],
    [
      'anyOf that has null',
      { anyOf: [REF, { type: 'string', nullable: true }], nullable: true },
      { anyOf: [REF, { type: ['string', 'null'] }] },
    ],
    ['exclusiveMinimum', { minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
    ['exclusiveMinimum: false', { minimum: 1, exclusiveMinimum: false }, { minimum: 1 }],
    ['exclusiveMaximum alone', { exclusiveMaximum: true }, {}],
    ['example', { type: 'string', example: 'a' }, { type: 'string', examples: ['a'] }],
    ['example: null', { example: null }, { examples: [null] }],
    ['file', { type: 'string', format: 'binary' }, { type: 'string', format: 'binary' }],
    [
      '$ref with siblings',
      { ...REF, description: 'D', type: 'string' },
      { ...REF, description: 'D' },
    ],
    [
      'properties named like keywords',
      {
        properties: {
          nullable: { type: 'string' },
          example: { type: 'string', nullable: true },
          $ref: { type: 'string' },
        },
      },
      {
        properties: {
          nullable: { type: 'string' },
          example: { type: ['string', 'null'] },
          $ref: { type: 'string' },
        },
      },
    ],
    [
      'data is not touched',
      {
        default: { type: 'a', nullable: true },
        enum: [{ example: 1 }],
        'x-a': { type: 'a', nullable: true },
      },
      {
        default: { type: 'a', nullable: true },
        enum: [{ example: 1 }],
        'x-a': { type: 'a', nullable: true },
      },
    ],
    [
      'deep',
      { items: { not: { additionalProperties: { type: 'string', nullable: true } } } },
      { items: { not: { additionalProperties: { type: ['string', 'null'] } } } },
    ],
    [
      'values of the wrong type',
      { properties: [1], allOf: 'x', items: null, nullable: 'yes' },
      { properties: [1], allOf: 'x', items: null, nullable: 'yes' },
    ],
  ])('%s', (_name, schema, expected) => {
    expect(upgradeSchema(schema)).toEqual(expected);
  });

  test('references follow what moved', () => {
    const root: JsonObject = {
      openapi: '3.0.3',
      'x-webhooks': { w: { post: {} } },
      components: {
        schemas: {
          A: {
            nullable: true,
            allOf: [{ properties: { b: { nullable: true, allOf: [{ type: 'string' }] } } }],
          },
          B: { $ref: '#/components/schemas/A/allOf/0/properties/b/allOf/0' },
          C: {
            discriminator: {
              propertyName: 'k',
              mapping: { a: '#/components/schemas/A/allOf/0', b: 'B' },
            },
          },
        },
        links: { L: { operationRef: '#/x-webhooks/w/post' } },
      },
    };
    const { document } = upgrade(root, '3.0.3', new Origins());
    const schemas = document.components?.schemas as unknown as Record<string, JsonObject>;
    expect(schemas.B?.$ref).toBe('#/components/schemas/A/anyOf/0/properties/b/anyOf/0');
    expect(schemas.C?.discriminator).toEqual({
      propertyName: 'k',
      mapping: { a: '#/components/schemas/A/anyOf/0', b: 'B' },
    });
    expect(document.components?.links?.L).toEqual({ operationRef: '#/webhooks/w/post' });
    expect(document.webhooks).toEqual({ w: { post: {} } });
  });

  test('everywhere a schema can be', () => {
    const schema = { type: 'string', nullable: true };
    const upgraded = { type: ['string', 'null'] };
    const at = (value: unknown) => ({
      openapi: '3.1.1',
      paths: {
        '/a': {
          parameters: [{ name: 'a', in: 'query', schema: value }],
          post: {
            parameters: [{ name: 'b', in: 'query', content: { 'text/plain': { schema: value } } }],
            requestBody: {
              content: {
                'a/b': { schema: value, encoding: { p: { headers: { h: { schema: value } } } } },
              },
            },
            responses: {
              default: {
                headers: { 'x-h': { schema: value } },
                content: { 'a/b': { schema: value } },
              },
            },
            callbacks: {
              example: {
                '{$url}': { put: { requestBody: { content: { 'a/b': { schema: value } } } } },
              },
            },
          },
        },
      },
      components: {
        responses: { example: { content: { 'a/b': { schema: value } } } },
        headers: { default: { schema: value } },
      },
    });
    const { document } = upgrade({ ...at(schema), openapi: '3.0.0' }, '3.0.0', new Origins());
    expect(document).toEqual(at(upgraded));
  });
});

describe('2.0', () => {
  const two = (fields: JsonObject, url?: string) =>
    upgrade({ swagger: '2.0', ...fields }, '2.0', new Origins(), url ? new URL(url) : undefined)
      .document;

  test.each<[string, JsonObject, string | undefined, readonly string[] | undefined]>([
    [
      'all three',
      { host: 'a.b', basePath: '/v1/', schemes: ['https', 'wss'] },
      undefined,
      ['https://a.b/v1', 'wss://a.b/v1'],
    ],
    ['no scheme', { host: 'a.b' }, undefined, ['https://a.b']],
    ['no host', { basePath: '/v1' }, undefined, ['/v1']],
    [
      'no host, from a URL',
      { basePath: '/v1' },
      'http://c.d:8080/x/openapi.json',
      ['http://c.d:8080/v1'],
    ],
    ['nothing', {}, undefined, undefined],
  ])('servers: %s', (_name, fields, url, expected) => {
    expect(two(fields, url).servers?.map((server) => own(server, 'url'))).toEqual(expected);
  });

  test.each<[string, JsonObject, JsonObject]>([
    ['basic', { type: 'basic' }, { type: 'http', scheme: 'basic' }],
    [
      'apiKey',
      { type: 'apiKey', name: 'k', in: 'query' },
      { type: 'apiKey', name: 'k', in: 'query' },
    ],
    [
      'oauth2',
      { type: 'oauth2', flow: 'application', tokenUrl: '/t', 'x-a': 1 },
      { type: 'oauth2', 'x-a': 1, flows: { clientCredentials: { tokenUrl: '/t', scopes: {} } } },
    ],
  ])('security scheme: %s', (_name, scheme, expected) => {
    expect(two({ securityDefinitions: { s: scheme } }).components?.securitySchemes?.s).toEqual(
      expected,
    );
  });

  const FORM = { style: 'form', explode: false };
  const SIMPLE = { style: 'simple', explode: false };
  const said = (style: JsonObject, format: string): JsonObject => ({
    ...style,
    'x-collectionFormat': format,
  });
  const EXPLODED = { style: 'form', explode: true };
  const SPACES = { style: 'spaceDelimited', explode: false };
  const PIPES = { style: 'pipeDelimited', explode: false };

  /** Each format in each place (2.0, "Parameter Object"); undefined where there is none, and csv holds. */
  test.each<[string, string | undefined, JsonObject | undefined]>([
    ['query', undefined, FORM],
    ['query', 'csv', said(FORM, 'csv')],
    ['query', 'ssv', said(SPACES, 'ssv')],
    ['query', 'tsv', said(FORM, 'tsv')],
    ['query', 'pipes', said(PIPES, 'pipes')],
    ['query', 'multi', said(EXPLODED, 'multi')],
    ['query', 'constructor', undefined],
    ['formData', undefined, FORM],
    ['formData', 'csv', said(FORM, 'csv')],
    ['formData', 'ssv', said(SPACES, 'ssv')],
    ['formData', 'tsv', said(FORM, 'tsv')],
    ['formData', 'pipes', said(PIPES, 'pipes')],
    ['formData', 'multi', said(EXPLODED, 'multi')],
    ...['path', 'header'].flatMap(
      (place): [string, string | undefined, JsonObject | undefined][] => [
        [place, undefined, SIMPLE],
        [place, 'csv', said(SIMPLE, 'csv')],
        [place, 'ssv', said(SIMPLE, 'ssv')],
        [place, 'tsv', said(SIMPLE, 'tsv')],
        [place, 'pipes', said(SIMPLE, 'pipes')],
        [place, 'multi', undefined],
      ],
    ),
  ])('collectionFormat in %s: %s', (place, collectionFormat, expected) => {
    const parameter = {
      name: 'a',
      in: place,
      type: 'array',
      items: { type: 'string' },
      ...(collectionFormat !== undefined && { collectionFormat }),
    };
    const { document } = upgrade(
      { swagger: '2.0', paths: { '/a': { post: { parameters: [parameter] } } } },
      '2.0',
      new Origins(),
    );
    const post = document.paths?.['/a']?.post;
    const [content] = Object.values(Object(at(post, 'requestBody', 'content')));
    const found = (at(post, 'parameters', 0) ?? at(content, 'encoding', 'a')) as JsonObject;
    const csv = place === 'query' || place === 'formData' ? FORM : SIMPLE;
    const { name: _, in: _in, schema: _schema, ...written } = found;
    expect(written).toEqual(expected ?? csv);
  });

  test('lists in a list keep how their values are separated', () => {
    const items = (inner: JsonObject): JsonObject => ({
      name: 'a',
      in: 'query',
      type: 'array',
      items: { type: 'array', items: { type: 'string' }, ...inner },
    });
    const parameters = { one: items({ collectionFormat: 'pipes' }), two: items({}) };
    const upgraded = two({ parameters }).components?.parameters;
    const format = (name: string): unknown =>
      at(upgraded, name, 'schema', 'items', 'x-collectionFormat');
    expect([format('one'), format('two')]).toEqual(['pipes', 'csv']);
  });

  test.each<[string, readonly string[] | undefined, readonly string[] | undefined, string[]]>([
    ['nothing', undefined, undefined, ['application/json']],
    ['those of the document', ['a/b', 'c/d'], undefined, ['a/b', 'c/d']],
    ['those of the operation', ['a/b'], ['c/d'], ['c/d']],
    ['an empty list, which clears those of the document', ['a/b'], [], ['application/json']],
  ])('consumes and produces: %s', (_name, ofDocument, ofOperation, expected) => {
    const named = (types: readonly string[] | undefined): JsonObject =>
      types === undefined ? {} : { consumes: types, produces: types };
    const schema = { type: 'object' };
    const { post } =
      two({
        ...named(ofDocument),
        paths: {
          '/a': {
            post: {
              ...named(ofOperation),
              parameters: [{ $ref: '#/parameters/Body' }],
              responses: { 200: { description: 'OK', schema } },
            },
          },
        },
        parameters: { Body: { name: 'b', in: 'body', schema } },
      }).paths?.['/a'] ?? {};
    const shared = two({ ...named(ofDocument), parameters: { Body: { in: 'body', schema } } });
    const isShared = at(post, 'requestBody', '$ref') !== undefined;
    const body = isShared
      ? at(shared, 'components', 'requestBodies', 'Body')
      : at(post, 'requestBody');
    expect(Object.keys(Object(at(body, 'content')))).toEqual(expected);
    expect(Object.keys(Object(at(post, 'responses', 200, 'content')))).toEqual(expected);
  });

  describe.each([
    ['without consumes', {}],
    ['with consumes', { consumes: ['application/json', 'application/xml'] }],
    ['with types of the operation', { consumes: ['a/b'], operation: { consumes: ['c/d'] } }],
    ['with an empty list of the operation', { consumes: ['a/b'], operation: { consumes: [] } }],
  ])(
    'references into parameters that became bodies, %s',
    (_name, { operation, ...fields }: JsonObject) => {
      const body = { name: 'b', in: 'body', schema: { properties: { p: { type: 'string' } } } };
      const field = { name: 'f g', in: 'formData', type: 'array', items: { type: 'string' } };
      const post = (...parameters: JsonObject[]): JsonObject => ({
        ...(operation as JsonObject),
        parameters: [{ name: 'q', in: 'query', type: 'string' }, ...parameters],
      });
      test.each([
        ['of an operation', '#/paths/~1own/post/parameters/1/schema'],
        ['of an operation, further in', '#/paths/~1own/post/parameters/1/schema/properties/p'],
        ['of a path item', '#/paths/~1item/parameters/0/schema'],
        ['of a path item, further in', '#/paths/~1item/parameters/0/schema/properties/p'],
        ['shared', '#/parameters/Body/schema'],
        ['of a form', '#/paths/~1form/post/parameters/1/items'],
        ['of the form of a path item', '#/paths/~1items/parameters/0/items'],
      ])('%s', (_place, $ref) => {
        const document = two({
          ...fields,
          paths: {
            '/own': { post: post(body) },
            '/item': { parameters: [body], put: post(), post: post() },
            '/form': { post: post(field) },
            '/items': { parameters: [field], post: post() },
            '/shared': { post: post({ $ref: '#/parameters/Body' }) },
          },
          parameters: { Body: body },
          definitions: { A: { $ref } },
        });
        const moved = String(at(document, 'components', 'schemas', 'A', '$ref'));
        const target = at(document, ...parsePointer(moved));
        expect([moved, typeof target]).toEqual([moved, 'object']);
      });
    },
  );

  test('x-example of every kind of parameter is an example', () => {
    const document = two({
      paths: {
        '/a': {
          post: { parameters: [{ name: 'b', in: 'body', schema: {}, 'x-example': { a: 1 } }] },
          put: {
            parameters: [
              { name: 'q', in: 'query', type: 'string', 'x-example': 'x' },
              {
                name: 'f',
                in: 'formData',
                type: 'string',
                'x-example': 'a&b',
                allowEmptyValue: true,
              },
            ],
          },
        },
      },
    });
    const { post, put } = document.paths?.['/a'] ?? {};
    expect(post?.requestBody).toEqual({
      'x-body-name': 'b',
      content: { 'application/json': { schema: {}, example: { a: 1 } } },
    });
    expect(put).toEqual({
      parameters: [{ name: 'q', in: 'query', schema: { type: 'string' }, example: 'x' }],
      requestBody: {
        content: {
          'application/x-www-form-urlencoded': {
            schema: {
              type: 'object',
              properties: { f: { type: 'string', examples: ['a&b'] } },
            },
            encoding: { f: { 'x-allowEmptyValue': true } },
          },
        },
      },
    });
  });

  test('a file is sent and received', () => {
    const document = two({
      paths: {
        '/a': {
          post: {
            parameters: [{ name: 'f', in: 'formData', type: 'file' }],
            responses: { 200: { description: 'OK', schema: { type: 'file' } } },
          },
        },
      },
    });
    const file = { type: 'string', format: 'binary' };
    expect(document.paths?.['/a']?.post).toEqual({
      requestBody: {
        content: { 'multipart/form-data': { schema: { type: 'object', properties: { f: file } } } },
      },
      responses: {
        200: { description: 'OK', content: { 'application/octet-stream': { schema: file } } },
      },
    });
  });
});
