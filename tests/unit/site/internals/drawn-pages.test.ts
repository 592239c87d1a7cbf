import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { AllContent, LoadContext } from '@docusaurus/types';
import { DefinePlugin, rspack } from '@rspack/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultPlace } from '../../../../src/address/docs.ts';
import type { PageGuides } from '../../../../src/client/app/page-guides.ts';
import type { ApiTable } from '../../../../src/client/app/site-data.ts';
import { LAYOUT } from '../../../../src/generate/layout.ts';
import {
  keepDrawnPages,
  pruneDrawnPages,
  writePageKeys,
} from '../../../../src/site/internals/drawn-pages.ts';
import type { Published } from '../../../../src/site/published.ts';
import type { Slice } from '../../../../src/slices/slices.ts';
import { pageSource } from '../../../../src/upstream/source.ts';
import { ROOT } from '../../../support/site.ts';
import { warningsOf } from './warnings.ts';

const FOLDER = 'docs/reference/shop';
const AT = { place: defaultPlace({ api: 'shop' }), hasInfoPath: false, infoId: 'info' };
const PAGES = ['list-books', 'get-book'];
const PUBLISHED = {
  apis: [
    {
      id: 'shop',
      docsPluginId: 'default',
      docsVersion: 'current',
      pages: PAGES.map((id) => ({
        docId: id,
        source: `@site/${FOLDER}/${id}.api.mdx`,
        slice: `${FOLDER}/${id}.api.json`,
        path: `reference/shop/${id}`,
      })),
    },
  ],
  sidebars: [],
} as unknown as Published;

interface Doc {
  id: string;
  title: string;
  permalink: string;
  sidebar: string;
  lastUpdatedAt?: number;
  frontMatter: Record<string, unknown>;
}

const warnings = warningsOf();
let siteDir: string;
let context: LoadContext;
const write = (file: string, content: string): void => {
  const full = path.join(siteDir, file);
  fs.mkdirSync(path.dirname(full), { recursive: true });
  fs.writeFileSync(full, content);
};

beforeEach(() => {
  siteDir = fs.mkdtempSync(path.join(os.tmpdir(), 'drawn-'));
  context = {
    siteDir,
    generatedFilesDir: path.join(siteDir, '.docusaurus'),
    i18n: { currentLocale: 'en' },
  } as unknown as LoadContext;
});
afterEach(() => {
  vi.unstubAllEnvs();
  fs.rmSync(siteDir, { recursive: true });
});

