import type { Route } from '../../client/app/server-data.ts';
import { isObject } from '../../json/guards.ts';
import { withoutDocs } from './browser-data.ts';
import {
  nameOf,
  parseRoutes,
  type RouteChanges,
  routesCode,
  type TableApi,
  withoutPages,
} from './browser-routes.ts';
import { UnknownTables } from './unknown-tables.ts';

/**
 * Docusaurus puts tables of all routes into the scripts of every page: about 115 bytes (gzip) per page. The
 * browser's bundle gets tables without the reference pages and without their sidebars, and a wildcard route for all APIs of a
 * folder instead; static rendering keeps the full ones.
 */

/** The files that Docusaurus generates for its app, by name, as text. */
export interface Tables {
  readonly 'routes.js': string;
  readonly 'registry.js': string;
  readonly 'routesChunkNames.json': string;
  readonly 'globalData.json': string;
}

/** What is removed from the tables, and what is not. */
export interface TableSite {
  /** Those whose pages are removed. */
  readonly apis: readonly TableApi[];
  /** Whether a module, `@site/docs/...`, is a generated page. The path of a hand-written page may also be below an API's. */
  readonly isGenerated: (module: string) => boolean;
  /** Whether a sidebar only lists pages of the reference. */
  readonly isSidebar: (pluginId: string, version: string, name: string) => boolean;
  /** Docusaurus' ids of pages, and sidebars, that the site's navigation names. */
  readonly linked: ReadonlySet<string>;
}

const CHUNK = 'reference-page';
const COMPONENT = '@theme/ReferencePage';

/**
 * The tables for the browser.
 *
 * @throws UnknownTables if a table does not have the format of Docusaurus 3.10.
 */
export function browserTables(tables: Tables, site: TableSite): Tables {
  const routes = parseRoutes(tables['routes.js']);
  const chunkNames = parseJson(tables, 'routesChunkNames.json');
  const chunks = generatedChunks(tables['registry.js'], site.isGenerated);
  const isPage = (route: Route): boolean =>
    stringsIn(chunkNames[nameOf(route)]).some((name) => chunks.has(name));
  // The innermost one of nested APIs.
  const sorted = site.apis.toSorted((a, b) => b.path.length - a.path.length);
  const changes: RouteChanges = { removed: [], added: [], renamed: new Map() };
  const kept = routes.map((route) => withoutPages(route, sorted, isPage, changes));
  const { removed } = changes;
  if (removed.length === 0) throw new UnknownTables('routes.js has no route of a reference page');
  const names = withoutRoutes(chunkNames, changes);
  return {
    'routes.js': routesCode(kept),
    'registry.js': registryCode(tables['registry.js'], new Set(stringsIn(names))),
    'routesChunkNames.json': JSON.stringify(names),
    'globalData.json': JSON.stringify(
      withoutDocs(parseJson(tables, 'globalData.json'), removed, site),
    ),
  };
}

/** Chunk names of generated pages. */
function generatedChunks(
  registry: string,
  isGenerated: (module: string) => boolean,
): ReadonlySet<string> {
  const lines = registry.matchAll(/^ {2}"([^"]+)": \[.*?, "([^"]+)",/gm);
  return new Set(
    [...lines].flatMap(([, name, module]) => (name && module && isGenerated(module) ? [name] : [])),
  );
}

function withoutRoutes(
  names: Record<string, unknown>,
  { removed, added, renamed }: RouteChanges,
): Record<string, unknown> {
  const gone = new Set(removed.map(nameOf));
  const missing = [...gone].find((key) => !Object.hasOwn(names, key));
  if (missing) throw new UnknownTables(`routesChunkNames.json lacks ${missing}`);
  return {
    ...Object.fromEntries(
      Object.entries(names)
        .filter(([key]) => !gone.has(key))
        .map(([key, chunks]) => [renamed.get(key) ?? key, chunks]),
    ),
    ...Object.fromEntries(added.map((route) => [nameOf(route), { __comp: CHUNK }])),
  };
}

/** The lines of the object in `registry.js`: one for each chunk. */
export function registryLines(code: string): string[] {
  const body = /^export default \{\n([\s\S]*)\};\s*$/.exec(code)?.[1];
  if (body === undefined) throw new UnknownTables('registry.js is not a single object');
  return body.split('\n').filter((line) => line.trim() !== '');
}

/** Chunks that no route names anymore are removed. */
function registryCode(code: string, used: ReadonlySet<string>): string {
  const lines = registryLines(code);
  const kept = lines.filter((line) => {
    const chunk = /^ {2}"([^"]+)": \[/.exec(line)?.[1];
    if (chunk === undefined) throw new UnknownTables('registry.js has a line of an unknown format');
    return used.has(chunk);
  });
  if (kept.length === lines.length)
    throw new UnknownTables('registry.js has no chunk of a reference page');
  const own = `  "${CHUNK}": [() => import(/* webpackChunkName: "${CHUNK}" */ "${COMPONENT}"), "${COMPONENT}", require.resolveWeak("${COMPONENT}")],`;
  return `export default {\n${[...kept, own].join('\n')}\n};\n`;
}

function parseJson(
  tables: Tables,
  name: 'routesChunkNames.json' | 'globalData.json',
): Record<string, unknown> {
  const value: unknown = JSON.parse(tables[name]);
  if (!isObject(value)) throw new UnknownTables(`${name} is not an object`);
  return value;
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
