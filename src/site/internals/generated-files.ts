import fs from 'node:fs';
import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import type { Compiler } from 'webpack';
import { addressOf, pagePath } from '../../address/address.ts';
import { docIdOf, sidebarKey } from '../../address/files.ts';
import { LAYOUT } from '../../generate/layout.ts';
import { readGenerated, readManifest } from '../manifest.ts';
import { browserTables, browserVersion, type Tables, UnknownTables } from './browser-tables.ts';
import { internal, warnOnce } from './level.ts';
import { serverRegistry } from './server-registry.ts';

/** Name below `@generated/` to its replacement. */
export type Replaced = ReadonlyMap<string, string>;

const PIECES = {
  browser: {
    name: 'browser-tables',
    loss: 'The app contains the code and the URL of every page, and grows with their number.',
  },
  server: { name: 'server-registry', loss: 'The build takes more time and memory.' },
};

/**
 * Writes our versions of Docusaurus' generated files, for one of its two bundles, beside them.
 *
 * @returns the replacements; none if a file has an unknown form.
 */
export function replacedFiles(context: LoadContext, bundle: 'browser' | 'server'): Replaced {
  const { generatedFilesDir } = context;
  const folder = path.join(generatedFilesDir, 'openapi-reference', bundle);
  const apis = readManifest(context.siteDir).apis.map((api) => api.id);
  if (apis.length === 0) return new Map();
  const read = (name: string): string =>
    fs.readFileSync(path.join(generatedFilesDir, name), 'utf8');
  const write = (): Replaced => {
    const files =
      bundle === 'server'
        ? { 'registry.js': serverRegistry(read('registry.js'), `@site/${LAYOUT.pages}/`) }
        : browserFiles(context, apis, read);
    return new Map(
      Object.entries(files).map(([name, content]) => {
        const file = path.join(folder, name);
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
    readonly context: LoadContext,
    readonly bundle: 'browser' | 'server',
  ) {}

  apply(compiler: Compiler): void {
    const { NormalModuleReplacementPlugin, WebpackError } = compiler.webpack;
    const replaced = replacedFiles(this.context, this.bundle);
    const missing = new Set(replaced.keys());
    new NormalModuleReplacementPlugin(/^@generated\//, (resource) => {
      const name = resource.request.slice('@generated/'.length);
      const known = [name, `${name}.js`, `${name}.json`].find((file) => replaced.has(file));
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

function browserFiles(
  { siteDir, baseUrl }: LoadContext,
  apis: readonly string[],
  read: (name: string) => string,
): Record<string, string> {
  const tables: Tables = {
    'routes.js': read('routes.js'),
    'registry.js': read('registry.js'),
    'routesChunkNames.json': read('routesChunkNames.json'),
    'globalData.json': read('globalData.json'),
  };
  const generated = new Set(readGenerated(siteDir));
  const docIds = new Set([...generated].map((file) => docIdOf(file)));
  const version = versionFile(tables['registry.js'], read);
  return {
    ...browserTables(
      tables,
      apis.map((api) => ({
        path: addressOf(pagePath({ api }), { baseUrl }),
        sidebar: sidebarKey({ api }),
      })),
      (module) => generated.has(module.replace(/^@site\//, '')),
    ),
    [version]: browserVersion(
      read(version),
      apis.map((api) => sidebarKey({ api })),
      (id) => docIds.has(id),
    ),
  };
}

/**
 * The properties of the docs version, with all sidebars. The folder contains files of earlier builds, for
 * example with another base URL: only those in the registry count.
 */
function versionFile(registry: string, read: (name: string) => string): string {
  const named = registry.matchAll(/"@generated\/(docusaurus-plugin-content-docs\/[^"]+\.json)"/g);
  const files = [...new Set([...named].map(([, name]) => name ?? ''))].filter((name) =>
    read(name).startsWith('{"version":'),
  );
  const [file] = files;
  if (file === undefined || files.length > 1)
    throw new UnknownTables(`registry.js names ${files.length} docs versions`);
  return file;
}
