import { describe, expect, it } from 'vitest';
import { createContext } from '../../../../src/model/page/context.ts';
import { buildOperationPage } from '../../../../src/model/page/operation.ts';
import type { SampleRequest } from '../../../../src/model/request/request.ts';
import { LANGUAGES } from '../../../../src/model/samples/languages/table.ts';
import { samplesOf } from '../../../../src/model/samples/sample.ts';
import { buildRequest } from '../../../../src/model/samples/sample-request.ts';
import type { SliceDocument } from '../../../../src/slices/slice.ts';

interface Parts {
  readonly path?: string;
  readonly method?: string;
  readonly document?: object;
  readonly item?: object;
  readonly page?: object;
}

function build(
  operation: object,
  { path = '/a', method = 'get', document = {}, item = {}, page: own = {} }: Parts = {},
) {
  const page = {
    kind: 'operation',
    api: 'x',
    id: 'x',
    title: 'x',
    path,
    method,
    schemaPages: {},
    tagPages: {},
    ...own,
  };
  const context = createContext({
    openapi: '3.1.0',
    'x-page': page,
    ...document,
    paths: { [path]: { ...item, [method]: operation } },
  } as unknown as SliceDocument);
  return { model: buildOperationPage(context), context };
}

function request(operation: object, parts?: Parts): SampleRequest {
  const { model, context } = build(operation, parts);
  return buildRequest(model, operation, context, { fields: 'all' });
}

describe('the address', () => {
  it.each<[servers: unknown, url: string]>([
    [undefined, 'https://api.example.com/a'],
    [[], 'https://api.example.com/a'],
    [[{ url: '/api/v3' }], 'https://api.example.com/api/v3/a'],
    [[{ url: 'v1/' }], 'https://api.example.com/v1/a'],
    [[{ url: '//e.com/' }], 'https://e.com/a'],
    [[{ url: 'http://e.com:8080/x/' }, { url: 'https://other.com' }], 'http://e.com:8080/x/a'],
    [
      [{ url: 'https://{host}/{v}', variables: { host: { default: 'e.com' } } }],
      'https://e.com/v/a',
    ],
    [[{ url: "https://e.com/'$(id)`\n" }], 'https://e.com/%27$(id)%60/a'],
    [[{ url: 'http://[::1]:8080/[x]' }], 'http://[::1]:8080/%5Bx%5D/a'],
    [[{ url: 'javascript:alert(1)' }], 'https://api.example.com/javascript:alert(1)/a'],
  ])('of servers %j', (servers, url) => {
    expect(request({ servers }).url).toBe(url);
  });

  it.each<[what: string, parameter: object, url: string]>([
    ['a text', { schema: { type: 'string' } }, '/a/P'],
    ['a number', { schema: { type: 'integer' } }, '/a/P'],
    ['a number with bounds', { schema: { type: 'integer', minimum: 10 } }, '/a/P'],
    ['a UUID', { schema: { type: 'string', format: 'uuid' } }, '/a/P'],
    ['a date', { schema: { type: 'string', format: 'date' } }, '/a/2024-01-01'],
    ['a default', { schema: { type: 'string', default: 'x' } }, '/a/x'],
    ['a choice of constants', { schema: { oneOf: [{ const: 'x' }, { const: 'y' }] } }, '/a/x'],
    ['a text or a number', { schema: { type: ['string', 'integer'] } }, '/a/P'],
    ['an enum', { schema: { enum: ['x', 'y'] } }, '/a/x'],
    ['an example', { schema: { type: 'string' }, example: "a/b c'ü" }, '/a/a%2Fb%20c%27%C3%BC'],
    ['an example of the schema', { schema: { type: 'string', example: 'string' } }, '/a/string'],
    ['simple', { example: { x: 1, y: 2 } }, '/a/x,1,y,2'],
    ['simple, exploded', { example: { x: 1, y: 2 }, explode: true }, '/a/x=1,y=2'],
    ['label', { example: [1, 2], style: 'label', explode: true }, '/a/.1.2'],
    ['matrix', { example: [1, 2], style: 'matrix' }, '/a/;p=1,2'],
    ['matrix, exploded', { example: { x: 1 }, style: 'matrix', explode: true }, '/a/;x=1'],
  ])('with %s in the path', (_what, parameter, url) => {
    const parameters = [{ name: 'p', in: 'path', required: true, ...parameter }];
    expect(request({ parameters }, { path: '/a/{p}' }).url).toBe(`https://api.example.com${url}`);
  });

  it.each<[what: string, parameter: object, query: string]>([
    ['an optional one', { schema: { type: 'string' } }, ''],
    ['an optional one with a default', { schema: { type: 'string', default: 'x' } }, ''],
    ['an optional one with an example', { example: 'x&y' }, '?p=x%26y'],
    ['a required one', { schema: { type: 'boolean' }, required: true }, '?p=true'],
    ['a list', { example: [1, 2] }, '?p=1&p=2'],
    ['a list in one', { example: [1, 'a,b'], explode: false }, '?p=1,a%2Cb'],
    ['pipes', { example: [1, 2], explode: false, style: 'pipeDelimited' }, '?p=1%7C2'],
    ['spaces', { example: [1, 2], explode: false, style: 'spaceDelimited' }, '?p=1%202'],
    [
      'tabs',
      { example: ['a b', 'c'], explode: false, 'x-collectionFormat': 'tsv' },
      '?p=a%20b%09c',
    ],
    ['an object', { example: { a: 1, b: 2 } }, '?a=1&b=2'],
    ['a deep object', { example: { a: 1 }, style: 'deepObject' }, '?p%5Ba%5D=1'],
    ['reserved characters', { example: 'a/b?c', allowReserved: true }, '?p=a/b?c'],
    ['those with a meaning', { example: 'a&b#c+d', allowReserved: true }, '?p=a%26b%23c%2Bd'],
    [
      'content',
      { content: { 'application/json': { example: { a: 1 } } } },
      `?p=${encodeURIComponent('{"a":1}')}`,
    ],
  ])('with %s in the query', (_what, parameter, query) => {
    expect(request({ parameters: [{ name: 'p', in: 'query', ...parameter }] }).url).toBe(
      `https://api.example.com/a${query}`,
    );
  });

  it('takes parameters of the path item, and the operation before it', () => {
    const item = {
      parameters: [
        { name: 'p', in: 'query', example: 'item' },
        { name: 'q', in: 'query', example: 1 },
      ],
    };
    const operation = { parameters: [{ name: 'p', in: 'query', example: 'operation' }] };
    expect(new URL(request(operation, { item }).url).search).toBe('?p=operation&q=1');
  });

  it('names path parameters that the document forgot', () => {
    expect(request({}, { path: "/a b/{it's}#c" }).url).toBe(
      'https://api.example.com/a%20b/it%27s%23c',
    );
  });

  it.each([
    ['application/x-www-form-urlencoded', { a: 'x y', b: [1, 2] }, '?a=x%20y&b=1&b=2'],
    ['application/json', { a: 1 }, '?%7B%22a%22%3A1%7D'],
    ['text/plain', 'x=y', '?x%3Dy'],
  ])('writes the query as a whole: %s', (type, example, query) => {
    const content = { [type]: { example } };
    const parameters = [{ name: 'p', in: 'querystring', required: true, content }];
    expect(new URL(request({ parameters }).url).search).toBe(query);
  });
});

