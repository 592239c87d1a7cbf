import fs from 'node:fs';
import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import { addressOf, pagePath } from '../../address/address.ts';
import { docIdOf, sidebarKey } from '../../address/files.ts';
import { LAYOUT } from '../../generate/layout.ts';
import { readGenerated, readManifest } from '../manifest.ts';
import { browserTables, browserVersion, type Tables, UnknownTables } from './browser-tables.ts';
import { serverRegistry } from './server-registry.ts';

/** Name below `@generated/` to the file that stands in for it. */
export type Replaced = ReadonlyMap<string, string>;

/**
 * Writes our versions of the files that Docusaurus generated, for one of its two bundles, beside
 * them.
 *
 * @returns what stands in for what.
 * @throws Error where the browser's files have a form that we do not know: links and the sidebar of
 * the site would not work. Without those of the server, the site is the same; that is a warning.
 */
export function replacedFiles(context: LoadContext, bundle: 'browser' | 'server'): Replaced {
  const { generatedFilesDir } = context;
  const folder = path.join(generatedFilesDir, 'openapi-reference', bundle);
  const apis = readManifest(context.siteDir).apis.map((api) => api.id);
  if (apis.length === 0) return new Map();
  const read = (name: string): string =>
    fs.readFileSync(path.join(generatedFilesDir, name), 'utf8');
  try {
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
  } catch (error) {
    const reason = `[openapi-reference] ${(error as Error).message}.`;
    if (bundle === 'browser') {
      throw new Error(
        `${reason} Docusaurus generates other files than src/site/internals/browser-tables.ts knows. Use the version in package.json, one version of the docs, and no docs plugin besides the one in docusaurus.config.ts.`,
      );
    }
    console.warn(`${reason} The build will take more time and memory.`);
    return new Map();
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
 * The properties of the docs version, which hold all sidebars. The folder keeps files of former builds,
 * under another base URL for instance: only what the registry names counts.
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
