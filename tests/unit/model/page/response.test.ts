import { expect, test } from 'vitest';
import { createContext } from '../../../../src/model/page/context.ts';
import { statusOf } from '../../../../src/model/page/http-status.ts';
import { buildResponses } from '../../../../src/model/page/response.ts';
import { sayInEnglish } from '../../../../src/model/page/words.ts';
import { buildEncoding } from '../../../../src/model/request/encoding.ts';
import { contextOf, ref, sliceOf } from '../slice-of.ts';

test.each([
  ['100', 'Continue', 'info'],
  ['200', 'OK', 'success'],
  ['204', 'No Content', 'success'],
  ['299', 'Success', 'success'],
  ['304', 'Not Modified', 'redirect'],
  ['404', 'Not Found', 'error'],
  ['4XX', 'Client error', 'error'],
  ['5xx', 'Server error', 'error'],
  ['default', 'Any other status', 'other'],
  ['600', 'Other', 'other'],
  ['constructor', 'Other', 'other'],
])('status %s is %s (%s)', (status, label, tone) => {
  expect(statusOf(status, sayInEnglish)).toEqual({ label, tone });
});

const context = () =>
  createContext(
    sliceOf(
      {
        components: {
          schemas: { Row: { properties: { id: {} } } },
          responses: { Gone: { description: 'Gone.' } },
          links: { Shared: { operationId: 'get_user' } },
        },
      },
      {
        operations: [
          {
            id: 'get-user',
            title: 'Get user',
            operationId: 'get_user',
            method: 'GET',
            path: '/users/{id}',
          },
        ],
      },
    ),
    { base: '1.0/api' },
  );

test('media types: the first adds nothing to the anchors of its properties, later ones do', () => {
  const content = {
    'application/json': {
      schema: ref('Row'),
      encoding: { id: { contentType: 'text/plain', explode: true, headers: { A: {} } } },
    },
    'text/csv': { schema: { type: 'array', items: ref('Row') } },
    'application/jsonl': { itemSchema: ref('Row') },
    bad: 1,
  };
  const [response] = buildResponses({ 200: { description: '', content } }, context());
  const told = response?.content.map(({ mediaType, anchor, schema, itemSchema = schema }) => [
    mediaType,
    anchor,
    itemSchema?.type,
    itemSchema?.properties[0]?.anchor,
  ]);
  expect(told).toEqual([
    ['application/json', 'response-200-application-json', 'Row', 'response-200-id'],
    ['text/csv', 'response-200-text-csv', 'array of Row', 'response-200-text-csv-id'],
    [
      'application/jsonl',
      'response-200-application-jsonl',
      'stream of Row',
      'response-200-application-jsonl-id',
    ],
  ]);
  expect(response?.description).toBeUndefined();
  expect(response?.content[0]?.encoding).toMatchObject([
    {
      property: 'id',
      facts: [{ label: 'contentType: text/plain' }, { label: 'explode: true' }],
      headers: [{ name: 'A', anchor: 'response-200-application-json-encoding-id-header-A' }],
    },
  ]);
});

test('responses are grouped by class, successful ones first', () => {
  // JavaScript moves numbers to the front; see `json/key-order.test.ts` for documents.
  const given = [
    'default',
    '5XX',
    'x-a',
    '404',
    '410',
    '4XX',
    '302',
    '2XX',
    '204',
    '200',
    '101',
    '600',
  ];
  const responses = Object.fromEntries(given.map((status) => [status, { description: status }]));
  expect(buildResponses(responses, context()).map(({ status }) => status)).toEqual([
    ...['200', '204', '2XX'],
    ...['101', '302', '404', '410', '4XX', '5XX', '600', 'default'],
  ]);
});

test('a reference, and responses of wrong types', () => {
  const responses = {
    410: { $ref: '#/components/responses/Gone' },
    200: 1,
    500: { $ref: '#/nowhere' },
    'x-a': {},
  };
  expect(buildResponses(responses, context())).toMatchObject([
    { status: '410', description: 'Gone.' },
  ]);
  expect(buildResponses([], context())).toEqual([]);
  expect(buildResponses(undefined, context())).toEqual([]);
});

const page = { title: 'Get user', href: '/1.0/api/get-user/' };

test.each<[string, object, object]>([
  ['by operationId', { operationId: 'get_user' }, { targetName: 'get_user', target: page }],
  ['shared', { $ref: '#/components/links/Shared' }, { targetName: 'get_user', target: page }],
  [
    'by operationRef',
    { operationRef: '#/paths/~1users~1{id}/get' },
    { targetName: '#/paths/~1users~1{id}/get', target: page },
  ],
  ['to nothing', { operationId: 'missing' }, { targetName: 'missing', target: undefined }],
  [
    'to another document',
    { operationRef: 'https://example.com/api#/paths/~1users~1{id}/get' },
    { target: undefined },
  ],
  [
    'with all there is',
    {
      operationId: 'x',
      description: 'D.',
      parameters: { id: '$response.body#/id' },
      requestBody: null,
      server: { url: '/v2' },
    },
    {
      description: 'D.',
      parameters: [{ name: 'id', value: '$response.body#/id' }],
      requestBody: null,
      server: { url: '/v2', variables: [] },
    },
  ],
  [
    'of wrong types',
    { operationId: 1, parameters: [], server: 'x' },
    { targetName: '', parameters: [] },
  ],
])('a link %s', (_name, link, expected) => {
  const [response] = buildResponses({ 200: { links: { next: link, bad: 'x' } } }, context());
  expect(response?.links.length).toBe(1);
  const [built] = response?.links ?? [];
  expect({ target: undefined, ...built }).toMatchObject({ name: 'next', ...expected });
});

test('encodings of a form tell what OpenAPI leaves open, and what only 2.0 has', () => {
  const nested = { type: 'object', properties: { a: { type: 'array' } } };
  const media = {
    schema: { properties: { json: nested, deep: nested, list: { type: 'array', items: {} } } },
    encoding: {
      json: { contentType: 'application/json' },
      deep: { style: 'deepObject', explode: true },
      list: { explode: false, 'x-collectionFormat': 'tsv', 'x-allowEmptyValue': true },
    },
  };
  const around = { context: contextOf({}), direction: 'request', anchor: 'request' } as const;
  const facts = buildEncoding(media, around).map((encoding) =>
    encoding.facts.map(({ label }) => label),
  );
  expect(facts).toEqual([
    ['contentType: application/json'],
    ['style: deepObject', 'explode: true', expect.stringContaining('does not define')],
    ['explode: false', 'collectionFormat: tsv', 'allowEmptyValue: true'],
  ]);
});

test('encodings by position, and of parts in parts', () => {
  const parts = {
    prefixEncoding: [{ contentType: 'text/plain' }],
    itemEncoding: { style: 'form' },
  };
  const content = { 'multipart/mixed': { ...parts, encoding: { inside: { ...parts } } } };
  const [response] = buildResponses({ 200: { content } }, context());
  const byPosition = [
    { position: 1, facts: [{ label: 'contentType: text/plain' }], encoding: [] },
    { facts: [{ label: 'style: form' }], encoding: [] },
  ];
  expect(response?.content[0]?.encoding).toMatchObject([
    { property: 'inside', facts: [], encoding: byPosition },
    ...byPosition,
  ]);
});
