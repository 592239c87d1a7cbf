import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/document/json.ts';
import { Origins } from '../../../src/document/origin.ts';
import { upgrade } from '../../../src/document/upgrade.ts';

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
    expect(two(fields, url).servers?.map((server) => server.url)).toEqual(expected);
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

  test.each<[string, string, JsonObject]>([
    ['query', 'csv', { style: 'form', explode: false }],
    ['query', 'multi', { style: 'form', explode: true }],
    ['query', 'ssv', { style: 'spaceDelimited', explode: false }],
    ['query', 'pipes', { style: 'pipeDelimited', explode: false }],
    ['path', 'csv', { style: 'simple', explode: false }],
  ])('collectionFormat in %s: %s', (place, collectionFormat, expected) => {
    const parameter = {
      name: 'a',
      in: place,
      type: 'array',
      items: { type: 'string' },
      collectionFormat,
    };
    expect(two({ parameters: { a: parameter } }).components?.parameters?.a).toEqual({
      name: 'a',
      in: place,
      ...expected,
      schema: { type: 'array', items: { type: 'string' } },
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
