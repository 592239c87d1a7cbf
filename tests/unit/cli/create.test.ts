import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCreate } from '../../../src/cli/create.ts';
import { type NewApi, newSiteFiles } from '../../../src/cli/site-files.ts';
import { Network } from '../../../src/document/network.ts';
import { readApi } from '../../../src/generate/read.ts';

const OWN = {
  version: '1.2.3',
  peerDependencies: { '@docusaurus/core': '^3.10.0', react: '^18.0.0 || ^19.0.0' },
};
const SHOP: NewApi = { id: 'shop', document: 'openapi/shop.yaml', files: new Map() };

describe('the files of a new site', () => {
  it('depend on versions that fit ours, and call our commands', () => {
    const { name, scripts, dependencies } = JSON.parse(
      newSiteFiles('My API', OWN, [SHOP]).get('package.json') ?? '',
    );
    expect(name).toBe('my-api');
    expect(scripts).toMatchObject({
      build: 'docusaurus-openapi-reference build',
      start: 'docusaurus-openapi-reference start',
    });
    expect(dependencies).toEqual({
      '@docusaurus/core': '^3.10.0',
      '@mdx-js/react': '^3.0.0',
      'docusaurus-openapi-reference': '^1.2.3',
      react: '^19.0.0',
    });
  });

  it.each<[string, readonly NewApi[], string]>([
    ['a file', [SHOP], "[\n  { id: 'shop', document: 'openapi/shop.yaml' },\n];"],
    [
      'a name that means something in JavaScript',
      [{ ...SHOP, document: "openapi/it's $& \\.yaml" }],
      "document: 'openapi/it\\'s $& \\\\.yaml' },",
    ],
    ['several', [SHOP, { ...SHOP, id: 'b' }], "{ id: 'b', document"],
    ['an example if there is none', [], "{ id: 'books', document: 'openapi/openapi.yaml' }"],
  ])('list their documents: %s', (_name, apis, text) => {
    expect(newSiteFiles('site', OWN, apis).get('openapi/apis.ts')).toContain(text);
  });

  it.each<[string, readonly NewApi[], string | undefined]>([
    ['an operation', [{ ...SHOP, operation: 'listBooks' }], '<Operation id="listBooks" />'],
    ['no operation that has no plain name', [SHOP], undefined],
    ['none of several documents', [{ ...SHOP, operation: 'a' }, SHOP], undefined],
  ])('have a guide with %s', (_name, apis, embedded) => {
    const guide = newSiteFiles('site', OWN, apis).get('docs/guides/start.md');
    expect(guide).toContain('title: Get started');
    expect(/<Operation.*/.exec(guide ?? '')?.[0]).toBe(embedded);
  });

  it('are what a site needs, and no place is left open', () => {
    const files = newSiteFiles('site', OWN, []);
    expect([...files.keys()].sort()).toEqual([
      '.gitignore',
      'README.md',
      'docs/guides/start.md',
      'docusaurus.config.ts',
      'openapi/apis.ts',
      'openapi/openapi.yaml',
      'package.json',
      'sidebars.ts',
      'static/img/favicon.svg',
      'tsconfig.json',
    ]);
    expect(files.get('docusaurus.config.ts')).toContain('...site.navbarItems');
    expect([...files.values()].filter((text) => /\/\/ (?:guides|apis)\n/.test(text))).toEqual([]);
  });
});

describe('create', () => {
  let folder: string;
  const output: string[] = [];
  const inFolder = (file: string): string => path.join(folder, file);
  const write = (file: string, text: string): void => {
    fs.mkdirSync(path.dirname(inFolder(file)), { recursive: true });
    fs.writeFileSync(inFolder(file), text);
  };
  const create = (...document: string[]) => runCreate('site', { document });
  const filesOf = (below: string): string[] =>
    fs
      .readdirSync(inFolder(below), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(inFolder(below), path.join(entry.parentPath, entry.name)))
      .sort();
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'create-'));
    vi.stubEnv('INIT_CWD', folder);
    output.length = 0;
    for (const method of ['log', 'error'] as const)
      vi.spyOn(console, method).mockImplementation((text) => output.push(String(text)));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    fs.rmSync(folder, { recursive: true });
  });

  const DOCUMENT = (title: string, paths = '{}') =>
    `openapi: 3.1.0\ninfo: { title: ${title}, version: '1' }\npaths: ${paths}\n`;

  it('writes an example without problems into a new repository, and says what is next', async () => {
    fs.mkdirSync(inFolder('site/.git'), { recursive: true });
    expect(await create()).toBe(0);
    expect(output.join()).toContain('npm install');
    const api = { id: 'books', document: 'openapi/openapi.yaml' };
    expect((await readApi(inFolder('site'), api, 'hint', new Network())).problems).toEqual([]);
  });

  it('copies a document with the files that it reads', async () => {
    write('docs/api.yaml', DOCUMENT('Shop', "{ /a: { $ref: './parts/a.yaml' } }"));
    write(
      'docs/parts/a.yaml',
      "get: { operationId: getA, responses: { '204': { description: A } } }",
    );
    write('docs/secret.yaml', 'a: b');
    expect(await create('docs/api.yaml')).toBe(0);
    expect(filesOf('site/openapi')).toEqual(['api.yaml', 'apis.ts', path.join('parts', 'a.yaml')]);
    expect(fs.readFileSync(inFolder('site/docs/guides/start.md'), 'utf8')).toContain('id="getA"');
  });

  it('gives each of several documents a folder', async () => {
    write('a/openapi.yaml', DOCUMENT('One'));
    write('b/openapi.yaml', DOCUMENT('Two'));
    expect(await create('a/openapi.yaml', 'b/openapi.yaml')).toBe(0);
    expect(filesOf('site/openapi')).toEqual([
      'apis.ts',
      path.join('one', 'openapi.yaml'),
      path.join('two', 'openapi.yaml'),
    ]);
  });

  it.each<[string, Readonly<Record<string, string>>, readonly string[], number, RegExp]>([
    [
      'a folder with files',
      { 'site/a.txt': 'a', 'site/b/c.txt': 'c' },
      [],
      2,
      /site is not empty: it has a\.txt, b\. Nothing was written\. Name another folder/,
    ],
    ['a file in its place', { site: 'a' }, [], 2, /site is not a folder that can be read/],
    [
      'a document with errors',
      { 'bad.yaml': 'openapi: 3.1.0\ninfo: {\n' },
      ['bad.yaml'],
      1,
      /bad\.yaml:3:1 {2}error[\s\S]*Nothing was written/,
    ],
    [
      'a password, which would be in a file',
      {},
      ['https://me:secret@example.com/openapi.yaml'],
      2,
      /^The site would contain the password in https:\/\/(?!.*secret)/,
    ],
    ['a document that is not there', {}, ['no.yaml'], 2, /no\.yaml.*there is no such file/],
    [
      'documents with one title',
      { 'a.yaml': DOCUMENT('Shop'), 'b.yaml': DOCUMENT('Shop') },
      ['a.yaml', 'b.yaml'],
      2,
      /entry 2: the id "shop" is already used by entry 1/,
    ],
  ])('refuses %s, and writes nothing', async (_name, files, documents, code, message) => {
    for (const [file, text] of Object.entries(files)) write(file, text);
    const before = filesOf('.');
    expect(await create(...documents)).toBe(code);
    expect(output.join('\n')).toMatch(message);
    expect(filesOf('.')).toEqual(before);
  });
});
