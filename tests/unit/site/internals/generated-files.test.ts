import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import { rspack, type Stats } from '@rspack/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultPlace } from '../../../../src/address/docs.ts';
import { ReplaceGenerated, replacedFiles } from '../../../../src/site/internals/generated-files.ts';
import { NOTHING, type Published } from '../../../../src/site/published.ts';
import type { Slice } from '../../../../src/slices/slices.ts';
import { pageSource } from '../../../../src/upstream/source.ts';
import { warningsOf } from './warnings.ts';

const MODULE = '@site/docs/reference/shop/get-book.api.mdx';
const PAGE = 'docs/reference/shop/get-book.api.mdx';
/** Where Docusaurus writes what it knows about the page. */
const METADATA =
  '.docusaurus/docusaurus-plugin-content-docs/default/site-docs-reference-shop-get-book-api-mdx-3e4.json';
const VERSION = '@generated/docusaurus-plugin-content-docs/default/p/index-1.json';
const PUBLISHED = {
  apis: [
    {
      docsPluginId: 'default',
      docsVersion: 'current',
      base: 'reference/shop',
      pages: [{ source: MODULE, docId: 'reference/shop/get-book' }],
    },
  ],
  sidebars: ['default current shop'],
} as unknown as Published;
/** What Docusaurus 3.10 generates for a site of one reference page, as far as it is read. */
const GENERATED = {
  'routes.js': `export default [
  { path: '/', component: ComponentCreator('/', '1'), routes: [
    { path: '/reference/shop/get-book/', component: ComponentCreator('/reference/shop/get-book/', '2'), exact: true } ] },
];`,
  'registry.js': `export default {\n  "a": [() => import(/* webpackChunkName: "a" */ "${MODULE}"), "${MODULE}", require.resolveWeak("${MODULE}")],\n  "v": [() => import(/* webpackChunkName: "v" */ "${VERSION}"), "${VERSION}", require.resolveWeak("${VERSION}")],};\n`,
  'routesChunkNames.json': '{"/reference/shop/get-book/-2":{"content":"a"}}',
  'globalData.json': '{"docusaurus-plugin-content-docs":{"default":{"versions":[{"docs":[]}]}}}',
  'docusaurus.config.mjs': '/* generated */\nexport default {\n  "title": "Shop"\n};\n',
  'docusaurus-plugin-content-docs/default/p/index-1.json':
    '{"version":{"pluginId":"default","version":"current","docs":{},"docsSidebars":{"shop":[1]}}}',
};

const AT = { place: defaultPlace({ api: 'shop' }), hasInfoPath: false, infoId: 'info' };

const warnings = warningsOf();

