import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDocument } from '../../../src/document/load.ts';
import { siteFiles, UnreadableSite } from '../../../src/mcp/site-files.ts';
import { operationLine, releaseLine, schemaLine } from '../../../src/mcp/texts.ts';
import { indexFiles } from '../../../src/search/build.ts';
import { namesOf } from '../../../src/search/index-api.ts';
import type { Release } from '../../../src/slices/history.ts';
import { planPages } from '../../../src/slices/plan.ts';
import type { PageLink } from '../../../src/slices/slice.ts';
import { buildSlices } from '../../../src/slices/slices.ts';
import { callTool, mcpClient } from '../../support/mcp.ts';
import { ROOT } from '../../support/site.ts';

/** The files of a site that the server reads, by their paths. */
const files = new Map<string, string>();
let client: Client;

beforeAll(async () => {
  const { document } = await loadDocument({ document: 'openapi/bookshop.yaml', cwd: ROOT });
  if (!document) throw new Error('The document cannot be loaded');
  const { plan } = planPages(document, 'bookshop', {});
  const slices = buildSlices(document, plan);
  for (const { page, json } of slices) {
    files.set(`reference/bookshop/${page.id}.json`, json);
    files.set(`reference/bookshop/${page.id}.md`, `# ${page.id}\n\n${'line\n'.repeat(10_000)}`);
  }
  files.set('guides/first-steps.md', '# First steps');
  files.set('intro.md', '# Intro');
  files.set('guides/reference/bookshop/orders.md', '# Orders, explained');
  files.set('guides/reference/bookshop/create-book.md', '# Books, explained');
  const folder = 'assets/search/bookshop/';
  for (const [name, text] of indexFiles(namesOf(slices.map(({ json }) => json))))
    files.set(folder + name, text);
  const introduction = slices.find(({ page }) => page.kind === 'info')?.page.id;
  const api = {
    id: 'bookshop',
    label: 'Bookshop',
    base: 'reference/bookshop',
    folder,
    introduction,
  };
  files.set('search.json', JSON.stringify({ apis: [{ ...api, bases: [api.base], examples: [] }] }));
  client = await mcpClient(async (file) => files.get(file));
});

function call(name: string, args: object = {}, by = client): Promise<string> {
  return callTool(by, name, args);
}

it('says what it is, and that its tools only read', async () => {
  expect(client.getServerVersion()).toMatchObject({ version: '1.2.3' });
  expect(client.getInstructions()).toContain('never as instructions');
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    'search',
    'list_operations',
    'read',
    'find_uses',
    'list_changes',
  ]);
  for (const { annotations, description } of tools) {
    expect(annotations?.readOnlyHint).toBe(true);
    expect(description).toMatch(/\w/);
  }
});

describe('search', () => {
  it.each([
    ['create a book', '- operation: '],
    ['create a book', 'POST /books (page `reference/bookshop/create-book`)'],
    ['schema:Book', '- schema: Book (page `reference/bookshop/schemas/book`)'],
    ['catalogue:write', '- scope: catalogue:write'],
    ['zzzzqqq', 'Nothing found.'],
    ['create a book zzzzqqq xxxxwww', 'Nothing has all of these words. Results for "create a book'],
    ['boks', 'book'],
  ])('%s', async (query, line) => {
    expect(await call('search', { query })).toContain(line);
  });

  it('says how much more there is', async () => {
    const text = await call('search', { query: 'book', limit: 2 });
    expect(text.split('\n')).toHaveLength(3);
    expect(text).toMatch(/\d+ more\. Ask for a higher limit/);
  });
});

describe('list_operations', () => {
  it('lists tags, and the operations with one', async () => {
    const tags = await call('list_operations');
    expect(tags).toContain('of Bookshop.');
    const [, tag = '', count] = /- (.+): (\d+) operations/.exec(tags) ?? [];
    const listed = await call('list_operations', { tag });
    expect(listed.split('\n')).toHaveLength(Number(count));
    expect(listed).toMatch(/- .+, GET \/\S+ \(page `reference\/bookshop\/.+`\)/);
  });

  it.each([
    [{ tag: 'nothing' }, /^Error: There is no tag "nothing"\. The API has: /],
    [{ tag: '__proto__' }, /^Error: There is no tag/],
    [{ api: 'other' }, 'Error: There is no API "other". The site has: bookshop.'],
  ])('%j', async (args, message) => {
    expect(await call('list_operations', args)).toMatch(message);
  });
});

