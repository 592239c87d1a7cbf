import { expect, test } from 'vitest';
import { buildPage } from '../../../../src/model/page/build-page.ts';
import type { OperationModel } from '../../../../src/model/page/page.ts';
import type { PageInfo } from '../../../../src/slices/slice.ts';
import { sliceOf } from '../slice-of.ts';

function operationOf(document: object, page: Partial<PageInfo> = {}): OperationModel {
  const model = buildPage(sliceOf(document, { path: '/a', method: 'get', ...page }), {
    base: '1.0/api',
  });
  if (model.kind !== 'operation' && model.kind !== 'webhook') throw new Error(model.kind);
  return model;
}

test('an operation with what it takes from its path item and document', () => {
  const model = operationOf(
    {
      servers: [{ url: '/root' }],
      security: [{ key: [] }],
      tags: [
        { name: 'one', 'x-displayName': 'The one' },
        { name: 'two', summary: 'Second' },
      ],
      paths: {
        '/a': {
          description: 'Of the path.',
          parameters: [{ name: 'id', in: 'path' }],
          get: {
            operationId: 'get_a',
            description: 'Of the operation.',
            deprecated: true,
            tags: ['one', 'two', 'three', 4],
            externalDocs: { url: 'https://a.example', description: 'More.' },
            requestBody: {
              required: true,
              description: 'The body.',
              content: { 'application/json': { schema: { properties: { a: {} } } } },
            },
            responses: { 200: {}, default: {} },
          },
        },
      },
    },
    { tagPages: { one: 'one-tag' } },
  );
  expect(model).toMatchObject({
    kind: 'operation',
    title: 'Page',
    operationId: 'get_a',
    method: 'GET',
    path: '/a',
    description: 'Of the operation.\n\nOf the path.',
    deprecation: { facts: [] },
    tags: [
      { label: 'The one', href: '/1.0/api/one-tag/' },
      { label: 'Second' },
      { label: 'three' },
    ],
    externalDocs: { url: 'https://a.example', description: 'More.' },
    servers: [{ url: '/root' }],
    security: [{ schemes: [{ scheme: { name: 'key' } }] }],
    parameters: [{ in: 'path' }],
    requestBody: { required: true, description: 'The body.' },
    responses: [{ status: '200' }, { status: 'default' }],
  });
  expect(model.requestBody?.content[0]?.schema?.properties[0]?.anchor).toBe('request-a');
  expect(model.samples.length).toBeGreaterThan(0);
});

const servers = (url: string) => [{ url }];

test.each<[string, object, string[]]>([
  ['its own', { servers: servers('/o') }, ['/o']],
  ['those of the path where it has none', {}, ['/p']],
  ['those of the path where its list is empty', { servers: [] }, ['/p']],
])('servers: %s', (_name, operation, expected) => {
  const document = {
    servers: servers('/d'),
    paths: { '/a': { servers: servers('/p'), get: operation } },
  };
  expect(operationOf(document).servers.map((server) => server.url)).toEqual(expected);
});

test.each([
  ['none by themselves', {}, []],
  ['their own', { servers: servers('/w') }, ['/w']],
])('servers of webhooks: %s', (_name, item, expected) => {
  const document = { servers: servers('/d'), webhooks: { made: { ...item, post: {} } } };
  const page = { kind: 'webhook', path: 'made', method: 'post' } as const;
  const model = operationOf(document, page);
  expect(model.servers.map((server) => server.url)).toEqual(expected);
});

test('server variables', () => {
  const variables = { v: { default: '1', enum: ['1', '2', 3], description: 'V.' }, w: 1 };
  const document = {
    servers: [{ url: '/{v}', name: 'Main', description: 'Live.', variables }, 1, {}],
    paths: {},
  };
  expect(operationOf(document).servers).toEqual([
    {
      url: '/{v}',
      extensions: [],
      description: 'Main: Live.',
      variables: [
        { name: 'v', default: '1', enum: ['1', '2'], description: 'V.' },
        { name: 'w', enum: [] },
      ],
    },
  ]);
});

test('an empty security of the operation means none, whatever the document asks for', () => {
  const document = { security: [{ key: [] }], paths: { '/a': { get: { security: [] } } } };
  expect(operationOf(document).security).toEqual([]);
});

