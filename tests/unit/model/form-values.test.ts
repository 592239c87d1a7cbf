import { describe, expect, it } from 'vitest';
import {
  chosenBaseUrl,
  type FormValues,
  initialValues,
  requestOf,
} from '../../../src/model/form-values.ts';
import { LANGUAGES } from '../../../src/model/languages/table.ts';
import { buildRequestForm, type RequestForm } from '../../../src/model/request-form.ts';
import type { SliceDocument } from '../../../src/slices/slice.ts';

const OPERATION = {
  parameters: [
    { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
    { name: 'page', in: 'query', schema: { type: 'integer' } },
    { name: 'size', in: 'query', example: 20, schema: { type: 'integer' } },
  ],
  security: [{ token: [] }, { login: [] }],
  requestBody: {
    content: {
      'application/xml': { schema: { type: 'string' }, example: '<a/>' },
      'application/json': { schema: { type: 'object' }, example: { a: 1 } },
      'multipart/form-data': {
        schema: {
          required: ['picture'],
          properties: {
            picture: { type: 'string', format: 'binary' },
            id: { type: 'integer', readOnly: true },
            note: { type: 'string' },
          },
        },
      },
      'image/*': {},
    },
  },
};

function formOf(
  servers: object[] = [],
  kind = 'operation',
  method = 'post',
  path = '/a/{id}',
): RequestForm {
  const form = buildRequestForm({
    openapi: '3.1.0',
    info: { title: '', version: '' },
    servers,
    paths: { [path]: { [method]: OPERATION } },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        login: { type: 'http', scheme: 'basic' },
      },
    },
    'x-page': {
      kind,
      api: 'a',
      id: 'a',
      title: '',
      path,
      method,
      schemaPages: {},
      tagPages: {},
    },
  } as unknown as SliceDocument);
  if (!form) throw new Error('There is no form');
  return form;
}

const VARIABLES = { region: { default: 'eu', enum: ['eu', 'us'] } };

describe('the base URL', () => {
  it.each<[string, object[], Partial<FormValues>, string]>([
    ['none', [], {}, 'https://api.example.com'],
    ['none, and the instance', [], { host: 'https://a.example/' }, 'https://a.example'],
    ['relative', [{ url: '/api/v3' }], {}, 'https://api.example.com/api/v3'],
    [
      'relative, and the instance',
      [{ url: '/api/v3' }],
      { host: 'a.example' },
      'https://a.example/api/v3',
    ],
    [
      'relative, and the whole address',
      [{ url: '/api/v3' }],
      { host: 'http://a.example/api/v3/' },
      'http://a.example/api/v3',
    ],
    ['absolute', [{ url: 'https://a.example/' }], { host: 'b.example' }, 'https://a.example'],
    [
      'with variables',
      [{ url: 'https://{region}.example', variables: VARIABLES }],
      { variables: ['us'] },
      'https://us.example',
    ],
    [
      'own',
      [{ url: 'https://a.example' }],
      { server: 'own', host: 'b.example/x/' },
      'https://b.example/x',
    ],
  ])('%s', (_name, servers, given, expected) => {
    const form = formOf(servers);
    expect(chosenBaseUrl(form, { ...initialValues(form), ...given })).toBe(expected);
  });

  it.each([
    ["http://a.example/' + pwn() + '", 'http://a.example/%27%20+%20pwn()%20+%20%27'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('%s of a reader is encoded', (host, expected) => {
    const form = formOf([{ url: '/' }]);
    const { url } = requestOf(form, { ...initialValues(form), server: 'own', host }, {});
    expect(url.startsWith(expected)).toBe(true);
    expect(url).toMatch(/^[!#-&(-~]+$/);
  });

  it('of a server that another operation does not have is the first one', () => {
    const form = formOf([{ url: 'https://a.example' }]);
    const values = initialValues(form, { server: '3', host: 'b.example' });
    expect([values.server, chosenBaseUrl(form, values)]).toEqual(['0', 'https://a.example']);
  });
});

describe('the request', () => {
  it.each(['.evil.example/{id}', '@evil.example/{id}', ':9/{id}', '{id}.evil.example'])(
    'stays with its server, whatever its path: %s',
    (path) => {
      const form = formOf([{ url: 'https://good.example' }], 'operation', 'post', path);
      const { url } = requestOf(form, initialValues(form), {});
      expect(new URL(url).host).toBe('good.example');
    },
  );

  const form = formOf();
  const initial = initialValues(form);

  it('begins with the examples of the document, and JSON', () => {
    expect(requestOf(form, initial, {})).toEqual({
      method: 'POST',
      url: 'https://api.example.com/a/1?size=20',
      headers: [
        ['Content-Type', 'application/json'],
        ['Authorization', 'Bearer YOUR_TOKEN'],
      ],
      body: { kind: 'json', text: '{\n  "a": 1\n}' },
    });
  });

  it('has what is filled in, and secrets', () => {
    const values = { ...initial, parameters: ['7', '2', ''], hasBody: false };
    expect(requestOf(form, values, { token: { token: 't' } })).toEqual({
      method: 'POST',
      url: 'https://api.example.com/a/7?page=2',
      headers: [['Authorization', 'Bearer t']],
    });
    const { basic } = requestOf(
      form,
      { ...values, alternative: '1' },
      { login: { username: 'ann' } },
    );
    expect(basic).toEqual({ username: 'ann', password: 'PASSWORD' });
  });

  it('has the digits that are typed, in the address and the body', () => {
    const text = '{"id":1945044589271781377,"price":1.10}';
    const bodies = initial.bodies.map((body, index) => (index === 1 ? { ...body, text } : body));
    const { url, body } = requestOf(
      form,
      { ...initial, parameters: ['9007199254740993', '-0', '1e400'], bodies },
      {},
    );
    expect(url).toBe('https://api.example.com/a/9007199254740993?page=-0&size=1e400');
    expect(body).toEqual({ kind: 'json', text });
    const request = requestOf(form, { ...initial, parameters: ['1.0', '', ''], bodies }, {});
    for (const { id, write } of LANGUAGES) {
      const code = write(request);
      expect(code, id).toContain('1945044589271781377');
      expect(code, id).toContain('1.10');
      expect(code, id).toContain('/a/1.0');
    }
  });

  it('of a form lacks what is only read, and names files', () => {
    const bodies = initial.bodies.map((body, index) =>
      index === 2 ? { ...body, fields: [[{ name: 'me.png' }], 'hi'] } : body,
    );
    const { body, headers } = requestOf(form, { ...initial, bodyType: '2', bodies }, {});
    expect(body).toMatchObject({
      kind: 'multipart',
      fields: [
        { name: 'picture', value: 'me.png', isFile: true },
        { name: 'note', value: 'hi', isFile: false },
      ],
    });
    expect(headers.map(([name]) => name)).toEqual(['Authorization']);
  });

  it('of a media type range is of a type of that range', () => {
    const { body, headers } = requestOf(form, { ...initial, bodyType: '3' }, {});
    expect(body).toEqual({ kind: 'file', fileName: 'file.bin' });
    expect(headers[0]).toEqual(['Content-Type', 'image/png']);
  });

  it('of GET has no body', () => {
    expect(formOf([], 'operation', 'get').bodies).toEqual([]);
  });
});
