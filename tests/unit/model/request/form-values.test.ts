import { describe, expect, it } from 'vitest';
import type { StoredSecret } from '../../../../src/client/console/secrets.ts';
import { chosenBaseUrl } from '../../../../src/model/request/chosen-server.ts';
import {
  chosenEntries,
  type FormValues,
  initialValues,
  requestOf,
} from '../../../../src/model/request/form-values.ts';
import { buildRequestForm, type RequestForm } from '../../../../src/model/request/request-form.ts';
import { LANGUAGES } from '../../../../src/model/samples/languages/table.ts';
import type { SliceDocument } from '../../../../src/slices/slice.ts';

const OPERATION = {
  parameters: [
    { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
    { name: 'page', in: 'query', schema: { type: 'integer' } },
    { name: 'size', in: 'query', example: 20, schema: { type: 'integer' } },
  ],
  security: [{ token: [] }, { login: [] }, { key: [] }],
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
  operation: object = {},
): RequestForm {
  const form = buildRequestForm({
    openapi: '3.1.0',
    info: { title: '', version: '' },
    servers,
    paths: { [path]: { [method]: { ...OPERATION, ...operation } } },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        login: { type: 'http', scheme: 'basic' },
        key: { type: 'apiKey', in: 'query', name: 'key' },
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
      url: 'https://api.example.com/a/ID',
      headers: [
        ['Content-Type', 'application/json'],
        ['Authorization', 'Bearer YOUR_TOKEN'],
      ],
      body: { kind: 'json', text: '{\n  "a": 1\n}' },
    });
  });

  it.each([
    ['post', false, true],
    ['delete', false, true],
    ['get', false, false],
    ['head', false, false],
    ['get', true, true],
  ])(
    'a body of %s that is required (%s) is sent from the beginning (%s)',
    (method, required, is) => {
      const operation = { requestBody: { ...OPERATION.requestBody, required } };
      expect(initialValues(formOf([], 'operation', method, '/a/{id}', operation)).hasBody).toBe(is);
    },
  );

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
    expect(basic).toEqual({ username: 'ann', password: 'YOUR_PASSWORD' });
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

  it.each<[string, string, Readonly<Record<string, StoredSecret>>, object]>([
    ['no token', '0', {}, { headers: [] }],
    ['an empty token', '0', { token: { token: '' } }, { headers: [] }],
    [
      'a token for which only the client is given',
      '0',
      { token: { clientId: 'a' } },
      { headers: [] },
    ],
    ['a token', '0', { token: { token: 't' } }, { headers: [['Authorization', 'Bearer t']] }],
    ['a name and no password', '1', { login: { username: 'ann' } }, { basic: ['ann', ''] }],
    ['a password alone', '1', { login: { password: 'pw' } }, { basic: ['', 'pw'] }],
    ['neither name nor password', '1', { login: {} }, {}],
    ['the secret of another scheme', '1', { token: { token: 't' } }, {}],
    ['an API key in the query', '2', { key: { token: 'k' } }, { query: '?key=k' }],
    ['no API key, and a token', '2', { token: { token: 't' } }, { query: '' }],
  ])('that is sent has no placeholder: %s', (_what, alternative, secrets, sent) => {
    const values = { ...initial, alternative, parameters: ['7', '', ''], hasBody: false };
    const { url, headers, basic } = requestOf(form, values, secrets, 'send');
    const { query = '', ...others } = sent as { query?: string; basic?: [string, string] };
    expect(url).toBe(`https://api.example.com/a/7${query}`);
    expect({ headers: [], basic: undefined, ...others }).toMatchObject({
      headers: headers as unknown[],
      basic: basic && [basic.username, basic.password],
    });
    expect(JSON.stringify([url, headers, basic])).not.toMatch(/YOUR_|USERNAME|PASSWORD/);
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

  it.each([
    ['get', 4],
    ['head', 4],
    ['delete', 4],
    ['trace', 0],
  ])('of %s has %d media types for its body', (method, count) => {
    const { bodies } = formOf([], 'operation', method);
    expect(bodies).toHaveLength(count);
  });
});

