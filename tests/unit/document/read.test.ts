import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDocument } from '../../../src/document/load.ts';
import { READ_LIMITS, readText } from '../../../src/document/read.ts';

const DOCUMENT = `
openapi: 3.1.0
info: { title: Remote, version: '1' }
paths:
  /a: { $ref: parts/a.yaml }
  /b: { $ref: parts/b.yaml }
`;

const ANSWERS: Readonly<Record<string, string>> = {
  '/openapi.yaml': DOCUMENT.replace('  /b: { $ref: parts/b.yaml }\n', ''),
  '/broken.yaml': DOCUMENT,
  '/local.yaml': DOCUMENT.replace('parts/b.yaml', 'file:///etc/passwd'),
  '/parts/a.yaml': 'get: { responses: {} }\n',
  '/drive.yaml': DOCUMENT.replace('parts/b.yaml', "'C:\\secret.yaml'"),
  '/up.yaml': DOCUMENT.replace('parts/b.yaml', '../../../../etc/passwd'),
  '/large': 'x'.repeat(10_000),
};

let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = request.url ?? '';
    if (url === '/slow') return;
    if (url === '/stalled') return void response.write('openapi: ');
    if (url === '/circle') return void response.writeHead(302, { location: '/circle' }).end();
    const to = url.startsWith('/moved?') ? decodeURIComponent(url.slice('/moved?'.length)) : '';
    if (to) response.writeHead(302, { location: to }).end();
    else if (url in ANSWERS) response.end(ANSWERS[url]);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('a document at a URL', () => {
  const load = (document: string) => loadDocument({ document, cwd: import.meta.dirname });

  test('is read with all it refers to; no local file is', async () => {
    const loaded = await load(`${base}/openapi.yaml`);
    expect(loaded.problems).toEqual([]);
    expect(loaded.document?.paths).toEqual({ '/a': { get: { responses: {} } } });
    expect(loaded.files.size).toBe(0);
    const details = { rule: 'r', severity: 'hint', message: 'M.' } as const;
    expect(loaded.problemAt(details, ['paths', '/a', 'get'])).toMatchObject({
      file: `${base}/parts/a.yaml`,
      line: 1,
      column: 1,
    });
  });

  test('may redirect', async () => {
    const { document, problems } = await load(`${base}/moved?/openapi.yaml`);
    expect(problems).toEqual([]);
    expect(document?.info.title).toBe('Remote');
  });

  test.each([
    ['/nothing', 'document-not-found', 'status 404'],
    [
      '/broken.yaml',
      'unresolved-ref',
      'The $ref "parts/b.yaml" cannot be read: the server answers with status 404.',
    ],
    ['/local.yaml', 'refused-ref', 'only http and https URLs are read, not file:.'],
    ['/drive.yaml', 'refused-ref', 'only http and https URLs are read, not file:.'],
    ['/up.yaml', 'unresolved-ref', 'the server answers with status 404.'],
    ['/moved?file:///etc/passwd', 'document-not-found', 'the server cannot be reached'],
    ['/moved?data:application/json,{}', 'document-not-found', 'the server cannot be reached'],
    ['/moved?ftp://127.0.0.1/', 'document-not-found', 'the server cannot be reached'],
    [`/moved?${encodeURIComponent('/moved?/moved')}`, 'document-not-found', 'status 404'],
  ])('%s is a problem', async (path, rule, message) => {
    const { document, problems } = await load(`${base}${path}`);
    expect(document).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ rule, file: `${base}${path}`, severity: 'error' });
    expect(problems[0]?.message).toContain(message);
  });

  test('that nobody serves is a problem', async () => {
    const { problems } = await load('http://127.0.0.1:9/openapi.yaml');
    expect(problems[0]?.message).toContain('the server cannot be reached');
  });
});

describe('limits', () => {
  test('of time', async () => {
    await expect(readText(`${base}/slow`, { ...READ_LIMITS, milliseconds: 50 })).rejects.toThrow(
      'no answer within 0.05 seconds',
    );
  });

  test('of redirects', async () => {
    await expect(readText(`${base}/circle`)).rejects.toThrow('the server cannot be reached');
  });

  test('of time, also where an answer begins', async () => {
    const limits = { ...READ_LIMITS, milliseconds: 100 };
    await expect(readText(`${base}/stalled`, limits)).rejects.toThrow('no answer within');
  });

  test('of size', async () => {
    await expect(readText(`${base}/large`, { ...READ_LIMITS, bytes: 9_999 })).rejects.toThrow(
      'it is larger than 9999 bytes',
    );
  });

  test('are 30 seconds and 64 MB', () => {
    expect(READ_LIMITS).toEqual({ milliseconds: 30_000, bytes: 67_108_864 });
  });
});
