import { describe, expect, it } from 'vitest';
import { Checker } from './check/check.ts';
import type { Message } from './check/message.ts';

const text = { schema: { type: 'string' } };
const numbers = { type: 'array', items: { type: 'integer' } };
const point = {
  type: 'object',
  required: ['x'],
  properties: { x: { type: 'integer' }, y: { type: 'integer' } },
};
const responses = { 200: { description: 'Fine', content: { 'application/json': {} } } };
const put = (content: object): object => ({
  put: { requestBody: { required: true, content }, responses },
});
const get = (...parameters: object[]): object => ({ get: { parameters, responses } });
const by = (scheme: string): object => ({ get: { security: [{ [scheme]: [] }], responses } });

const checker = new Checker({
  openapi: '3.2.0',
  servers: [
    {
      url: 'http://host/{region}/v1',
      variables: { region: { default: 'eu', enum: ['eu', 'us'] } },
    },
  ],
  paths: {
    '/simple/{id}': get({ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }),
    '/simple/list': get(),
    '/label/{id}': get({ name: 'id', in: 'path', required: true, style: 'label', schema: numbers }),
    '/matrix/{id}': get({
      name: 'id',
      in: 'path',
      required: true,
      style: 'matrix',
      explode: true,
      schema: numbers,
    }),
    '/query': get(
      { name: 'q', in: 'query', required: true, ...text },
      { name: 'list', in: 'query', explode: false, schema: numbers },
      { name: 'spaces', in: 'query', style: 'spaceDelimited', explode: false, schema: numbers },
      { name: 'pipes', in: 'query', style: 'pipeDelimited', explode: false, schema: numbers },
      { name: 'deep', in: 'query', style: 'deepObject', explode: true, schema: point },
      { name: 'json', in: 'query', content: { 'application/json': { schema: point } } },
      { name: 'open', in: 'query', allowReserved: true, ...text },
    ),
    '/exploded': get({ name: 'point', in: 'query', schema: point }),
    '/whole': get({
      name: 'all',
      in: 'querystring',
      required: true,
      content: { 'application/x-www-form-urlencoded': { schema: point } },
    }),
    '/header': get({ name: 'X-Numbers', in: 'header', required: true, schema: numbers }),
    '/cookie': get({ name: 'size', in: 'cookie', required: true, schema: { type: 'integer' } }),
    '/json': put({
      'application/json': {
        schema: { ...point, properties: { ...point.properties, id: { readOnly: true } } },
      },
    }),
    '/lines': put({ 'application/jsonl': { itemSchema: point } }),
    '/sequence': put({ 'application/json-seq': { itemSchema: point } }),
    '/form': put({
      'application/x-www-form-urlencoded': {
        schema: { type: 'object', properties: { list: numbers, all: numbers, point } },
        encoding: { list: { style: 'pipeDelimited', explode: false } },
      },
    }),
    '/parts': put({
      'multipart/form-data': {
        schema: {
          type: 'object',
          required: ['file'],
          properties: { file: { type: 'string', format: 'binary' }, point, n: { type: 'integer' } },
        },
        encoding: { file: { contentType: 'image/png, image/*' } },
      },
    }),
    '/mixed': put({
      'multipart/mixed': {
        schema: { type: 'array', prefixItems: [point] },
        prefixEncoding: [{ contentType: 'application/json' }],
      },
    }),
    '/xml': put({ 'application/xml': { schema: { xml: { name: 'point' } } } }),
    '/text': put({ 'text/*': { schema: { type: 'string', maxLength: 5 } } }),
    '/bytes': put({ 'image/png': { schema: { maxLength: 5 } } }),
    '/pet': put({ 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } }),
    '/key-header': by('keyHeader'),
    '/key-query': by('keyQuery'),
    '/key-cookie': by('keyCookie'),
    '/basic': by('basic'),
    '/bearer': by('bearer'),
    '/digest': by('digest'),
    '/oauth': by('oauth'),
    '/openid': by('openId'),
    '/both': { get: { security: [{ basic: [], keyQuery: [] }, { keyHeader: [] }], responses } },
    '/without': { get: { security: [{}, { bearer: [] }], responses } },
  },
  components: {
    schemas: {
      Pet: {
        oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
        discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' } },
      },
      Cat: { type: 'object', properties: { claws: { type: 'integer' } }, required: ['claws'] },
      Dog: { type: 'object' },
    },
    securitySchemes: {
      keyHeader: { type: 'apiKey', in: 'header', name: 'X-Key' },
      keyQuery: { type: 'apiKey', in: 'query', name: 'key' },
      keyCookie: { type: 'apiKey', in: 'cookie', name: 'sid' },
      basic: { type: 'http', scheme: 'basic' },
      bearer: { type: 'http', scheme: 'bearer' },
      digest: { type: 'http', scheme: 'digest' },
      oauth: { type: 'oauth2', flows: {} },
      openId: { type: 'openIdConnect' },
    },
  },
});

