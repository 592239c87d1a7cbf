import fs from 'node:fs';
import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import { LAYOUT } from '../generate/layout.ts';
import { browserTables, browserVersion, type Tables, UnknownTables } from './browser-tables.ts';
import { readManifest } from './manifest.ts';
import { serverRegistry } from './server-registry.ts';

/** Name below `@generated/` to the file that stands in for it. */
export type Replaced = ReadonlyMap<string, string>;

/**
 * Writes our versions of the files that Docusaurus generated, for one of its two bundles, beside
 * them.
 *
 * @returns what stands in for what; nothing, after a warning, where Docusaurus' files have an unknown
 * form: the site is then built as plain Docusaurus would, complete and heavier.
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
    console.warn(
      `[openapi-reference] ${(error as Error).message}. ${CONSEQUENCE[bundle]} This version of Docusaurus generates other files than src/site expects.`,
    );
    return new Map();
  }
}

const CONSEQUENCE = {
  browser: 'Every page will load the tables of all pages, as with plain Docusaurus.',
  server: 'The build will take more time and memory.',
};

function browserFiles(
  { baseUrl, generatedFilesDir }: LoadContext,
  apis: readonly string[],
  read: (name: string) => string,
): Record<string, string> {
  const tables: Tables = {
    'routes.js': read('routes.js'),
    'registry.js': read('registry.js'),
    'routesChunkNames.json': read('routesChunkNames.json'),
    'globalData.json': read('globalData.json'),
  };
  const version = versionFile(generatedFilesDir);
  return {
    ...browserTables(
      tables,
      apis.map((api) => ({ path: `${baseUrl}reference/${api}/`, sidebar: api })),
    ),
    [version]: browserVersion(read(version), apis),
  };
}

/** The properties of the docs version, which hold all sidebars. */
function versionFile(generatedFilesDir: string): string {
  const folder = 'docusaurus-plugin-content-docs/default/p';
  const files = fs
    .readdirSync(path.join(generatedFilesDir, folder))
    .filter((name) =>
      fs.readFileSync(path.join(generatedFilesDir, folder, name), 'utf8').startsWith('{"version":'),
    );
  const [file] = files;
  if (file === undefined || files.length > 1)
    throw new UnknownTables(`${folder} has ${files.length} docs versions`);
  return `${folder}/${file}`;
}