describe('the keys of pages', () => {
  let docs: Doc[];
  let version: Record<string, unknown>;
  let table: { apis: { id: string; label: string }[]; menus: Record<string, string> };

  beforeEach(() => {
    table = {
      apis: [{ id: 'shop', label: 'Shop' }],
      menus: { 'default current shop': 'menu.1.json' },
    };
    for (const id of PAGES) {
      const page = { kind: 'operation', id, title: id };
      write(
        `${FOLDER}/${id}.api.mdx`,
        pageSource({ page, description: '', hash: '' } as Slice, `${id}.api.json`, AT),
      );
      write(`${FOLDER}/${id}.api.json`, JSON.stringify({ info: { title: id } }));
    }
    docs = PAGES.map((id) => ({
      id,
      title: id,
      permalink: `/reference/shop/${id}`,
      sidebar: 'shop',
      frontMatter: { sidebar_label: id },
    }));
    version = {
      versionName: 'current',
      label: 'Next',
      docs,
      drafts: [],
      sidebars: {
        shop: [
          { type: 'category', label: 'Books', items: PAGES.map((id) => ({ type: 'doc', id })) },
        ],
        guides: [{ type: 'doc', id: 'guide' }],
      },
    };
  });

  function keys(isPlainMarkdown = true, guides: PageGuides = {}): Record<string, string> {
    const content = { default: { loadedVersions: [version] } };
    const all = { 'docusaurus-plugin-content-docs': content } as unknown as AllContent;
    const inputs = { isPlainMarkdown, guides, table: table as unknown as ApiTable };
    writePageKeys(context, PUBLISHED, all, inputs);
    return JSON.parse(fs.readFileSync(path.join(siteDir, LAYOUT.drawn, 'keys.en.json'), 'utf8'));
  }

  /** The pages whose keys a change changes. */
  function changedBy(change: () => void): string[] {
    const before = keys();
    expect(Object.keys(before)).toEqual(docs.map(({ permalink }) => permalink));
    expect(keys()).toEqual(before);
    change();
    const after = keys();
    return PAGES.filter((id) => before[`/reference/shop/${id}`] !== after[`/reference/shop/${id}`]);
  }
  const books = () => (version.sidebars as { shop: { label: string }[] }).shop[0];

  it.each<[string, readonly string[], () => void]>([
    ['nothing', [], () => {}],
    [
      'the slice of a page',
      ['get-book'],
      () => write(`${FOLDER}/get-book.api.json`, JSON.stringify({ info: { title: 'Other' } })),
    ],
    [
      'the components of a page',
      ['get-book'],
      () => {
        const file = path.join(siteDir, FOLDER, 'get-book.api.mdx');
        const mdx = fs.readFileSync(file, 'utf8');
        fs.writeFileSync(file, mdx.replaceAll('Callbacks', 'TagPage'));
      },
    ],
    [
      'what Docusaurus knows of a page, but not of its place in the sidebar',
      ['get-book'],
      () => Object.assign(docs[1] ?? {}, { lastUpdatedAt: 1 }),
    ],
    ['the title of a page', PAGES, () => Object.assign(docs[1] ?? {}, { title: 'Other' })],
    [
      'its label in the sidebar',
      PAGES,
      () => Object.assign(docs[1]?.frontMatter ?? {}, { sidebar_label: 'Other' }),
    ],
    ['the label of a category', PAGES, () => Object.assign(books() ?? {}, { label: 'Other' })],
    ['the version of the docs', PAGES, () => Object.assign(version, { label: 'Later' })],
    [
      'another sidebar',
      [],
      () => Object.assign(version.sidebars as object, { guides: [{ type: 'doc', id: 'x' }] }),
    ],
    ['the label of the API', PAGES, () => Object.assign(table.apis[0] ?? {}, { label: 'Other' })],
    [
      'the list for the filter of the sidebar',
      PAGES,
      () => Object.assign(table.menus, { 'default current shop': 'menu.2.json' }),
    ],
    [
      'another API',
      [],
      () => {
        table.apis.push({ id: 'more', label: 'More' });
        Object.assign(table.menus, { 'default current more': 'menu.3.json' });
      },
    ],
    [
      'a guide',
      [],
      () => {
        const guide = { id: 'guide', title: 'x', permalink: '/guide', frontMatter: {} };
        version.docs = [...docs, guide];
      },
    ],
  ])('change with %s: %j', (_, expected, change) => {
    expect(changedBy(change)).toEqual(expected);
  });

  it('change with the guides that refer to a page', () => {
    const [list, get] = docs.map(({ permalink }) => permalink);
    const before = keys();
    const after = keys(true, { 'reference/shop/get-book': [{ title: 'Tips', href: '/tips' }] });
    expect(after[list ?? '']).toBe(before[list ?? '']);
    expect(after[get ?? '']).not.toBe(before[get ?? '']);
  });

  it('are not there where the site changes Markdown, whatever an earlier build has left', () => {
    expect(Object.keys(keys())).toHaveLength(PAGES.length);
    expect(keys(false)).toEqual({});
  });

  it('are not there for a page that somebody has edited', () => {
    fs.appendFileSync(path.join(siteDir, FOLDER, 'get-book.api.mdx'), '\nMore.\n');
    expect(Object.keys(keys())).toEqual(['/reference/shop/list-books']);
  });
});

