import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Plugin } from '@docusaurus/types';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LAYOUT } from '../../../../src/generate/layout.ts';
import {
  docusaurusEnv,
  firstStep,
  isBuilt,
  isKnown,
} from '../../../../src/site/internals/build-steps.ts';
import { indexedDocs } from '../../../../src/site/internals/indexed-docs.ts';
import { indexedRouter } from '../../../../src/site/internals/indexed-router.ts';
import { translateLabels } from '../../../../src/site/internals/sidebar-labels.ts';
import { splitChunks } from '../../../../src/site/internals/split-chunks.ts';
import { watchKey } from '../../../../src/site/internals/unwatched.ts';
import { ROOT } from '../../../support/site.ts';
import { warningsOf } from './warnings.ts';

const warnings = warningsOf();
const folders: string[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true });
});

/** A folder with these files. */
function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pieces-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}
const plain = () => vi.stubEnv('REFERENCE_LEVEL', '1');

describe('the index of docs', () => {
  const FILE = 'node_modules/@docusaurus/plugin-content-docs/lib/client/docsClientUtils.js';
  const siteWith = (code: string): string =>
    folderOf({
      'node_modules/@docusaurus/plugin-content-docs/package.json': { name: 'docs' },
      [FILE]: code,
    });

  it('replaces the functions of the docs plugin', () => {
    const { alias, plugins } = indexedDocs();
    expect(Object.values(alias)).toEqual([fs.realpathSync(path.join(ROOT, FILE))]);
    expect(plugins).toHaveLength(1);
    expect(warnings()).toEqual([]);
  });

  it.each([
    ['has fewer functions', 'export function getActiveVersion() {}', 'exports getActiveVersion'],
    [
      'has more functions',
      `${fs.readFileSync(path.join(ROOT, FILE), 'utf8')}export const more = 1;`,
      'getLatestVersion more',
    ],
  ])('leaves it where it %s', (_, code, reason) => {
    expect(indexedDocs(path.join(siteWith(code), 'site.js'))).toEqual({ alias: {}, plugins: [] });
    expect(warnings()).toEqual([expect.stringContaining(reason)]);
  });

  it('is not there in a plain site', () => {
    plain();
    expect(indexedDocs()).toEqual({ alias: {}, plugins: [] });
  });
});

describe('the indexed router', () => {
  /** A site whose Docusaurus depends on a router with these exports. */
  const siteWith = (router: string | undefined): string => {
    const core = 'node_modules/@docusaurus/core/package.json';
    const dependencies = router === undefined ? {} : { 'react-router-config': '5' };
    return folderOf({
      [core]: { name: '@docusaurus/core', dependencies },
      'node_modules/react-router-config/package.json': { main: 'index.js' },
      'node_modules/react-router-config/index.js': router ?? '',
    });
  };

  it('stands in for the one of Docusaurus', () => {
    const aliases = indexedRouter(ROOT);
    expect(Object.keys(aliases)).toEqual(['react-router-config$', 'react-router-config-original']);
    for (const file of Object.values(aliases)) expect(fs.existsSync(file)).toBe(true);
    expect(warnings()).toEqual([]);
  });

  it.each([
    ['is gone', undefined, 'no longer depends on react-router-config'],
    ['has other exports', 'exports.matchAll = () => []', 'react-router-config exports matchAll'],
  ])('is left out where that %s', (_what, router, warning) => {
    expect(indexedRouter(siteWith(router))).toEqual({});
    expect(warnings()).toEqual([expect.stringContaining(warning)]);
  });

  it('is left out in a plain site', () => {
    plain();
    expect(indexedRouter(ROOT)).toEqual({});
  });
});

describe('the splitting of chunks', () => {
  const browser = {
    optimization: { splitChunks: { cacheGroups: { styles: { name: 'styles' } } } },
  };
  const server = { optimization: { splitChunks: false as const } };

  it('changes the settings that Docusaurus 3.10 has', () => {
    expect(splitChunks(browser, false)).toHaveProperty('splitChunks.cacheGroups.styles.chunks');
    expect(splitChunks(server, true)).toHaveProperty('splitChunks.cacheGroups.shared');
    expect(warnings()).toEqual([]);
  });

  it('leaves others alone', () => {
    expect(splitChunks({ optimization: { splitChunks: { cacheGroups: {} } } }, false)).toEqual({});
    expect(splitChunks(browser, true)).toEqual({});
    expect(warnings()).toEqual([
      expect.stringMatching(/^\[openapi-reference\] split-chunks of the browser: /),
      expect.stringMatching(/^\[openapi-reference\] split-chunks of the server: /),
    ]);
  });

  it('leaves them alone in a plain site', () => {
    plain();
    expect([splitChunks(browser, false), splitChunks(server, true)]).toEqual([{}, {}]);
  });
});