describe('headers', () => {
  const securitySchemes = {
    bearer: { type: 'http', scheme: 'bearer' },
    agent: { type: 'http', scheme: 'bearer+agent' },
    basic: { type: 'http', scheme: 'Basic' },
    key: { type: 'apiKey', in: 'header', name: 'X-Key' },
    query: { type: 'apiKey', in: 'query', name: 'api key' },
    cookie: { type: 'apiKey', in: 'cookie', name: 'session' },
    oauth: { type: 'oauth2', flows: {} },
    tls: { type: 'mutualTLS' },
    broken: { type: 'constructor' },
  };

  it.each<[names: string[], sent: object]>([
    [['bearer'], { headers: [['Authorization', 'Bearer YOUR_TOKEN']] }],
    [['agent'], { headers: [['Authorization', 'bearer+agent YOUR_TOKEN']] }],
    [['oauth'], { headers: [['Authorization', 'Bearer YOUR_TOKEN']] }],
    [['basic'], { headers: [], basic: { username: 'YOUR_USERNAME', password: 'YOUR_PASSWORD' } }],
    [
      ['key', 'bearer'],
      {
        headers: [
          ['X-Key', 'YOUR_API_KEY'],
          ['Authorization', 'Bearer YOUR_TOKEN'],
        ],
      },
    ],
    [['query'], { headers: [], url: 'https://api.example.com/a?api%20key=YOUR_API_KEY' }],
    [['cookie'], { headers: [['Cookie', 'session=YOUR_API_KEY']] }],
    [['tls', 'broken', 'missing'], { headers: [] }],
  ])('authenticate by %j', (names, sent) => {
    const security = [Object.fromEntries(names.map((name) => [name, []])), { bearer: [] }];
    expect(request({ security }, { document: { components: { securitySchemes } } })).toMatchObject(
      sent,
    );
  });

  it('are those of the media types, then required ones and those with an example', () => {
    const operation = {
      parameters: [
        {
          name: 'X-A',
          in: 'header',
          required: true,
          schema: { type: 'array', items: { enum: ['a', 'b'] } },
        },
        { name: 'X-B', in: 'header', example: 'ü\r\nX-Evil: 1' },
        { name: 'X-C', in: 'header', schema: { type: 'string' } },
        { name: 'Accept', in: 'header', required: true, schema: { type: 'string' } },
        { name: 'X Bad\n', in: 'header', example: 'a' },
        { name: 'c', in: 'cookie', example: 'd;e' },
      ],
      requestBody: {
        content: { 'text/plain': { example: 'a' }, 'application/json': { example: {} } },
      },
      responses: {
        400: { description: '', content: { 'application/problem+json': {} } },
        200: { description: '', content: { 'application/json': {}, 'text/csv': {} } },
      },
    };
    expect(request(operation, { method: 'post' }).headers).toEqual([
      ['Accept', 'application/json'],
      ['Content-Type', 'application/json'],
      ['X-A', 'a'],
      ['X-B', '%C3%BC X-Evil: 1'],
      ['Cookie', 'c=d%3Be'],
    ]);
  });
});