describe('the key of the code', () => {
  /** As in Docusaurus' bundle for static rendering: of styles, pages only contain the names of classes. */
  const STYLES = {
    loader: 'css-loader',
    options: {
      modules: { localIdentName: '[local]_[contenthash:base64:4]', exportOnlyLocals: true },
    },
  };

  /**
   * Bundles `entry.js`, and gives the key that was written.
   *
   * @param theme The folder that the component comes from.
   */
  async function keyOf(
    plugins: readonly InstanceType<typeof DefinePlugin>[] = [],
    theme = 'theme',
  ): Promise<string> {
    const config = keepDrawnPages(context, { entry: { main: '/docusaurus/serverEntry.js' } });
    await new Promise<void>((resolve, reject) => {
      rspack(
        {
          context: siteDir,
          entry: './entry.js',
          mode: 'none',
          target: 'node20',
          output: { path: path.join(siteDir, 'out') },
          resolve: {
            alias: {
              '@generated': path.join(siteDir, '.docusaurus'),
              '@theme/Item': path.join(siteDir, theme, 'Item.js'),
            },
          },
          resolveLoader: { modules: [path.join(ROOT, 'node_modules')] },
          module: { rules: [{ test: /\.module\.css$/, use: [STYLES], type: 'javascript/auto' }] },
          plugins: [...((config.plugins ?? []) as never[]), ...plugins],
        },
        (error, stats) =>
          error || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString())) : resolve(),
      );
    });
    return fs.readFileSync(path.join(siteDir, LAYOUT.drawn, 'code.en.txt'), 'utf8');
  }

  beforeEach(() => {
    write(
      'entry.js',
      "import './lib.js'; import '@generated/pages.js'; import '@theme/Item'; console.log(MODE);",
    );
    write('theme/Item.js', "import styles from './styles.module.css'; export default styles;");
    write('theme/styles.module.css', '.item { color: red }');
    write('own/Item.js', 'export default 1;');
    write('lib.js', 'export default 1;');
    write('node_modules/dependency/index.js', 'export default 1;');
    write('.docusaurus/pages.js', "import 'dependency'; export default 1;");
  });

  it.each<[string, string, string, boolean]>([
    ['a module', 'lib.js', 'export default 2;', true],
    ['a component', 'theme/Item.js', 'export default 2;', true],
    ['the name of a class', 'theme/styles.module.css', '.entry { color: red }', true],
    ['a style, which no page contains', 'theme/styles.module.css', '.item { color: blue }', false],
    ['a package', 'node_modules/dependency/index.js', 'export default 2;', true],
    ['what Docusaurus generates', '.docusaurus/pages.js', "import 'dependency';", false],
  ])('follows %s', async (_, file, content, isOther) => {
    const before = await keyOf();
    expect(await keyOf()).toBe(before);
    write(file, content);
    expect((await keyOf()) !== before).toBe(isOther);
  });

  it("follows a site's own component in place of ours", async () => {
    expect(await keyOf([], 'own')).not.toBe(await keyOf([], 'theme'));
  });

  it('follows a module more, and what is put in the place of names', async () => {
    const before = await keyOf([new DefinePlugin({ MODE: '"a"' })]);
    expect(await keyOf([new DefinePlugin({ MODE: '"a"' })])).toBe(before);
    expect(await keyOf([new DefinePlugin({ MODE: '"b"' })])).not.toBe(before);
    write('more.js', '');
    write(
      'entry.js',
      `${fs.readFileSync(path.join(siteDir, 'entry.js'), 'utf8')}import './more.js';`,
    );
    expect(await keyOf([new DefinePlugin({ MODE: '"a"' })])).not.toBe(before);
  });

  it.each<[string, object]>([
    ['another file', { main: '/docusaurus/entry.js' }],
    ['several files', { main: ['/docusaurus/serverEntry.js'] }],
    ['nothing', {}],
  ])('is not there where Docusaurus renders with %s', (_, entry) => {
    expect(keepDrawnPages(context, { entry } as never)).toEqual({ alias: {} });
    expect(warnings()).toEqual([expect.stringContaining('drawn-pages')]);
  });

  it('is not there in a plain site', () => {
    vi.stubEnv('REFERENCE_LEVEL', '1');
    const entry = { main: '/docusaurus/serverEntry.js' };
    expect(keepDrawnPages(context, { entry })).toEqual({ alias: {} });
    expect(warnings()).toEqual([]);
  });
});

describe('the room of rendered pages', () => {
  it('goes to those that were used last', () => {
    const names = ['aa/old', 'bb/middle', 'cc/new'];
    for (const [at, name] of names.entries()) {
      write(`${LAYOUT.drawn}/pages/${name}.gz`, 'x'.repeat(100));
      fs.utimesSync(path.join(siteDir, LAYOUT.drawn, 'pages', `${name}.gz`), at, at);
    }
    const left = (): string[] =>
      names.filter((name) =>
        fs.existsSync(path.join(siteDir, LAYOUT.drawn, 'pages', `${name}.gz`)),
      );
    // Those of shards wait for the languages that come later.
    vi.stubEnv('REFERENCE_NOTES', 'notes');
    pruneDrawnPages(context, 250);
    expect(left()).toEqual(names);
    vi.stubEnv('REFERENCE_NOTES', undefined);
    pruneDrawnPages(context, 250);
    expect(left()).toEqual(['bb/middle', 'cc/new']);
  });

  it('is no matter where there are none', () => {
    expect(() => pruneDrawnPages(context)).not.toThrow();
  });
});