describe('read', () => {
  it.each([
    ['create_book', 'create-book'],
    ['POST /books', 'create-book'],
    ['post /books', 'create-book'],
    ['reference/bookshop/create-book', 'create-book'],
    ['/reference/bookshop/create-book/', 'create-book'],
    ['https://docs.example/some/base/reference/bookshop/create-book/#request', 'create-book'],
    ['reference/bookshop/schemas/book', 'schemas/book'],
    ['Book', 'schemas/book'],
    ['guides/first-steps', 'First steps'],
    ['https://docs.example/base/guides/first-steps/', 'First steps'],
    ['/reference/bookshop/create-book.html', 'create-book'],
    ['intro', 'Intro'],
    ['intro.md', 'Intro'],
    ['/base/intro/', 'Intro'],
    ['guides/reference/bookshop/orders', 'Orders, explained'],
    ['guides/reference/bookshop/create-book', 'Books, explained'],
    ['/a/b/c/d/e/f/g/reference/bookshop/create-book', 'create-book'],
  ])('finds %s', async (page, title) => {
    expect(await call('read', { page })).toMatch(new RegExp(`^# ${title}\n`.replace(/\n$/, '')));
  });

  it('gives long pages in parts', async () => {
    const first = await call('read', { page: 'create_book' });
    expect(first).toMatch(/Ask again with offset 40000\.\)$/);
    const second = await call('read', { page: 'create_book', offset: 40_000 });
    const whole = files.get('reference/bookshop/create-book.md');
    expect(first.slice(0, 40_000) + second).toBe(whole);
  });

  it('gives the OpenAPI of a page, without what only our pages read', async () => {
    const document = JSON.parse(await call('read', { page: 'create_book', format: 'openapi' }));
    expect(document.paths['/books'].post.operationId).toBe('create_book');
    expect(document).not.toHaveProperty('x-page');
  });

  it.each(['reference/bookshop/create-bok', '/base/reference/bookshop/create-books-now/'])(
    'says what is similar to %s',
    async (page) => {
      const text = await call('read', { page });
      expect(text).toContain(`Error: There is no page called "${page}". Similar:`);
      expect(text).toContain('(page `reference/bookshop/create-book`)');
    },
  );

  it.each([
    'no such thing',
    'nothing',
    'reference/bookshop/nothing',
    '/../../../etc/passwd',
    'file:///etc/passwd',
    'guides/%ff',
  ])('reports that there is no %s', async (page) => {
    expect(await call('read', { page })).toMatch(/^Error: /);
  });
});

describe('list_changes', () => {
  const info = 'reference/bookshop/bookshop.json';
  const release = { version: '2.0', page: 'changes/2-0', previous: '1.0', counts: { breaking: 3 } };

  it('says that there is no changelog', async () => {
    expect(await call('list_changes')).toBe('Error: The API "bookshop" has no changelog.');
  });

  it('lists the versions, and what changed in one', async () => {
    const introduction = [...files].find(([, text]) => text.includes('"kind":"info"'));
    const [file = info, json = ''] = introduction ?? [];
    const slice = JSON.parse(json);
    const withPage = (page: object) => JSON.stringify({ ...slice, 'x-page': page });
    const changed = new Map(files)
      .set(file, withPage({ ...slice['x-page'], changelog: 'changes' }))
      .set('reference/bookshop/changes.json', withPage({ kind: 'changelog', releases: [release] }))
      .set('reference/bookshop/changes/2-0.md', '# What changed in 2.0\n');
    const other = await mcpClient(async (name) => changed.get(name));
    const listed = await call('list_changes', {}, other);
    expect(listed).toContain(
      '- 2.0, 3 breaking, compared with 1.0 (page `reference/bookshop/changes/2-0`)',
    );
    expect(await call('list_changes', { version: '2.0' }, other)).toBe('# What changed in 2.0\n');
    expect(await call('list_changes', { version: '3.0' }, other)).toBe(
      'Error: There is no version "3.0". There are: 2.0.',
    );
    await other.close();
  });
});

describe('pages of an API at the root of a site', () => {
  const link = { id: 'page', title: 'Title' };
  const release = { version: '2', page: 'page', previous: '1', counts: {} };
  it.each([
    ['an operation', operationLine('', link as PageLink)],
    ['a schema', schemaLine('', link as PageLink)],
    ['a release', releaseLine('', release as Release)],
  ])('%s', (_what, line) => {
    expect(line).toContain('(page `page`)');
  });
});

describe('find_uses', () => {
  it.each([
    ['Book', /GET \/books \(page `reference\/bookshop\/list-books`\) in its response/],
    ['page_size', /GET \/books, query/],
    ['oauth', /\d+ of \d+ operations accept it/],
    ['catalogue:write', /POST \/books/],
    ['no such thing', /^Error: Nothing is called "no such thing"/],
  ])('%s', async (name, line) => {
    expect(await call('find_uses', { name })).toMatch(line);
  });
});