describe('the body', () => {
  const body = (type: string, media: object, method = 'post') =>
    request({ requestBody: { content: { [type]: media } } }, { method }).body;

  it.each<[what: string, type: string, media: object, expected: unknown]>([
    ['JSON', 'application/json', { schema: { type: 'integer' } }, { kind: 'json', text: '0' }],
    ['text', 'text/plain', { example: 'a' }, { kind: 'text', text: 'a' }],
    ['bytes', 'application/octet-stream', {}, { kind: 'file', fileName: 'file.bin' }],
    [
      'an image',
      'image/*',
      { schema: { type: 'string', format: 'binary' } },
      { kind: 'file', fileName: 'file.bin' },
    ],
    ['nothing to go by', 'application/json', {}, undefined],
    [
      'a JSON text sequence (RFC 7464)',
      'application/json-seq',
      { example: [{ a: 1 }, { a: 2 }] },
      { kind: 'text', text: '\u001e{"a":1}\n\u001e{"a":2}\n' },
    ],
    [
      'parts by position, with the line ends of RFC 2046 and no range for a type',
      'multipart/mixed',
      {
        example: [{ a: 1 }, 'x'],
        prefixEncoding: [{ contentType: 'application/json' }],
        itemEncoding: { contentType: 'text/*' },
      },
      {
        kind: 'text',
        text:
          '--boundary\r\nContent-Type: application/json\r\n\r\n{"a":1}\r\n' +
          '--boundary\r\nContent-Type: text/plain\r\n\r\nx\r\n--boundary--\r\n',
      },
    ],
    [
      'YAML',
      'application/yaml',
      { schema: { type: 'object' }, example: { a: [1, 'no'] } },
      { kind: 'text', text: 'a:\n  - 1\n  - "no"' },
    ],
    [
      'YAML that the document has written',
      'text/x-yaml',
      { schema: {}, example: 'a: 1' },
      { kind: 'text', text: 'a: 1' },
    ],
    [
      'a form that the document has written',
      'application/x-www-form-urlencoded',
      { schema: { type: 'string' }, example: 'a=b+c&d=%26' },
      { kind: 'text', text: 'a=b+c&d=%26' },
    ],
    [
      'parts that the document has written, with their boundary',
      'multipart/mixed; boundary=x',
      { example: '--x y\n\nb\n--x y--\n' },
      { kind: 'text', text: '--x y\r\n\r\nb\r\n--x y--\r\n' },
    ],
    [
      'parts that are YAML or XML',
      'multipart/form-data',
      {
        example: { y: { a: 1 }, x: { a: 1 }, t: 'a: 1' },
        encoding: {
          y: { contentType: 'application/yaml' },
          x: { contentType: 'application/xml' },
          t: { contentType: 'application/yaml' },
        },
      },
      {
        kind: 'multipart',
        fields: [
          { name: 'y', value: 'a: 1', isFile: false, contentType: 'application/yaml' },
          {
            name: 'x',
            value: '<?xml version="1.0" encoding="UTF-8"?>\n<root>\n  <a>1</a>\n</root>',
            isFile: false,
            contentType: 'application/xml',
          },
          { name: 't', value: 'a: 1', isFile: false, contentType: 'application/yaml' },
        ],
      },
    ],
    [
      'the parts of the variant that the example is of',
      'multipart/form-data',
      {
        schema: {
          oneOf: [
            { properties: { a: { type: 'string' } } },
            { properties: { b: { type: 'string', format: 'binary' } } },
          ],
        },
        example: { b: 'x' },
      },
      { kind: 'multipart', fields: [{ name: 'b', value: 'b.bin', isFile: true }] },
    ],
    [
      'parts that are JSON, or of a range of media types',
      'multipart/form-data',
      {
        schema: { properties: { f: { format: 'binary' } } },
        example: { o: { a: 1 }, f: 'x' },
        encoding: { f: { contentType: 'audio/*, video/*' } },
      },
      {
        kind: 'multipart',
        fields: [
          { name: 'o', value: '{"a":1}', isFile: false, contentType: 'application/json' },
          { name: 'f', value: 'f.bin', isFile: true, contentType: 'audio/mpeg' },
        ],
      },
    ],
  ])('%s', (_what, type, media, expected) => {
    expect(body(type, media)).toEqual(expected);
  });

  it.each([
    ['get', true],
    ['head', true],
    ['delete', true],
    ['options', true],
    ['trace', false],
  ])('of %s: %s', (method, isSent) => {
    expect(body('application/json', { example: 1 }, method) !== undefined).toBe(isSent);
  });

  it('has a file where a part of a form holds bytes', () => {
    const schema = {
      properties: { a: { type: 'string' }, f: { type: 'array', items: { format: 'binary' } } },
    };
    expect(
      body('multipart/form-data', { schema, encoding: { a: { contentType: 'text/x, text/y' } } }),
    ).toEqual({
      kind: 'multipart',
      fields: [
        { name: 'a', value: 'string', isFile: false, contentType: 'text/x' },
        { name: 'f', value: 'f.bin', isFile: true },
      ],
    });
  });
});