/** `GET /path`, then header lines, an empty line, and the body. */
function messageOf(source: string): Message {
  const at = source.includes('\n\n') ? source.indexOf('\n\n') : source.length;
  const [first = '', ...lines] = source.slice(0, at).split('\n');
  const [method = '', url = ''] = first.split(' ');
  const headers = lines.map((line) => line.split(/: (.*)/s) as [string, string]);
  const accept = headers.some(([name]) => name === 'Accept')
    ? []
    : [['Accept', 'application/json'] as const];
  const prefix = url.startsWith('/eu/') || url.startsWith('/asia/') ? '' : '/eu/v1';
  return {
    method,
    url: prefix + url,
    headers: [...headers, ...accept],
    body: Buffer.from(source.slice(at + 2)),
  };
}

const judge = async (source: string) => (await checker.judge(messageOf(source))).mistakes;
const body = (path: string, type: string, content: string): string =>
  `PUT ${path}\nContent-Type: ${type}\n\n${content}`;
const part = (name: string, type: string, content: string): string =>
  `--b\r\nContent-Disposition: form-data; name="${name}"${name === 'file' ? '; filename="f"' : ''}\r\n${type && `Content-Type: ${type}\r\n`}\r\n${content}\r\n`;
const parts = (...list: string[]): string =>
  body('/parts', 'multipart/form-data; boundary=b', `${list.join('')}--b--\r\n`);
const mixed = (content: string): string => body('/mixed', 'multipart/mixed; boundary=b', content);
const basic = btoa('user:word');

describe('a right request is taken', () => {
  it.each([
    'GET /simple/5',
    'GET /simple/list',
    'GET /label/.1,2',
    'GET /matrix/;id=1;id=2',
    'GET /query?q=a%20b',
    'GET /query?q=a&list=1,2&spaces=1%202&pipes=1%7C2&deep%5Bx%5D=1&deep[y]=2&json=%7B%22x%22%3A1%7D&open=/a?b',
    'GET /exploded?x=1&y=2',
    'GET /exploded',
    'GET /whole?x=1',
    'GET /header\nX-Numbers: 1,2',
    'GET /cookie\nCookie: size=3',
    body('/json', 'application/json; charset=utf-8', '{"x":1}'),
    body('/lines', 'application/jsonl', '{"x":1}\n{"x":2}\n'),
    body('/sequence', 'application/json-seq', '\u001e{"x":1}\n\u001e{"x":2}\n'),
    body(
      '/form',
      'application/x-www-form-urlencoded',
      'list=1%7C2&all=1&all=2&point=%7B%22x%22%3A1%7D',
    ),
    parts(
      part('file', 'image/gif', 'x'),
      part('point', 'application/json', '{"x":1}'),
      part('n', '', '5'),
    ),
    mixed('--b\r\nContent-Type: application/json\r\n\r\n{"x":1}\r\n--b--\r\n'),
    body('/xml', 'application/xml', '<?xml version="1.0"?><point><x>1</x></point>'),
    body('/text', 'text/plain', 'abc'),
    body('/bytes', 'image/png', 'abc'),
    body('/pet', 'application/json', '{"kind":"cat","claws":4}'),
    body('/pet', 'application/json', '{"kind":"Dog"}'),
    'GET /key-header\nX-Key: a',
    'GET /key-query?key=a',
    'GET /key-cookie\nCookie: sid=a',
    `GET /basic\nAuthorization: Basic ${basic}`,
    'GET /bearer\nAuthorization: bearer t',
    'GET /digest\nAuthorization: Digest t',
    'GET /oauth\nAuthorization: Bearer t',
    'GET /openid\nAuthorization: Bearer t',
    `GET /both?key=a\nAuthorization: Basic ${basic}`,
    'GET /both\nX-Key: a',
    'GET /without',
  ])('%s', async (source) => {
    expect(await judge(source)).toEqual([]);
  });
});

