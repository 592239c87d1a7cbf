import { describe, expect, it } from 'vitest';
import { buildPage } from '../../../../../src/model/page/build-page.ts';
import type { SampleRequest } from '../../../../../src/model/request/request.ts';
import { LANGUAGES } from '../../../../../src/model/samples/languages/table.ts';
import { writeSample } from '../../../../../src/model/samples/sample.ts';
import type { Document } from '../../../../../src/openapi/types.ts';
import { planPages } from '../../../../../src/slices/plan.ts';
import type { SliceDocument } from '../../../../../src/slices/slice.ts';
import { buildSlices } from '../../../../../src/slices/slices.ts';

/** The samples of one operation of a document, by language. */
function samplesOf(item: object): Record<string, string> {
  const document = {
    openapi: '3.2.0',
    info: { title: 'Hostile', version: '1' },
    servers: [{ url: 'http://a.example' }],
    paths: { '/a/{p}': item },
  } as unknown as Document;
  const slices = buildSlices(document, planPages(document, 'api').plan);
  const slice = slices.find(({ page }) => page.kind === 'operation');
  const model = buildPage(JSON.parse(slice?.json ?? '') as SliceDocument);
  const { samples } = model as Extract<typeof model, { samples: unknown }>;
  return Object.fromEntries(samples.map(({ id, variants }) => [id, variants[0]?.code ?? '']));
}

const multipart = (example: object) => ({
  post: { requestBody: { content: { 'multipart/form-data': { example } } } },
});
const parameter = (one: object) => ({ get: { parameters: [{ required: true, ...one }] } });

/** What of a sample has to be there, to the letter. */
type Case = readonly [what: string, item: object, language: string, part: string];

const JS_CODE = "' + pwn() + '";
const PYTHON_CODE = '" + str(pwn()) + "';