describe('samplesOf', () => {
  it('writes every language', async () => {
    const operation = {
      security: [{ token: [] }],
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      requestBody: {
        content: {
          'application/json': {
            example: { reason: 'it\'s\n"$HOME" `x` \\ ü', on: true, none: null, list: [1, {}] },
          },
        },
      },
      responses: { 200: { description: '', content: { 'application/json': {} } } },
    };
    const { model, context } = build(operation, {
      path: '/users/{id}/',
      method: 'post',
      document: { components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } } },
    });
    const samples = samplesOf(model, operation, context);
    expect(samples.map(({ id, label }) => [id, label])).toEqual(
      LANGUAGES.map(({ id, label }) => [id, label]),
    );
    for (const { id, variants } of samples) {
      expect(variants.length).toBe(1);
      await expect(`${variants[0]?.code}\n`).toMatchFileSnapshot(`snapshot/sample/page.${id}`);
    }
  });

  const idsOf = (operation: object, page: object = {}) => {
    const { model, context } = build(operation, { page });
    return samplesOf(model, operation, context).map(({ id, label, variants }) =>
      [id, label, ...variants.map((variant) => variant.label ?? 'ours')].join(' | '),
    );
  };

  it.each<[choice: object[], expected: string[]]>([
    [[], []],
    [
      [{ id: 'python' }, { id: 'curl' }],
      ['python | Python | ours', 'curl | curl | ours'],
    ],
    [[{ id: 'javascript', label: 'Browser' }], ['javascript | Browser | ours']],
  ])('writes the languages that are asked for: %j', (samples, expected) => {
    expect(idsOf({}, { samples })).toEqual(expected);
  });

  it.each<[what: string, operation: object, expected: string[]]>([
    [
      'a language of the table, once or several times',
      {
        'x-codeSamples': [
          { lang: 'Python', source: 'a', label: 'SDK' },
          { lang: 'py', source: 'b' },
        ],
      },
      ['python | Python | SDK | Python | ours', 'curl | curl | ours'],
    ],
    [
      'a language that is not asked for, and one that is in no table',
      {
        'x-codeSamples': [
          { lang: 'JS', source: 'a' },
          { lang: 'Objective-C++ "<b>', source: 'b' },
        ],
      },
      [
        'javascript | JavaScript | JavaScript',
        'x-objective-c-b | Objective-C++ "<b> | Objective-C++ "<b>',
        'curl | curl | ours',
        'python | Python | ours',
      ],
    ],
    [
      'the older spelling',
      { 'x-code-samples': [{ lang: 'Shell', source: 'a' }] },
      ['curl | curl | curl | ours', 'python | Python | ours'],
    ],
    [
      'what is none',
      { 'x-codeSamples': [{ lang: 'Go' }, { source: 'a' }, 5, null, { lang: 'Go', source: ' ' }] },
      ['curl | curl | ours', 'python | Python | ours'],
    ],
    [
      'no list',
      { 'x-codeSamples': { lang: 'Go', source: 'a' } },
      ['curl | curl | ours', 'python | Python | ours'],
    ],
  ])('puts those of the author first: %s', (_what, operation, expected) => {
    expect(idsOf(operation, { samples: [{ id: 'curl' }, { id: 'python' }] })).toEqual(expected);
  });

  it('writes none for a method that is no method', () => {
    const { model, context } = build({});
    expect(samplesOf({ ...model, method: "GET' ; rm" }, {}, context)).toEqual([]);
  });
});