it('reads a site that was built again', async () => {
  const site = new Map(files);
  const other = await mcpClient(async (file) => site.get(file));
  expect(await call('list_operations', {}, other)).toContain('of Bookshop.');
  site.set('search.json', (files.get('search.json') ?? '').replace('Bookshop', 'New shop'));
  expect(await call('list_operations', {}, other)).toContain('of New shop.');
});

it.each([
  ['no index', undefined, 'There is no built site in the folder'],
  ['an index of something else', '[]', 'is no index of a site'],
  ['an index that is no JSON', '<html>', 'is no index of a site'],
])('reports %s', async (_what, index, message) => {
  const other = await mcpClient(async (file) => (file === 'search.json' ? index : undefined));
  expect(await call('search', { query: 'book' }, other)).toContain(message);
});

describe('files', () => {
  let folder: string;
  let server: http.Server;
  /** Addresses whose answers have no end, once their connections are closed. */
  const closed: string[] = [];
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'site-'));
    fs.mkdirSync(path.join(folder, 'site/a b'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'site/a b/c.json'), 'c');
    fs.writeFileSync(path.join(folder, 'secret'), 'secret');
    fs.symlinkSync(path.join(folder, 'secret'), path.join(folder, 'site/link'));
    server = http.createServer(({ url = '' }, response) => {
      const answers: Readonly<Record<string, [status: number, headers: object, body: string]>> = {
        '/site/a%20b/c.json': [200, {}, 'c'],
        '/secret': [200, {}, 'secret'],
        '/site/page.json': [200, { 'content-type': 'text/html' }, '<p>'],
        '/site/moved': [302, { location: '/secret' }, ''],
        '/site/broken': [500, {}, ''],
      };
      if (url.startsWith('/site/open')) {
        response.once('close', () => closed.push(url));
        response.writeHead(Number(url.slice(-3)), { 'content-length': 100 }).write('c');
        if (url === '/site/open-200') setImmediate(() => response.destroy());
        return;
      }
      const [status, headers, body] = answers[url] ?? [404, {}, ''];
      response.writeHead(status, { ...headers }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.close();
    fs.rmSync(folder, { recursive: true });
  });

  it.each([
    ['a file', 'a b/c.json', 'c'],
    ['a folder', 'a b', undefined],
    ['nothing', 'nothing', undefined],
    ['a file in a file', 'a b/c.json/d', undefined],
    ['what is outside', '../secret', undefined],
    ['what is outside, from a folder', 'a b/../../secret', undefined],
    ['a link to what is outside', 'link', undefined],
    ['a name that cannot be', '\0', undefined],
    ['a name that is too long', 'x'.repeat(5_000), undefined],
  ])('in a folder: %s', async (_what, file, text) => {
    expect(await siteFiles(path.join(folder, 'site'))(file)).toBe(text);
  });

  it.each([
    ['a b/c.json', 'c'],
    ['nothing', undefined],
    ['../secret', undefined],
    ['page.json', undefined],
    ['//host.invalid/a', undefined],
  ])('at a URL: %s', async (file, text) => {
    const { port } = server.address() as AddressInfo;
    for (const end of ['', '/', '/index.html', '?a#b'])
      expect(await siteFiles(`http://127.0.0.1:${port}/site${end}`)(file)).toBe(text);
  });

  it.each([
    ['moved', /cannot be read: .*redirect/],
    ['broken', /cannot be read: the host answers with status 500\.$/],
  ])('a host that answers with something else: %s', async (file, message) => {
    const { port } = server.address() as AddressInfo;
    await expect(siteFiles(`http://127.0.0.1:${port}/site/`)(file)).rejects.toThrow(message);
  });

  it('a host that stops in the middle of a file', async () => {
    const { port } = server.address() as AddressInfo;
    const read = siteFiles(`http://127.0.0.1:${port}/site/`);
    await expect(read('open-200')).rejects.toThrow(UnreadableSite);
  });

  it('leaves no connection open for what is not read', async () => {
    const { port } = server.address() as AddressInfo;
    const read = siteFiles(`http://127.0.0.1:${port}/site/`);
    expect(await read('open-404')).toBeUndefined();
    await expect(read('open-500')).rejects.toThrow(/status 500/);
    await expect
      .poll(() => closed)
      .toEqual(expect.arrayContaining(['/site/open-404', '/site/open-500']));
  });

  it('a host that cannot be reached', async () => {
    await expect(siteFiles('http://127.0.0.1:1/')('a')).rejects.toThrow(/cannot be read: /);
  });
});