describe('a form with variants', () => {
  const PASSWORD = { type: 'string', format: 'password' };
  const byPassword = {
    title: 'By password',
    type: 'object',
    required: ['grant', 'password'],
    properties: { grant: { const: 'password' }, password: PASSWORD },
  };
  const byCode = {
    title: 'By code',
    type: 'object',
    required: ['grant', 'code'],
    properties: { grant: { const: 'code' }, code: { type: 'string', examples: ['a b'] } },
  };
  const FILE = { type: 'string', format: 'binary' };
  const note = { properties: { note: { type: 'string' } } };

  const bodyOf = (media: object, type = 'application/x-www-form-urlencoded'): RequestForm =>
    formOf([], 'operation', 'post', '/a', { requestBody: { content: { [type]: media } } });

  /** The fields of each variant, by its label, and what is sent once it is chosen. */
  function variantsOf(form: RequestForm): Record<string, unknown> {
    const [body] = form.bodies;
    const initial = initialValues(form);
    const [given] = initial.bodies;
    if (!body || !given) throw new Error('There is no body');
    return Object.fromEntries(
      body.variants.map(({ label }, index) => {
        const chosen = { ...given, variant: String(index) };
        const names = chosenEntries(body, chosen).map(
          ({ entry: { name, control, required } }) =>
            `${name}${required ? '*' : ''}: ${control.kind}`,
        );
        const { body: sent } = requestOf(form, { ...initial, bodies: [chosen] }, {});
        const fields = sent && 'fields' in sent ? sent.fields : [];
        return [label, [...names, fields.map(({ name, value }) => `${name}=${value}`).join('&')]];
      }),
    );
  }

  const PASSWORD_FIELDS = [
    'grant*: choice',
    'password*: password',
    'grant=password&password=YOUR_PASSWORD',
  ];
  const CODE_FIELDS = ['grant*: choice', 'code*: text', 'grant=code&code=a b'];

  it.each<[string, object, Record<string, unknown>]>([
    [
      'oneOf',
      { oneOf: [byPassword, byCode] },
      { 'By password': PASSWORD_FIELDS, 'By code': CODE_FIELDS },
    ],
    [
      'anyOf beside properties',
      { ...note, anyOf: [byPassword, byCode] },
      {
        'By password': ['note: text', ...PASSWORD_FIELDS.slice(0, 2), PASSWORD_FIELDS[2]],
        'By code': ['note: text', ...CODE_FIELDS.slice(0, 2), CODE_FIELDS[2]],
      },
    ],
    [
      'a choice inside of allOf',
      { allOf: [note, { oneOf: [byPassword, byCode] }] },
      {
        'By password': ['note: text', ...PASSWORD_FIELDS.slice(0, 2), PASSWORD_FIELDS[2]],
        'By code': ['note: text', ...CODE_FIELDS.slice(0, 2), CODE_FIELDS[2]],
      },
    ],
    [
      'a choice inside of a choice',
      {
        oneOf: [
          { title: 'Secret', oneOf: [byPassword, byCode] },
          { title: 'None', ...note },
        ],
      },
      {
        'Secret, By password': PASSWORD_FIELDS,
        'Secret, By code': CODE_FIELDS,
        None: ['note: text', 'note=A comment'],
      },
    ],
    [
      'what is required alone',
      {
        properties: { a: { type: 'string' }, b: { type: 'string' } },
        anyOf: [{ required: ['a'] }, { required: ['b'] }],
      },
      {
        'with a': ['a*: text', 'b: text', 'a=string'],
        'with b': ['b*: text', 'a: text', 'b=string'],
      },
    ],
  ])('has the fields of each: %s', (_name, schema, expected) => {
    const found = variantsOf(bodyOf({ schema }));
    expect(Object.keys(found)).toEqual(Object.keys(expected));
    for (const [label, fields] of Object.entries(expected)) {
      expect([...(found[label] as string[])].sort()).toEqual([...(fields as string[])].sort());
    }
  });

  it('begins with the variant of the example', () => {
    const form = bodyOf({
      schema: { oneOf: [byPassword, byCode] },
      example: { grant: 'code', code: '7' },
    });
    expect(initialValues(form).bodies[0]?.variant).toBe('1');
    expect(requestOf(form, initialValues(form), {}).body).toMatchObject({
      fields: [
        { name: 'grant', value: 'code' },
        { name: 'code', value: '7' },
      ],
    });
  });

  it('sends files of the variant that has them', () => {
    const form = bodyOf(
      { schema: { oneOf: [{ title: 'Text', ...note }, { properties: { note: FILE } }] } },
      'multipart/form-data',
    );
    const initial = initialValues(form);
    const bodies = initial.bodies.map((body) => ({
      ...body,
      variant: '1',
      fields: ['', [{ name: 'a.png' }]],
    }));
    expect(requestOf(form, { ...initial, bodies }, {}).body).toMatchObject({
      fields: [{ name: 'note', value: 'a.png', isFile: true }],
    });
  });

  it.each<[string, object, string, unknown]>([
    [
      'pairs, where the schema names no fields',
      { schema: { type: 'object' }, example: { a: 1, b: 'c=d' } },
      'a=1\nb=c=d',
      { kind: 'form', fields: [field('a', '1'), field('b', 'c=d')] },
    ],
    [
      'pairs, where there is no schema',
      {},
      'a b=\n\n=x\nc',
      { kind: 'form', fields: [field('a b', ''), field('c', '')] },
    ],
    [
      'a form that the document has written',
      { schema: { type: 'string' }, example: 'a=b+c&d=%26' },
      'a=b+c&d=%26',
      { kind: 'text', text: 'a=b+c&d=%26' },
    ],
  ])('is a text of %s', (_name, media, text, expected) => {
    const form = bodyOf(media);
    const initial = initialValues(form);
    const bodies = initial.bodies.map((body) => ({ ...body, text }));
    expect(requestOf(form, { ...initial, bodies }, {}).body).toEqual(expected);
    if ('example' in media) expect(initial.bodies[0]?.text).toBe(text);
  });

  it('writes parts without names with the line ends of RFC 2046', () => {
    const form = bodyOf({ example: [{ a: 1 }, 'b'] }, 'multipart/mixed');
    expect(requestOf(form, initialValues(form), {})).toMatchObject({
      headers: [['Content-Type', 'multipart/mixed; boundary=boundary'], expect.anything()],
      body: {
        text: '--boundary\r\n\r\n{"a":1}\r\n--boundary\r\n\r\nb\r\n--boundary--\r\n',
      },
    });
  });

  function field(name: string, value: string): object {
    return { name, value, isFile: false };
  }
});