describe('a wrong request is refused', () => {
  it.each([
    ['POST /simple/5', 'there is no POST'],
    ['GET /nothing', 'there is no GET'],
    ['GET /asia/v1/simple/5', 'server variable region is "asia"'],
    ['GET /simple/five', 'path parameter id: must be integer'],
    ['GET /simple/', 'path parameter id: is empty'],
    ['GET /simple/%zz', 'path parameter id: is not percent-encoded'],
    ['GET /label/1,2', 'path parameter id: does not begin with a dot'],
    ['GET /label/.1.2', 'path parameter id: /0 must be integer'],
    ['GET /matrix/1,2', 'path parameter id: does not begin with a semicolon'],
    ['GET /matrix/;other=1', 'path parameter id: does not name id'],
    ['GET /query', 'query parameter q: is missing'],
    ['GET /query?q=a&q=b', 'query parameter q: comes more than once'],
    ['GET /query?q=a&x=1', 'query parameter x is not declared'],
    ['GET /query?q=a&list=1&list=2', 'query parameter list: comes more than once'],
    ['GET /query?q=a&list=1%7C2', 'query parameter list: /0 must be integer'],
    ['GET /query?q=a&spaces=1,2', 'query parameter spaces: /0 must be integer'],
    ['GET /query?q=a&pipes=1,2', 'query parameter pipes: /0 must be integer'],
    ['GET /query?q=a&deep.x=1', 'query parameter deep.x is not declared'],
    ['GET /query?q=a&deep[y]=1', "query parameter deep: must have required property 'x'"],
    ['GET /query?q=a&deep[x][y]=1', 'query parameter deep: has a name that is not of the form'],
    ['GET /query?q=a&json=x', 'query parameter json: is no JSON'],
    ['GET /query?q=a&json=%7B%7D', "query parameter json: must have required property 'x'"],
    ['GET /query?q=a&open=%2Fa', 'query parameter open: encodes characters that are to stay'],
    ['GET /exploded?x=a', 'query parameter point: /x must be integer'],
    ['GET /exploded?z=1', 'query parameter z is not declared'],
    ['GET /whole', 'querystring parameter all: is missing'],
    ['GET /whole?x=a', 'querystring parameter all: x must be integer'],
    ['GET /header', 'header parameter X-Numbers: is missing'],
    ['GET /header\nX-Numbers: a', 'header parameter X-Numbers: /0 must be integer'],
    ['GET /header\nX-Numbers: 1\nX-More: 1', 'header x-more is not declared'],
    ['GET /cookie', 'cookie parameter size: is missing'],
    ['GET /cookie\nCookie: size=a', 'cookie parameter size: must be integer'],
    ['GET /cookie\nCookie: size=1; more=2', 'cookie parameter more is not declared'],
    ['GET /simple/5\nAccept: text/html', 'Accept is text/html, not one of application/json'],
    ['GET /simple/5\nAccept: */*', 'Accept is */*, not one of application/json'],
    ['GET /simple/5\n\nbody', 'a body is sent, and none is declared'],
    ['PUT /json', 'the required body is missing'],
    ['PUT /json\n\n{"x":1}', 'the body has no Content-Type'],
    [body('/json', 'text/plain', '{"x":1}'), 'Content-Type text/plain is not declared'],
    [body('/json', 'application/json', '{x:1}'), 'body: is no JSON'],
    [body('/json', 'application/json', '{"x":"1"}'), 'body: /x must be integer'],
    [body('/json', 'application/json', '{"x":1,"id":1}'), 'body: /id must NOT be valid'],
    [body('/lines', 'application/jsonl', '[{"x":1}]'), 'body: must be object'],
    [body('/lines', 'application/jsonl', '{"x":1'), 'body: is no sequence'],
    [body('/sequence', 'application/json-seq', '{"x":1}\n'), 'body: is no sequence'],
    [
      body('/form', 'application/x-www-form-urlencoded', 'list=1&list=2'),
      'body: list comes more than once',
    ],
    [body('/form', 'application/x-www-form-urlencoded', 'all=a'), 'body: all /0 must be integer'],
    [body('/form', 'application/x-www-form-urlencoded', 'point=x'), 'body: point is no JSON'],
    [parts(part('file', 'text/plain', 'x')), 'body: part file is text/plain, not image/png'],
    [parts(part('file', 'image/*', 'x')), 'body: part file is image/*, not image/png'],
    [parts(part('n', '', '5')), "body: must have required property 'file'"],
    [parts(part('file', 'image/png', 'x'), part('n', '', 'a')), 'body: /n must be integer'],
    [
      parts(part('file', 'image/png', 'x'), part('point', '', '{"x":1}')),
      'body: part point is without a type, not application/json',
    ],
    [body('/parts', 'multipart/form-data', 'x'), 'body: its Content-Type has no boundary'],
    [body('/parts', 'multipart/form-data; boundary=b', '--b\n\nx\n--b--'), 'body: is no multipart'],
    [mixed('--b\r\n\r\n{"x":1}\r\n--b--\r\n'), 'body: part 1 is without a type'],
    [body('/xml', 'application/xml', '<point>'), 'body: is no XML'],
    [body('/xml', 'application/xml', '<root/>'), 'body: has the root root, not point'],
    [body('/text', 'text/plain', 'abcdef'), 'body: must NOT have more than 5'],
    [body('/text', 'text/*', 'abc'), 'Content-Type text/* is not declared'],
    [body('/bytes', 'image/png', 'abcdef'), 'body: must NOT have more than 5'],
    [body('/pet', 'application/json', '{"kind":"dog"}'), 'body: '],
    [body('/pet', 'application/json', '{"kind":"cat"}'), 'body: '],
    ['GET /key-header', 'authentication is missing: keyHeader'],
    ['GET /key-query', 'authentication is missing: keyQuery'],
    ['GET /key-cookie\nCookie: sid=', 'authentication is missing: keyCookie'],
    ['GET /basic\nAuthorization: Basic x', 'authentication is missing: basic'],
    ['GET /bearer\nAuthorization: t', 'authentication is missing: bearer'],
    ['GET /digest\nAuthorization: Bearer t', 'authentication is missing: digest'],
    ['GET /oauth\nAuthorization: Basic t', 'authentication is missing: oauth'],
    ['GET /openid', 'authentication is missing: openId'],
    ['GET /both?key=a', 'authentication is missing: basic and keyQuery or keyHeader'],
    ['GET /simple/5\nAuthorization: Bearer t', 'authentication is sent, and none is asked for'],
    ['GET /simple/5?key=a', 'query parameter key is not declared'],
  ])('%s', async (source, mistake) => {
    const mistakes = await judge(source);
    expect(mistakes.map((one) => one.slice(0, mistake.length))).toContain(mistake);
  });
});
