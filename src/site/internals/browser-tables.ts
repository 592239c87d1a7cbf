import type { Route } from '../../client/app/server-data.ts';
import { append } from '../../json/append.ts';
import { isObject } from '../../json/guards.ts';
import { ownFile } from '../../own-files.ts';

/**
 * Docusaurus puts tables of all routes into the scripts of every page: about 115 bytes (gzip) per page. The
 * browser's bundle gets tables without the reference pages, and a wildcard route for each API instead; static
 * rendering keeps the full ones.
 */

/** The files that Docusaurus generates for its app, by name, as text. */
export interface Tables {
  readonly 'routes.js': string;
  readonly 'registry.js': string;
  readonly 'routesChunkNames.json': string;
  readonly 'globalData.json': string;
}

/** A new version of Docusaurus generates something that this file does not know. */
export class UnknownTables extends Error {}

const HASH = 'reference';
const CHUNK = 'reference-page';
const COMPONENT = '@theme/ReferencePage';

/**
 * The tables for the browser.
 *
 * @param paths Of the APIs whose pages are removed, with base URL, and slashes at both ends.
 * @param isGenerated Whether a module, `@site/docs/...`, is a generated page. The path of a hand-written page
 * may also be below an API's.
 * @param linkedIds Docusaurus' ids of pages that the site's navigation names.
 * @throws UnknownTables if a table does not have the format of Docusaurus 3.10.
 */
export function browserTables(
  tables: Tables,
  paths: readonly string[],
  isGenerated: (module: string) => boolean,
  linkedIds: ReadonlySet<string> = new Set(),
): Tables {
  const routes = parseRoutes(tables['routes.js']);
  const chunkNames = parseJson(tables, 'routesChunkNames.json');
  const chunks = generatedChunks(tables['registry.js'], isGenerated);
  const isPage = ({ path, hash }: Route): boolean =>
    stringsIn(chunkNames[`${path}-${hash}`]).some((name) => chunks.has(name));
  // The innermost one of nested APIs.
  const sorted = paths.toSorted((a, b) => b.length - a.length);
  const removed: Route[] = [];
  const kept = routes.map((route) => withoutPages(route, sorted, isPage, removed));
  if (removed.length === 0) throw new UnknownTables('routes.js has no route of a reference page');
  const names = withoutRoutes(chunkNames, removed, paths);
  return {
    'routes.js': routesCode(kept),
    'registry.js': registryCode(tables['registry.js'], new Set(stringsIn(names))),
    'routesChunkNames.json': JSON.stringify(names),
    'globalData.json': JSON.stringify(
      withoutDocs(parseJson(tables, 'globalData.json'), removed, linkedIds),
    ),
  };
}

/** What is removed from the properties of a docs version. */
export interface OwnParts {
  /** The pages of the reference. */
  readonly docIds: ReadonlySet<string>;
  /** Whether a sidebar only lists such pages. */
  readonly isSidebar: (name: string) => boolean;
}

/**
 * The properties of a docs version, with all sidebars and documents, without those of APIs.
 *
 * @param partsOf Returns what is removed from a version.
 */
export function browserVersion(
  json: string,
  partsOf: (version: { readonly pluginId: string; readonly version: string }) => OwnParts,
): string {
  const props = JSON.parse(json);
  const version = props?.version;
  if (!isObject(version) || !isObject(version.docsSidebars) || !isObject(version.docs)) {
    throw new UnknownTables('the properties of the docs version have an unknown format');
  }
  const { docIds, isSidebar } = partsOf({
    pluginId: String(version.pluginId),
    version: String(version.version),
  });
  // Pages in other sidebars may be listed there as cards, which are rendered in the browser.
  const docs = Object.entries(version.docs).filter(
    ([id, doc]) =>
      !docIds.has(id) ||
      (isObject(doc) && doc.sidebar !== undefined && !isSidebar(String(doc.sidebar))),
  );
  const sidebars = Object.entries(version.docsSidebars).map(([name, items]) => [
    name,
    isSidebar(name) ? [] : items,
  ]);
  return JSON.stringify({
    ...props,
    version: {
      ...version,
      docs: Object.fromEntries(docs),
      docsSidebars: Object.fromEntries(sidebars),
    },
  });
}

/**
 * The routes in `routes.js`: a list of object literals, evaluated with a component that just returns its arguments.
 *
 * @throws UnknownTables if it does not have the format of Docusaurus 3.10.
 */
