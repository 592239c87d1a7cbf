import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BIN, type CommandResult, copyProject, ROOT } from '../../support/site.ts';
import { readTree } from '../../support/tree.ts';

const PASSWORD = 'pass-word-of-mine';
const DOCUMENT = `openapi: 3.1.0
info: { title: Read from afar, version: '1' }
paths:
  /a: { get: { operationId: a, description: { $ref: about.md }, responses: { '200': { description: OK. } } } }
`;

let server: Server;
let host: string;
let folder: string;
let requests: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    const user = `Basic ${btoa(`me:${PASSWORD}`)}`;
    if (request.headers.authorization !== user && request.url?.startsWith('/login/'))
      response.writeHead(401).end();
    else if (request.url?.endsWith('.md')) response.end('All about it.');
    else if (request.url?.endsWith('broken.yaml')) response.end(`${DOCUMENT}x: { $ref: none }`);
    else response.end(DOCUMENT);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'reading-'));
  fs.writeFileSync(
    path.join(folder, 'openapi.yaml'),
    DOCUMENT.replace('about.md', `http://${host}/about.md`),
  );
});

beforeEach(() => {
  requests = [];
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** A command of the project, while the server here goes on answering. */
function run(args: readonly string[], root = ROOT): Promise<CommandResult> {
  const { INIT_CWD: _, ...inherited } = process.env;
  const env = { ...inherited, NODE_ENV: undefined, NO_COLOR: '1', INIT_CWD: folder };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [BIN, ...args],
      { cwd: root, env: env as NodeJS.ProcessEnv },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

describe('a local document that refers to a server', () => {
  const check = (...args: string[]) => run(['check', '--document', 'openapi.yaml', ...args]);

  it('is told how to allow it, and nothing is sent', async () => {
    const { code, stdout } = await check();
    expect(code).toBe(1);
    expect(stdout).toContain(`--ref-host ${host}`);
    expect(requests).toEqual([]);
  });

  it('reads it with --ref-host, and the summary says so', async () => {
    const { stdout, stderr } = await check('--ref-host', host, '--format', 'json');
    const { problems, read } = JSON.parse(stdout);
    expect(problems.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual(
      [],
    );
    expect(read).toEqual({ files: [], hosts: { [host]: 1 } });
    expect(stderr).toContain(`Also read: 1 request to 1 host (${host})`);
    expect(requests).toEqual(['/about.md']);
  });

  it('does not with --offline', async () => {
    const { code, stdout } = await check('--ref-host', host, '--offline');
    expect(code).toBe(1);
    expect(stdout).toContain(`it would be read from "${host}", and --offline forbids that`);
    expect(requests).toEqual([]);
  });

  it('is wrong usage where the host is none', async () => {
    const { code, stderr } = await check('--ref-host', 'http://example.com/a');
    expect(code).toBe(2);
    expect(stderr).toContain('Write "example.com".');
  });
});

it('--ref-host requires --document', async () => {
  const { code, stderr } = await run(['check', '--ref-host', 'example.com']);
  expect(code).toBe(2);
  expect(stderr).toContain('--ref-host requires --document.');
});

it('--offline reads no document from the network', async () => {
  const { code, stdout } = await run(['check', '--document', `http://${host}/a.yaml`, '--offline']);
  expect(code).toBe(2);
  expect(stdout).toContain('--offline forbids that');
  expect(requests).toEqual([]);
});

describe('a password in an address', () => {
  const at = (file: string) => `http://me:${PASSWORD}@${host}/login/${file}`;
  const expectNone = (text: string): void => {
    expect(text).not.toContain(PASSWORD);
    expect(text).not.toContain(btoa(`me:${PASSWORD}`));
  };

  it.each(['text', 'json', 'github', 'sarif'])('is not in a report: %s', async (format) => {
    const document = format === 'text' ? 'broken.yaml' : 'openapi.yaml';
    const { stdout, stderr } = await run(['check', '--document', at(document), '--format', format]);
    expect(requests).toEqual(expect.arrayContaining([`/login/${document}`, '/login/about.md']));
    expect(stdout.length).toBeGreaterThan(0);
    expectNone(stdout + stderr);
  });

  it('is in nothing that is written', async () => {
    const root = copyProject();
    try {
      const { code, stdout, stderr } = await run(
        ['generate', '--document', at('openapi.yaml')],
        root,
      );
      expect(stderr + stdout).toContain('1 operation page');
      expect(code).toBe(0);
      expectNone(stdout + stderr);
      const written = {
        ...readTree(path.join(root, '.reference')),
        ...readTree(path.join(root, 'docs/reference')),
      };
      expect(JSON.stringify(written)).toContain('All about it.');
      expectNone(JSON.stringify(written));
    } finally {
      fs.rmSync(root, { recursive: true, force: true });
    }
  });
});