describe('replacedFiles', () => {
  let siteDir: string;
  let context: LoadContext;
  const write = (file: string, content: string): void => {
    const full = path.join(siteDir, file);
    fs.mkdirSync(path.dirname(full), { recursive: true });
    fs.writeFileSync(full, content);
  };

  beforeEach(() => {
    siteDir = fs.mkdtempSync(path.join(os.tmpdir(), 'generated-files-'));
    context = {
      siteDir,
      baseUrl: '/',
      generatedFilesDir: path.join(siteDir, '.docusaurus'),
      siteConfig: { themeConfig: {} },
    } as unknown as LoadContext;
    for (const [name, content] of Object.entries(GENERATED)) write(`.docusaurus/${name}`, content);
    const page = { kind: 'operation', id: 'get-book', title: 'Get a book' };
    write(PAGE, pageSource({ page, description: '', hash: '' } as Slice, 'get-book.api.json', AT));
    write(METADATA, JSON.stringify({ source: MODULE, frontMatter: {} }));
  });
  afterEach(() => {
    fs.rmSync(siteDir, { recursive: true });
  });

  it('has a file for each table of the browser, and modules in place of some for the server', () => {
    const browser = replacedFiles(context, 'browser', PUBLISHED);
    expect([...browser.keys()].sort()).toEqual(Object.keys(GENERATED).sort());
    const server = replacedFiles(context, 'server', PUBLISHED);
    expect([...server.keys()].sort()).toEqual([
      'globalData.json',
      'registry.js',
      'routes.js',
      'routesChunkNames.json',
    ]);
    for (const file of [...browser.values(), ...server.values()])
      expect(fs.existsSync(file)).toBe(true);
    for (const file of server.values()) expect(path.extname(file)).toBe('.js');
    expect(warnings()).toEqual([]);
  });

  /** The registry of the server, and what its table says of the page: nothing if the page is compiled. */
  function server(isPlainMarkdown = true): { registry: string; page: unknown } {
    const file =
      replacedFiles(context, 'server', PUBLISHED, isPlainMarkdown).get('registry.js') ?? '';
    const registry = fs.readFileSync(file, 'utf8');
    const table = fs.readFileSync(path.join(path.dirname(file), 'pages.json'), 'utf8');
    const page = JSON.parse(table).a;
    expect(registry.includes(`"${MODULE}")`)).toBe(page === undefined);
    return { registry, page };
  }

  it('has the generated pages in a table for the server', () => {
    const { registry, page } = server();
    expect(page).toEqual({
      source: MODULE,
      metadata: path.relative('.docusaurus', METADATA),
      slice: 'get-book.api.json',
      folder: 'docs/reference/shop',
      components: ['OperationHeading', 'Request', 'StatusCodes', 'Callbacks'],
    });
    expect(registry).toContain(`"v": dataChunk("${VERSION.replace('@generated/', '')}")`);
    expect(warnings()).toEqual([]);
  });

  it('bundles the same for the server, whatever is said of the page', () => {
    const codes = (): string[] =>
      Array.from(replacedFiles(context, 'server', PUBLISHED).values(), (file) =>
        fs.readFileSync(file, 'utf8'),
      );
    const before = codes();
    write(METADATA, JSON.stringify({ source: MODULE, frontMatter: { title: 'Other' } }));
    write(
      '.docusaurus/routesChunkNames.json',
      '{"/reference/shop/get-book/-2":{"content":"a"},"/reference/shop/other/-3":{}}',
    );
    expect(codes()).toEqual(before);
  });

  it('but not of one that somebody has edited, or where the site changes Markdown', () => {
    expect(server(false).page).toBeUndefined();
    fs.appendFileSync(path.join(siteDir, PAGE), '\nMore.\n');
    expect(server().page).toBeUndefined();
    expect(warnings()).toEqual([]);
  });

  it.each([
    ['is not there', undefined],
    ['is about another page', JSON.stringify({ source: '@site/docs/x.mdx', frontMatter: {} })],
    ['has another form', '{}'],
    ['is damaged', '{'],
  ])('nor where what Docusaurus knows about it %s', (_, json) => {
    if (json === undefined) fs.rmSync(path.join(siteDir, METADATA));
    else write(METADATA, json);
    expect(server().page).toBeUndefined();
    expect(warnings()).toEqual([expect.stringContaining('page-modules')]);
  });

  it.each(Object.keys(GENERATED))("keeps Docusaurus' own where %s is not there", (name) => {
    fs.rmSync(path.join(siteDir, '.docusaurus', name));
    expect(replacedFiles(context, 'browser', PUBLISHED)).toEqual(new Map());
    expect(warnings()).toEqual([expect.stringMatching(/browser-tables: .* grows with their/)]);
  });

  it.each(Object.keys(GENERATED))('and where %s has another form', (name) => {
    write(`.docusaurus/${name}`, '["of a later version"]');
    expect(replacedFiles(context, 'browser', PUBLISHED)).toEqual(new Map());
    expect(replacedFiles(context, 'browser', PUBLISHED)).toEqual(new Map());
    expect(warnings()).toHaveLength(1);
  });

  it('and where it is the registry of the server', () => {
    write('.docusaurus/registry.js', '["of a later version"]');
    expect(replacedFiles(context, 'server', PUBLISHED)).toEqual(new Map());
    expect(warnings()).toEqual([expect.stringContaining('more time and memory')]);
  });

  it('replaces nothing in a plain site, without a warning', () => {
    vi.stubEnv('REFERENCE_LEVEL', '1');
    for (const bundle of ['browser', 'server'] as const)
      expect(replacedFiles(context, bundle, PUBLISHED)).toEqual(new Map());
    vi.unstubAllEnvs();
    expect(warnings()).toEqual([]);
  });

  it('does not mind what a former build has left', () => {
    write('.docusaurus/docusaurus-plugin-content-docs/default/p/api-2.json', '{"version":{}}');
    expect(replacedFiles(context, 'browser', PUBLISHED).size).toBe(Object.keys(GENERATED).length);
  });

  it('replaces nothing in a site without an API', () => {
    expect(replacedFiles(context, 'browser', NOTHING)).toEqual(new Map());
    expect(warnings()).toEqual([]);
  });

  /** Bundles modules that ask for these files; what the bundler says of it. */
  async function bundle(names: readonly string[]): Promise<string[]> {
    write('entry.js', names.map((name) => `import '@generated/${name}';`).join('\n'));
    for (const name of names) write(`.docusaurus/${name}`, GENERATED[name as never]);
    const stats = await new Promise<Stats>((resolve, reject) => {
      rspack(
        {
          context: siteDir,
          entry: './entry.js',
          mode: 'none',
          output: { path: path.join(siteDir, 'out') },
          externals: [/^@(theme|site|docusaurus|generated\/docusaurus)/],
          resolve: { alias: { '@generated': path.join(siteDir, '.docusaurus') } },
          plugins: [new ReplaceGenerated(context, 'browser', PUBLISHED) as never],
        },
        (error, result) => (result ? resolve(result) : reject(error)),
      );
    });
    return stats.toJson({ all: false, errors: true }).errors?.map(({ message }) => message) ?? [];
  }

  it('warns where the bundler asks for none of the files', async () => {
    expect(await bundle([])).toEqual([]);
    expect(warnings()).toEqual([
      expect.stringMatching(/browser-tables: .*asked for no routes\.js/),
    ]);
  });

  it('ends the build where it asks for some: they do not fit to the others', async () => {
    expect(await bundle(['globalData.json'])).toEqual([
      expect.stringMatching(/asked for no (?!.*globalData).*routes\.js/),
    ]);
    expect(warnings()).toEqual([]);
  });
});
