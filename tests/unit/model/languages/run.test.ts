import { execFile, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../src/model/languages/table.ts';
import type { SampleRequest } from '../../../../src/model/request.ts';
import { writeSample } from '../../../../src/model/sample.ts';

interface Arrived {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

const arrived: Arrived[] = [];
const server = http.createServer((incoming, response) => {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('end', () => {
    const { method, url, headers } = incoming;
    arrived.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
    response.end('{}');
  });
});
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'samples-'));
let origin = '';

beforeAll(async () => {
  fs.writeFileSync(path.join(folder, 'file.bin'), 'BYTES');
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  fs.rmSync(folder, { recursive: true });
});

const hasProgram = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;

/** How the samples of a language are run, where the machine can. */
const RUNNERS: Readonly<Record<string, { can: boolean; run: (code: string) => Promise<void> }>> = {
  curl: { can: hasProgram('curl', '--version'), run: (code) => start('bash', ['-c', code]) },
  httpie: { can: hasProgram('http', '--version'), run: (code) => start('bash', ['-c', code]) },
  javascript: {
    can: true,
    run: (code) => start(process.execPath, ['--input-type=module', '-e', code]),
  },
  node: { can: true, run: (code) => start(process.execPath, ['--input-type=module', '-e', code]) },
  python: {
    can: hasProgram('python3', '-c', 'import requests'),
    run: (code) => start('python3', ['-c', code]),
  },
  go: { can: hasProgram('go', 'version'), run: (code) => inFile('main.go', code, 'go', ['run']) },
  java: { can: hasProgram('javac', '--version'), run: (code) => inFile('Main.java', code, 'java') },
  php: {
    can: hasProgram('php', '-r', 'exit(function_exists("curl_init") ? 0 : 1);'),
    run: (code) => inFile('main.php', code, 'php'),
  },
  ruby: { can: hasProgram('ruby', '--version'), run: (code) => start('ruby', ['-e', code]) },
};

function inFile(name: string, code: string, program: string, args: string[] = []): Promise<void> {
  fs.writeFileSync(path.join(folder, name), code);
  return start(program, [...args, name]);
}

function start(program: string, args: string[]): Promise<void> {
  return new Promise((done, fail) => {
    const env = { ...process.env, NO_PROXY: '*', no_proxy: '*' };
    execFile(program, args, { cwd: folder, timeout: 60_000, env }, (error, _out, errors) =>
      error ? fail(new Error(`${error.message}\n${errors}`)) : done(),
    );
  });
}

const HAIRY =
  'it\'s "q" `b` $HOME $(id) \\ \\n {x} %41 & <a> #1; !1 ü \u{1f600} $\u007by} : true,\n @end\t\u0007';
const FORM = [
  { name: 'plain', value: 'a', isFile: false },
  { name: "na'me $x", value: HAIRY, isFile: false },
  { name: 'at', value: '@file.bin', isFile: false },
  { name: 'constructor', value: 'x;type=y', isFile: false },
];

const REQUESTS: Record<string, Omit<SampleRequest, 'url'> & { readonly url: string }> = {
  'a GET with a query': {
    method: 'GET',
    url: '/a/%27b%27/(c)/$HOME?q=1,2&r=%20%22&s%5Bt%5D=u!',
    headers: [
      ['Accept', 'application/json'],
      ['X-Hairy', `it's "q" \`b\` $HOME \\ {x}; : true,`],
      ['Cookie', 'a=b; c=%27'],
    ],
  },
  'a DELETE': { method: 'DELETE', url: '/a', headers: [] },
  'a HEAD': { method: 'HEAD', url: '/a', headers: [] },
  'another method': { method: 'PROPFIND', url: '/a', headers: [['X-A', 'b']] },
  'basic authentication': {
    method: 'GET',
    url: '/a',
    headers: [],
    basic: { username: 'USERNAME', password: 'PASSWORD' },
  },
  'a JSON object': json({
    [HAIRY]: HAIRY,
    constructor: 'x',
    'a-b': [true, false, null, 1.5, '', [], {}, [HAIRY, { n: null }]],
  }),
  'a JSON list': json([{ a: true }, null, 'x', false]),
  'a JSON text': json(HAIRY),
  'a JSON number': json(5),
  'JSON null': json(null),
  'JSON with a prototype': json(JSON.parse('{"__proto__": {"a": 1}}')),
  'a text': {
    method: 'PUT',
    url: '/a',
    headers: [['Content-Type', 'text/plain']],
    body: { kind: 'text', text: `@${HAIRY}` },
  },
  'a form': {
    method: 'POST',
    url: '/a',
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    body: { kind: 'form', fields: FORM },
  },
  'a form with names that come again': {
    method: 'POST',
    url: '/a',
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    body: { kind: 'form', fields: [...FORM, { name: 'plain', value: 'b', isFile: false }] },
  },
  'a multipart form': {
    method: 'POST',
    url: '/a',
    headers: [],
    body: { kind: 'multipart', fields: FORM },
  },
  'a multipart form with a file': {
    method: 'POST',
    url: '/a',
    headers: [],
    body: {
      kind: 'multipart',
      fields: [
        { name: 'f', value: 'file.bin', isFile: true },
        { name: 'j', value: '{"a":";"}', isFile: false },
      ],
    },
  },
  'a multipart form with media types and a name that comes again': {
    method: 'POST',
    url: '/a',
    headers: [],
    body: {
      kind: 'multipart',
      fields: [
        { name: 'f', value: 'file.bin', isFile: true, contentType: 'text/csv' },
        { name: 'j', value: '{"a":"\\;$x#{1}`"}', isFile: false, contentType: 'application/json' },
        { name: 'f', value: 'file.bin', isFile: true },
        { name: 't', value: 'a\nb', isFile: false },
      ],
    },
  },
  'a DELETE with a body': { ...json({ a: 1 }), method: 'DELETE' },
  'a QUERY': { ...json({ a: 1 }), method: 'QUERY' },
  'a text that looks like code': {
    method: 'POST',
    url: '/a',
    headers: [['Content-Type', 'text/plain']],
    body: { kind: 'text', text: 'a\n"""#\\#(b)\n\'@\nBODY\n  `c` $\u007bd} #{e} $f \\n "' },
  },
  'a text with carriage returns': {
    method: 'POST',
    url: '/a',
    headers: [['Content-Type', 'text/plain']],
    body: { kind: 'text', text: "a\r\n\u2028\u202e\u007f $b 'c' ”d’" },
  },
  'a file': {
    method: 'POST',
    url: '/a',
    headers: [['Content-Type', 'image/png']],
    body: { kind: 'file', fileName: 'file.bin' },
  },
};