describe('what is not watched', () => {
  const FOLDERS = ['docs/reference/shop', 'docs/bank'];
  const watching = (...paths: string[]): string[] =>
    watchKey(
      { name: 'docs', getPathsToWatch: () => paths },
      '/site',
      FOLDERS,
    ).getPathsToWatch?.() ?? [];

  it('is what is generated', () => {
    expect(watching('/site/docs/**/*.mdx')).toEqual([
      '/site/docs/**/*.mdx',
      '!docs/reference/shop',
      '!docs/bank',
      `/site/${LAYOUT.pagesKey}`,
    ]);
    expect(warnings()).toEqual([]);
  });

  it('is left to a plugin that has no patterns any more', () => {
    expect(watching('/site/docs')).toEqual(['/site/docs']);
    expect(warnings()).toEqual([expect.stringMatching(/unwatched: .*no longer watches glob/)]);
  });
});

describe('our labels in sidebars', () => {
  const context = { codeTranslations: { 'site.schemas': 'Schemata' } };
  const asked: unknown[] = [];
  const plugin: Plugin = {
    name: 'docs',
    getTranslationFiles: ({ content }) => {
      asked.push(content);
      return [{ path: 'current', content: {} }];
    },
    translateContent: ({ content }) => content,
  };
  const item = { type: 'doc', id: 'shop/book' };
  const schemas = { type: 'category', key: 'shop/own:schemas', label: 'Schemas', items: [item] };
  const docs = [{ id: 'shop/book', frontMatter: { slice: 'book.schema.json' } }];
  const mixed = [item, { type: 'doc', id: 'guides/a' }];
  const content = { loadedVersions: [{ sidebars: { guides: mixed, shop: [schemas] }, docs }] };
  const of = (loaded: unknown, labels: Plugin) => ({
    files: labels.getTranslationFiles?.({ content: loaded }),
    content: labels.translateContent?.({ content: loaded, translationFiles: [] }),
  });

  it('are translated, and those of the document are not in files for translators', async () => {
    const { files, content: translated } = of(content, translateLabels(plugin, context));
    expect(await files).toHaveLength(1);
    expect(asked.at(-1)).toEqual({ loadedVersions: [{ sidebars: { guides: mixed }, docs }] });
    expect(translated).toMatchObject({
      loadedVersions: [{ sidebars: { shop: [{ label: 'Schemata' }] } }],
    });
  });

  it.each([{}, { loadedVersions: [{ sidebars: {} }] }, { loadedVersions: [{ docs: [] }] }])(
    'stay English where the plugin loads %o',
    async (other) => {
      const { files, content: translated } = of(other, translateLabels(plugin, context));
      expect(await files).toEqual([]);
      expect(translated).toBe(other);
      expect(warnings()).toEqual([expect.stringMatching(/sidebar-labels: .*unknown form/)]);
    },
  );

  it('stay English in a plain site, without a warning', async () => {
    plain();
    const { files, content: translated } = of(content, translateLabels(plugin, context));
    expect(await files).toEqual([]);
    expect(translated).toBe(content);
    expect(warnings()).toEqual([]);
  });
});

describe('the steps of a build', () => {
  it('are two, and Docusaurus is told which', () => {
    expect(firstStep()).toBe('bundle');
    expect(docusaurusEnv('bundle')).toHaveProperty('DOCUSAURUS_EXIT_AFTER_BUNDLING', 'true');
    expect(docusaurusEnv('render')).toHaveProperty('DOCUSAURUS_SKIP_BUNDLING', 'true');
    expect(docusaurusEnv()).toEqual({ SKIP_HTML_MINIFICATION: 'true' });
  });

  it('are one in a plain site, as Docusaurus has it', () => {
    plain();
    expect(docusaurusEnv(firstStep())).toEqual({});
    expect(isBuilt(folderOf({ 'index.html': '' }))).toBe(true);
    expect(warnings()).toEqual([]);
  });

  it('are one, with a warning, where Docusaurus goes on after bundling', () => {
    expect(isBuilt(folderOf({ 'assets/main.js': '' }))).toBe(false);
    expect(warnings()).toEqual([]);
    expect(isBuilt(folderOf({ 'index.html': '' }))).toBe(true);
    expect(warnings()).toEqual([expect.stringContaining('did not stop after bundling')]);
  });

  it('print what is new', () => {
    for (const line of ['', '[INFO] [en] Creating an optimized production build...', '- de'])
      expect(isKnown(line), line).toBe(true);
    for (const line of ['[ERROR] Client bundle compiled with errors', '- a broken link'])
      expect(isKnown(line), line).toBe(false);
  });
});
