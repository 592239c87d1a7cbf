import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterEach, expect, inject, it } from 'vitest';
import { ROOT } from '../support/site.ts';

/** The command `mcp`, as a client starts it, with a site that was built. */

const small = inject('small');
const COMMAND = [path.join(ROOT, 'src/cli/bin.cjs'), 'mcp', small.folder];

let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill();
});

async function answers(client: Client): Promise<string[]> {
  const asked = [
    { name: 'search', arguments: { query: 'create a book' } },
    { name: 'list_operations', arguments: { tag: 'catalogue' } },
    { name: 'read', arguments: { page: 'create_book' } },
    { name: 'read', arguments: { page: 'create_book', format: 'openapi' } },
    { name: 'find_uses', arguments: { name: 'Book' } },
  ];
  const texts: string[] = [];
  for (const one of asked) {
    const { content, isError } = await client.callTool(one);
    expect(isError, JSON.stringify([one, content])).toBeFalsy();
    texts.push(content[0]?.type === 'text' ? content[0].text : '');
  }
  return texts;
}

it('answers over stdin and stdout', async () => {
  const transport = new StdioClientTransport({ command: process.execPath, args: COMMAND });
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  const [found, listed, page, document, uses] = await answers(client);
  expect(found).toMatch(/^- operation: .*POST \/books \(page `reference\/bookshop\/create-book`\)/);
  expect(listed).toContain('POST /books');
  expect(page).toMatch(/^# /m);
  expect(page).toContain('/books');
  expect(JSON.parse(document ?? '').paths['/books'].post.operationId).toBe('create_book');
  expect(uses).toContain('in its response');
  await client.close();
});

it('answers over HTTP, to this machine alone', async () => {
  child = spawn(process.execPath, [...COMMAND, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    child?.stderr?.on('data', (data) => {
      output += data;
      const [, found] = /Listening on (\S+)/.exec(output) ?? [];
      if (found) resolve(found);
    });
    child?.once('exit', () => reject(new Error(output)));
  });
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL(url)));
  expect(await answers(client)).toHaveLength(5);
  await client.close();
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  const headers = { 'content-type': 'application/json', origin: 'https://elsewhere.example' };
  expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(403);
});

it('reports a folder without a site', async () => {
  child = spawn(process.execPath, [COMMAND[0] ?? '', 'mcp', path.join(ROOT, 'tests')]);
  let errors = '';
  child.stderr?.on('data', (data) => {
    errors += data;
  });
  const code = await new Promise((resolve) => child?.once('exit', resolve));
  expect(code).toBe(2);
  expect(errors).toMatch(/There is no built site in .*tests.*Build it first/);
});