export function parseRoutes(code: string): Route[] {
  const literal = /export default (\[[\s\S]*\]);\s*$/.exec(code)?.[1];
  if (!literal) throw new UnknownTables('routes.js does not end with a list of routes');
  const routes: unknown = new Function('ComponentCreator', `return ${literal}`)(
    (_path: string, hash?: string) => hash,
  );
  if (
    !Array.isArray(routes) ||
    routes.some((route) => !isObject(route) || typeof route.path !== 'string')
  ) {
    throw new UnknownTables('routes.js contains something other than routes');
  }
  return routes.map(toRoute);
}

function toRoute({ component, routes, ...route }: Record<string, unknown>): Route {
  return {
    ...(route as Route),
    ...(typeof component === 'string' && { hash: component }),
    ...(Array.isArray(routes) && { routes: routes.map(toRoute) }),
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

/** Pages are replaced by a route for all of an API's; only if they have one sidebar, which is then that of the route. */
function withoutPages(
  route: Route,
  paths: readonly string[],
  isPage: (route: Route) => boolean,
  removed: Route[],
): Route {
  if (!route.routes) return route;
  const own = new Map<string, Route[]>();
  for (const child of route.routes) {
    const path = isPage(child) && paths.find((path) => withSlash(child.path).startsWith(path));
    if (path) append(own, path, child);
  }
  for (const [path, pages] of own)
    if (new Set(pages.map(({ sidebar }) => sidebar)).size > 1) own.delete(path);
  const gone = new Set([...own.values()].flat());
  removed.push(...gone);
  const kept = route.routes
    .filter((child) => !gone.has(child))
    .map((child) => withoutPages(child, paths, isPage, removed));
  const added = Array.from(own, ([path, [page]]) => ({
    path,
    hash: HASH,
    ...(page?.sidebar !== undefined && { sidebar: page.sidebar }),
  }));
  return { ...route, routes: [...kept, ...added] };
}

function withSlash(path: string): string {
  return path.replace(/\/?$/, '/');
}

function routesCode(routes: readonly Route[]): string {
  return [
    `import ComponentCreator from '@docusaurus/ComponentCreator';`,
    `import { fetchesPage } from ${JSON.stringify(ownFile('client/app/page-fetch.ts'))};`,
    `export default ${listCode(routes)};`,
  ].join('\n');
}

function listCode(routes: readonly Route[]): string {
  return `[${routes.map(routeCode).join(',\n')}]`;
}

function routeCode({ path, hash, routes, ...attributes }: Route): string {
  const creator = `ComponentCreator(${[path, hash]
    .filter((text) => text !== undefined)
    .map((text) => JSON.stringify(text))
    .join(', ')})`;
  const parts = [
    `path: ${JSON.stringify(path)}`,
    `component: ${hash === HASH ? `fetchesPage(${creator}, ${JSON.stringify(path)})` : creator}`,
    ...(routes ? [`routes: ${listCode(routes)}`] : []),
    ...Object.entries(attributes).map(
      ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
    ),
  ];
  return `{${parts.join(', ')}}`;
}

function withoutRoutes(
  names: Record<string, unknown>,
  removed: readonly Route[],
  paths: readonly string[],
): Record<string, unknown> {
  const gone = new Set(removed.map(({ path, hash }) => `${path}-${hash}`));
  const missing = [...gone].find((key) => !Object.hasOwn(names, key));
  if (missing) throw new UnknownTables(`routesChunkNames.json lacks ${missing}`);
  return {
    ...Object.fromEntries(Object.entries(names).filter(([key]) => !gone.has(key))),
    ...Object.fromEntries(paths.map((path) => [`${path}-${HASH}`, { __comp: CHUNK }])),
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

function withoutDocs(
  data: Record<string, unknown>,
  removed: readonly Route[],
  linkedIds: ReadonlySet<string>,
): Record<string, unknown> {
  const instances = data['docusaurus-plugin-content-docs'];
  if (!isObject(instances)) throw new UnknownTables('globalData.json has no docs plugin');
  const paths = new Set(removed.map(({ path }) => withSlash(path)));
  const isPage = (doc: unknown): boolean =>
    isObject(doc) && paths.has(withSlash(String(doc.path))) && !linkedIds.has(String(doc.id));
  const trimmed = Object.entries(instances).map(([id, instance]) => {
    if (!isObject(instance) || !Array.isArray(instance.versions)) {
      throw new UnknownTables('globalData.json has docs without versions');
    }
    // The menu of versions looks for the same page in each.
    if (instance.versions.length > 1) return [id, instance];
    const versions = instance.versions.map((version) => ({
      ...version,
      docs: version.docs.filter((doc: unknown) => !isPage(doc)),
    }));
    return [id, { ...instance, versions }];
  });
  return { ...data, 'docusaurus-plugin-content-docs': Object.fromEntries(trimmed) };
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