test('callbacks: every expression, every method, with anchors of their own', () => {
  const operation = (summary?: string) => ({
    summary,
    requestBody: { content: { 'application/json': { schema: { properties: { id: {} } } } } },
    parameters: [{ name: 'q', in: 'query' }],
    responses: { 200: {} },
    callbacks: { nested: {} },
  });
  const onData = {
    '{$request.body#/url}': { post: operation('Data'), put: operation() },
    'https://b.example': { $ref: '#/components/pathItems/Shared' },
    'x-note': { get: {} },
    bad: 1,
  };
  const { callbacks } = operationOf({
    paths: {
      '/a': { get: { callbacks: { onData, other: { $ref: '#/components/callbacks/Other' } } } },
    },
    components: {
      pathItems: { Shared: { post: operation() } },
      callbacks: { Other: { 'https://c.example': { get: {} } } },
    },
  });
  const told = callbacks.map(
    ({ name, expression, operation: { title, method, requestBody, responses, parameters } }) => [
      name,
      expression,
      `${method} ${title}`,
      requestBody?.content[0]?.schema?.properties[0]?.anchor,
      parameters[0]?.parameters[0]?.anchor,
      responses[0]?.anchor,
    ],
  );
  const anchors = (prefix: string) =>
    ['request-id', 'query-q', 'response-200'].map((end) => `${prefix}-${end}`);
  expect(told).toEqual([
    ['onData', '{$request.body#/url}', 'POST Data', ...anchors('callback-onData-post')],
    ['onData', '{$request.body#/url}', 'PUT onData', ...anchors('callback-onData-put')],
    ['onData', 'https://b.example', 'POST onData', ...anchors('callback-onData-post-2')],
    ['other', 'https://c.example', 'GET other', undefined, undefined, undefined],
  ]);
});

test('a media type of which the document only says the name', () => {
  const content = { 'application/json': null, 'text/plain': 1 };
  const document = { paths: { '/a': { get: { responses: { 200: { content } } } } } };
  expect(operationOf(document).responses[0]?.content.map(({ mediaType }) => mediaType)).toEqual([
    'application/json',
  ]);
});

test('callbacks: the samples of the document, and no other ones', () => {
  const get = { 'x-codeSamples': [{ lang: 'php', source: 'listen();' }] };
  const { callbacks } = operationOf({
    paths: { '/a': { get: { callbacks: { onData: { 'https://b.example': { get, post: {} } } } } } },
  });
  expect(
    callbacks.map(({ operation: { samples } }) => samples.map(({ variants }) => variants[0]?.code)),
  ).toEqual([['listen();'], []]);
});

test('a webhook: by its name, without samples', () => {
  const document = { webhooks: { created: { post: { operationId: 'hook', responses: {} } } } };
  expect(operationOf(document, { kind: 'webhook', path: 'created', method: 'post' })).toMatchObject(
    {
      kind: 'webhook',
      path: 'created',
      operationId: 'hook',
      samples: [],
    },
  );
});

test('a method of OpenAPI 3.2, and a path item by reference', () => {
  const document = {
    paths: { '/a': { $ref: '#/components/pathItems/A', description: 'Here.' } },
    components: {
      pathItems: {
        A: { description: 'There.', additionalOperations: { COPY: { operationId: 'copy' } } },
      },
    },
  };
  expect(operationOf(document, { method: 'copy' })).toMatchObject({
    operationId: 'copy',
    method: 'COPY',
    description: 'Here.',
  });
});

test.each([
  ['what it asks for', { security: [{ key: [] }] }, ['key']],
  ['nothing of what the document asks for', {}, []],
])('security of a callback: %s', (_name, operation, expected) => {
  const callbacks = { done: { '{$url}': { post: operation } } };
  const document = { security: [{ other: [] }], paths: { '/a': { get: { callbacks } } } };
  const [callback] = operationOf(document).callbacks;
  const schemes = callback?.operation.security.flatMap((one) => one.schemes);
  expect(schemes?.map(({ scheme }) => scheme.name)).toEqual(expected);
});
