import fs from 'node:fs';
import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import type { Compiler } from 'webpack';
import { addressOf } from '../../address/address.ts';
import { sidebarId } from '../../address/docs.ts';
import type { GeneratedPage } from '../../client/app/generated-page.tsx';
import type { Published } from '../published.ts';
import { browserConfig, browserVersion } from './browser-data.ts';
import { browserTables, type Tables } from './browser-tables.ts';
import { internal, warnOnce } from './level.ts';
import { modulePages } from './page-modules.ts';
import { serverTables } from './server-tables.ts';
import { UnknownTables } from './unknown-tables.ts';

type FilesContext = Pick<LoadContext, 'siteDir' | 'generatedFilesDir' | 'baseUrl' | 'siteConfig'>;

/** Name below `@generated/` to its replacement. */
export type Replaced = ReadonlyMap<string, string>;

const PIECES = {
  browser: {
    name: 'browser-tables',
    loss: 'The app contains the code and the URL of every page, and grows with their number.',
  },
  server: {
    name: 'server-tables',
    loss: 'The build takes more time and memory, and bundles the site whenever a page changes.',
  },
};

/**
 * Writes our versions of Docusaurus' generated files, for one of its two bundles, beside them.
 *
 * @param isPlainMarkdown Whether nothing of the site changes how Markdown is compiled.
 * @returns the replacements; none if a file has an unknown form.
 */
export function replacedFiles(
  { siteDir, generatedFilesDir, baseUrl, siteConfig }: FilesContext,
  bundle: 'browser' | 'server',
  published: Published,
  isPlainMarkdown = true,
): Replaced {
  const folder = path.join(generatedFilesDir, 'openapi-reference', bundle);
  if (published.apis.length === 0) return new Map();
  const sources = new Set(published.apis.flatMap(({ pages }) => pages.map(({ source }) => source)));
  const isPage = (module: string): boolean => sources.has(module);
  const read = (name: string): string =>
    fs.readFileSync(path.join(generatedFilesDir, name), 'utf8');
  const serverFiles = (): Record<string, string> => {
    const pages = isPlainMarkdown
      ? modulePages(published, siteDir, generatedFilesDir)
      : new Map<string, GeneratedPage>();
    const tables = { 'registry.js': read('registry.js'), 'routes.js': read('routes.js') };
    const { modules, beside } = serverTables(tables, isPage, pages, (name) =>
      path.join(folder, name),
    );
    fs.mkdirSync(folder, { recursive: true });
    for (const [name, content] of Object.entries(beside))
      fs.writeFileSync(path.join(folder, name), content);
    return modules;
  };
  const write = (): Replaced => {
    const files =
      bundle === 'server'
        ? serverFiles()
        : browserFiles(published, { baseUrl, siteConfig }, isPage, read);
    return new Map(
      Object.entries(files).map(([name, content]) => {
        // For the server, modules that read JSON.
        const file = path.join(folder, bundle === 'server' ? name.replace(/\.json$/, '.js') : name);
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, content);
        return [name, file];
      }),
    );
  };
  return internal(PIECES[bundle], write, () => new Map());
}

/**
 * Bundler plugin that replaces Docusaurus' files with ours. An alias would be applied too late: `@generated` is
 * one itself.
 */
export class ReplaceGenerated {
  constructor(
    readonly context: FilesContext,
    readonly bundle: 'browser' | 'server',
    readonly published: Published,
    readonly isPlainMarkdown = true,
  ) {}

  apply(compiler: Compiler): void {
    const { NormalModuleReplacementPlugin, WebpackError } = compiler.webpack;
    const replaced = replacedFiles(this.context, this.bundle, this.published, this.isPlainMarkdown);
    const missing = new Set(replaced.keys());
    new NormalModuleReplacementPlugin(/^@generated\//, (resource) => {
      const name = resource.request.slice('@generated/'.length);
      const known = [name, `${name}.js`, `${name}.json`, `${name}.mjs`].find((file) =>
        replaced.has(file),
      );
      if (known === undefined) return;
      missing.delete(known);
      resource.request = replaced.get(known) ?? resource.request;
    }).apply(compiler);
    compiler.hooks.thisCompilation.tap('ReplaceGenerated', (compilation) => {
      compilation.hooks.finishModules.tap('ReplaceGenerated', () => {
        if (missing.size === 0) return;
        const error = new WebpackError(`the bundler asked for no ${[...missing].join(', ')}`);
        // Some replacements without the others do not work.
        if (missing.size === replaced.size) warnOnce(PIECES[this.bundle], error);
        else compilation.errors.push(error);
      });
    });
  }
}

/** The configuration of the site, as Docusaurus gives it to the app. */
const CONFIG = 'docusaurus.config.mjs';

function browserFiles(
  { apis, sidebars }: Published,
  { baseUrl, siteConfig }: Pick<FilesContext, 'baseUrl' | 'siteConfig'>,
  isPage: (module: string) => boolean,
  read: (name: string) => string,
): Record<string, string> {
  const tables: Tables = {
    'routes.js': read('routes.js'),
    'registry.js': read('registry.js'),
    'routesChunkNames.json': read('routesChunkNames.json'),
    'globalData.json': read('globalData.json'),
  };
  const known = new Set(sidebars);
  const isSidebar = (pluginId: string, version: string, name: string): boolean =>
    known.has(sidebarId(pluginId, version, name));
  return {
    ...browserTables(tables, {
      apis: apis
        .filter(({ base }) => base !== '')
        .map(({ base, docsPluginId, docsVersion }) => ({
          path: addressOf(base, { baseUrl }),
          isSidebar: (name) => isSidebar(docsPluginId, docsVersion, name),
        })),
      isGenerated: isPage,
      isSidebar,
      linked: linkedIn(siteConfig.themeConfig),
    }),
    [CONFIG]: browserConfig(read(CONFIG)),
    ...Object.fromEntries(
      versionFiles(tables['registry.js'], read).map((file) => [
        file,
        browserVersion(read(file), ({ pluginId, version }) => {
          const own = apis.filter(
            (api) => api.docsPluginId === pluginId && api.docsVersion === version,
          );
          return {
            docIds: new Set(own.flatMap(({ pages }) => pages.map(({ docId }) => docId))),
            isSidebar: (name) => isSidebar(pluginId, version, name),
          };
        }),
      ]),
    ),
  };
}

/** The pages and sidebars that navigation bars and footers name: Docusaurus looks them up in the browser. */
function linkedIn(themeConfig: unknown): ReadonlySet<string> {
  const ids = JSON.stringify(themeConfig).matchAll(/"(?:docId|sidebarId)":"([^"]+)"/g);
  return new Set(Array.from(ids, ([, id]) => id ?? ''));
}

/**
 * The properties of all docs versions, with all sidebars. The folder contains files of earlier builds, for
 * example with another base URL: only those in the registry count.
 */
function versionFiles(registry: string, read: (name: string) => string): string[] {
  const named = registry.matchAll(/"@generated\/(docusaurus-plugin-content-docs\/[^"]+\.json)"/g);
  const files = [...new Set([...named].map(([, name]) => name ?? ''))].filter((name) =>
    read(name).startsWith('{"version":'),
  );
  if (files.length === 0) throw new UnknownTables('registry.js names no docs version');
  return files;
}
