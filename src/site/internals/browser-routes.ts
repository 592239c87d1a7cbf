import { createHash } from 'node:crypto';
import type { Route } from '../../client/app/server-data.ts';
import { append } from '../../json/append.ts';
import { isObject } from '../../json/guards.ts';
import { ownFile } from '../../own-files.ts';
import { UnknownTables } from './unknown-tables.ts';

/** An API of the site, in a version of the docs. */
export interface TableApi {
  /** With base URL, and slashes at both ends. */
  readonly path: string;
  /** Whether a sidebar of its docs only lists pages of the reference. */
  readonly isSidebar: (name: string) => boolean;
}

/** The "hash" of a wildcard route. */
const HASH = 'reference';

/**
 * The sidebar of a route that several APIs share. What theirs show is in the HTML of the pages, so any name does that no
 * sidebar has.
 */
const SHARED = 'openapi-reference';

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

/**
 * A route without the pages below it. They are replaced by a route for all of an API's; only if they have one sidebar, which
 * is then that of the route.
 *
 * @param apis The innermost one of nested APIs comes first.
 * @param changes Gets what is changed.
 */
export function withoutPages(
  route: Route,
  apis: readonly TableApi[],
  isPage: (route: Route) => boolean,
  changes: RouteChanges,
): Route {
  if (!route.routes) return route;
  const before = changes.removed.length;
  const own = new Map<TableApi, Route[]>();
  for (const child of route.routes) {
    const api = isPage(child) && apis.find(({ path }) => withSlash(child.path).startsWith(path));
    if (api) append(own, api, child);
  }
  for (const [api, pages] of own)
    if (new Set(pages.map(({ sidebar }) => sidebar)).size > 1) own.delete(api);
  const gone = new Set([...own.values()].flat());
  changes.removed.push(...gone);
  const kept = route.routes
    .filter((child) => !gone.has(child))
    .map((child) => withoutPages(child, apis, isPage, changes));
  const wildcards = wildcardsOf(
    Array.from(own, ([api, [page]]) => ({ ...api, sidebar: page?.sidebar })),
  );
  changes.added.push(...wildcards);
  const routes = [...kept, ...wildcards];
  // Docusaurus' own hash depends on the pages, and would change the app with each of them.
  const hash =
    changes.removed.length > before && route.hash !== undefined ? hashOf(routes) : route.hash;
  if (hash !== route.hash) changes.renamed.set(nameOf(route), nameOf({ ...route, hash }));
  return { ...route, ...(hash !== undefined && { hash }), routes };
}

/** What becomes of the routes of a site. */
export interface RouteChanges {
  /** Those of pages. */
  readonly removed: Route[];
  /** Those in their place. */
  readonly added: Route[];
  /** The names of those around them, to their new ones: see `nameOf`. */
  readonly renamed: Map<string, string>;
}

/** By which Docusaurus finds the chunks of a route. */
export function nameOf({ path, hash }: Pick<Route, 'path' | 'hash'>): string {
  return `${path}-${hash}`;
}

function hashOf(routes: readonly Route[]): string {
  return createHash('sha256').update(JSON.stringify(routes)).digest('hex').slice(0, 8);
}

interface PlacedApi extends TableApi {
  /** The only one of its pages. */
  readonly sidebar: unknown;
}

/**
 * The routes for the pages of APIs, those of inner folders first. APIs that each have a sidebar of their own share a route:
 * of what they show, nothing is in the app. Those in a sidebar with other pages have routes of their own.
 */
function wildcardsOf(apis: readonly PlacedApi[]): Route[] {
  const isOwn = ({ sidebar, isSidebar }: PlacedApi): boolean =>
    typeof sidebar === 'string' && isSidebar(sidebar);
  const others = apis.filter((api) => !isOwn(api));
  const shared = new Set<string>();
  const together: string[] = [];
  for (const { path } of apis.filter(isOwn))
    if (others.some((other) => path.startsWith(other.path))) shared.add(path);
    else together.push(path);
  if (together.length > 0) shared.add(commonFolder(together));
  return [
    ...Array.from(shared, (path) => ({ path, hash: HASH, sidebar: SHARED })),
    ...others.map(({ path, sidebar }) => ({
      path,
      hash: HASH,
      ...(sidebar !== undefined && { sidebar }),
    })),
  ].sort((a, b) => b.path.length - a.path.length);
}

/** The innermost folder that paths, which all end with a slash, have in common. */
function commonFolder([first = '', ...others]: readonly string[]): string {
  let folder = first;
  for (const path of others)
    while (!path.startsWith(folder))
      folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return folder;
}

/** A path with a slash at its end. */
export function withSlash(path: string): string {
  return path.replace(/\/?$/, '/');
}

/** The code of `routes.js`. */
export function routesCode(routes: readonly Route[]): string {
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