it.each<Case>([
  [
    'a part named like an option',
    multipart({ '--output': '.bashrc' }),
    'httpie',
    'http --ignore-stdin --multipart -- POST http://a.example/a/p \\\n  --output=.bashrc',
  ],
  [
    'a part with a file in its name',
    multipart({ 'x=@secret.txt;type=text/plain;a': 'v' }),
    'curl',
    `printf '%b' 'Content-Disposition: form-data; name="x=@secret.txt;type=text/plain;a"\\r\\n'`,
  ],
  [
    'a part with a file in its name',
    multipart({ 'x=@secret.txt;type=text/plain;a': 'v' }),
    'httpie',
    String.raw`'x\=\@secret.txt\;type\=text/plain\;a=v'`,
  ],
  ['a part that names a file', multipart({ a: '@b' }), 'curl', `--form 'a="@b"'`],
  ['a part that names a file', multipart({ a: '<b' }), 'curl', `--form 'a="<b"'`],
  ['a part that names a file', multipart({ a: '@b' }), 'httpie', String.raw`'a=\@b'`],
  ['a part with options', multipart({ a: 'b;headers=@c' }), 'curl', `--form 'a="b;headers=@c"'`],
  [
    'a part with a line break in its name',
    multipart({ 'a\r\nB: 1': 'c' }),
    'http',
    'name="a%0D%0AB: 1"',
  ],
  [
    'a header that names a file',
    parameter({ name: 'X-A', in: 'header', example: '@secret.txt' }),
    'httpie',
    String.raw`'X-A:\@secret.txt'`,
  ],
  [
    'a header that is JSON to HTTPie',
    parameter({ name: 'X-A', in: 'header', example: '=1' }),
    'httpie',
    String.raw`'X-A:\=1'`,
  ],
  [
    'a header named like an option',
    parameter({ name: '--output', in: 'header', example: 'a' }),
    'httpie',
    'http --ignore-stdin -- GET http://a.example/a/p \\\n  --output:a',
  ],
  [
    'a header without a value',
    parameter({ name: 'X-A', in: 'header', example: '' }),
    'curl',
    "--header 'X-A;'",
  ],
  [
    'the style of a cookie in the query',
    parameter({ name: 'q', in: 'query', style: 'cookie', example: JS_CODE }),
    'node',
    "fetch('http://a.example/a/p?q=%27%20%2B%20pwn()%20%2B%20%27')",
  ],
  [
    'the style of a cookie in the query',
    parameter({ name: 'q', in: 'query', style: 'cookie', example: PYTHON_CODE }),
    'python',
    '"http://a.example/a/p?q=%22%20%2B%20str(pwn())%20%2B%20%22"\n)',
  ],
  [
    'the style of a cookie in the path',
    parameter({ name: 'p', in: 'path', style: 'cookie', example: 'a\r\nX-Evil: 1' }),
    'http',
    'GET /a/a%0D%0AX-Evil%3A%201 HTTP/1.1',
  ],
  [
    'a method that begins like another',
    { additionalOperations: { HEADX: {} } },
    'curl',
    '--request HEADX',
  ],
  [
    'a body with the words of an option',
    { post: { requestBody: { content: { 'text/plain': { example: '--request HEAD' } } } } },
    'curl',
    "--data '--request HEAD'",
  ],
  [
    'a method with quotes',
    { additionalOperations: { "X'Y|Z": {} } },
    'curl',
    `--request 'X'\\''Y|Z'`,
  ],
  [
    'a method that HTTPie takes for an address',
    { additionalOperations: { 'X-Y': {} } },
    'httpie',
    '# HTTPie cannot send this request: it only accepts methods that consist of letters.',
  ],
  [
    'a header that HTTPie cannot write',
    parameter({ name: 'X-A', in: 'header', example: 'a\\=b' }),
    'httpie',
    '# HTTPie cannot send this request: it cannot write a backslash before : = @ ; in a header',
  ],
  [
    'a name that would set a prototype',
    {
      post: {
        requestBody: {
          content: { 'application/json': { example: JSON.parse('{"__proto__":1}') } },
        },
      },
    },
    'javascript',
    "['__proto__']: 1",
  ],
])('%s: %j in %s', (_what, item, language, part) => {
  expect(samplesOf(item)[language]).toContain(part);
});

it.each(["X'; touch pwned; '", 'X\nEvil: header', 'X Y', '<script>', 'X"', 'X(Y)', 'É'])(
  'there is no sample of the method %j',
  (method) => {
    expect(samplesOf({ additionalOperations: { [method]: {} } })).toEqual({});
  },
);

describe.each(LANGUAGES)('$id', (language) => {
  const request = (parts: Partial<SampleRequest>): SampleRequest => ({
    method: 'POST',
    url: 'http://a.example/',
    headers: [],
    ...parts,
  });

  it.each(['file:///etc/passwd', 'gopher://a.example/', 'javascript:pwn()', '-o', 'http:///a'])(
    'explains that %s cannot be sent',
    (url) => {
      const code = writeSample(request({ url }), language);
      expect(code).toMatch(/^(<\?php\n\n)?(#|\/\/) This request cannot be sent: [\w .]+$/);
    },
  );

  it('lets no value start a new line of the message or leave the folder', () => {
    const code = writeSample(
      request({
        headers: [
          ['X-A', 'a\r\nX-Evil: 1'],
          ['X-B: 1\nX-Evil', 'b'],
        ],
        body: {
          kind: 'multipart',
          fields: [
            { name: 'a"\r\nX-Evil: 1', value: '../../.ssh/id_rsa', isFile: true },
            { name: 'b', value: 'c', isFile: false, contentType: 'text/plain\r\nX-Evil: 1' },
          ],
        },
      }),
      language,
    );
    expect(code).toContain('a X-Evil: 1');
    expect(code).not.toMatch(/^X-Evil|\\nX-Evil|\.\.\/|X-B/m);
  });
});