function json(value: unknown) {
  return {
    method: 'POST',
    url: '/a',
    headers: [['Content-Type', 'application/json']] as const,
    body: { kind: 'json', text: JSON.stringify(value, null, 2) } as const,
  };
}

/** What should have arrived, in a form that does not depend on who sent it. */
async function contentOf({ headers, body }: Arrived): Promise<unknown> {
  const type = headers['content-type'] ?? '';
  if (type.includes('json')) {
    return JSON.stringify(JSON.parse(body));
  }
  if (type.includes('form')) {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    const fields = await Promise.all(
      [...form].map(async ([name, value]) => [
        name,
        // The multipart forms of browsers have line ends of their own.
        typeof value === 'string' ? value.replaceAll('\r\n', '\n') : await value.text(),
      ]),
    );
    return fields.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
  }
  return body;
}

function expectedOf({ body }: SampleRequest, id: string): unknown {
  if (!body) {
    return '';
  }
  if ('text' in body) {
    return body.kind === 'json' ? JSON.stringify(JSON.parse(body.text)) : body.text;
  }
  const bytes = id === 'javascript' ? 'content of file.bin' : 'BYTES';
  if (body.kind === 'file') {
    return bytes;
  }
  return body.fields
    .map(({ name, value, isFile }) => [name, isFile ? bytes : value])
    .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
}

for (const [id, { can, run }] of Object.entries(RUNNERS)) {
  const language = LANGUAGES.find((candidate) => candidate.id === id);
  describe.skipIf(!can || !language)(`samples run: ${id}`, () => {
    it.each(Object.keys(REQUESTS))('%s', async (name) => {
      const request = { ...(REQUESTS[name] as SampleRequest), url: origin + REQUESTS[name]?.url };
      arrived.length = 0;
      const code = language ? writeSample(request, language) : '';
      await run(code);
      const [got] = arrived;
      if (!got) {
        throw new Error(`Nothing arrived from:\n${code}`);
      }
      expect(got.method).toBe(request.method);
      expect(origin + got.url).toBe(request.url);
      for (const [header, value] of request.headers) {
        expect(got.headers[header.toLowerCase()]).toBe(value);
      }
      if (request.basic) {
        expect(got.headers.authorization).toBe(`Basic ${btoa('USERNAME:PASSWORD')}`);
      }
      if (request.body?.kind === 'multipart') {
        expect(got.headers['content-type']).toMatch(/^multipart\/form-data/);
      }
      expect(await contentOf(got), code).toEqual(expectedOf(request, id));
    });
  });
}

describe.skipIf(!hasProgram('python3', '--version'))('samples in Python', () => {
  const python = LANGUAGES.find(({ id }) => id === 'python');

  it.each(Object.keys(REQUESTS))('can be parsed: %s', (name) => {
    const code = python ? writeSample(REQUESTS[name] as SampleRequest, python) : '';
    const input = 'import ast, sys; ast.parse(sys.stdin.buffer.read())';
    expect(spawnSync('python3', ['-c', input], { input: code }).status, code).toBe(0);
  });
});
