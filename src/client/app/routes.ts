import type { RouteConfig } from 'react-router-config';
import { cached } from '../../json/cached.ts';

/** Shorter lists are searched linearly. */
const MIN_ROUTES = 50;

interface Numbered<Route> {
  readonly at: number;
  readonly route: Route;
}

interface Index {
  /** Routes of a single page, by path. */
  readonly pages: ReadonlyMap<string, readonly Numbered<RouteConfig>[]>;
  readonly others: readonly Numbered<RouteConfig>[];
}

const indexes = new WeakMap<readonly RouteConfig[], Index>();

/**
 * The few routes of a list that can match a path, in list order.
 *
 * React Router tries every route of a list, which makes rendering all pages quadratic. Most routes belong to
 * one page and are looked up by their path; all others are always in the result.
 *
 * @param routes A list that does not change: its index is built once.
 */
export function routesFor<Route extends RouteConfig>(
  routes: readonly Route[],
  pathname: string,
): Route[] {
  if (routes.length < MIN_ROUTES) return [...routes];
  const index = cached(indexes, routes, () => indexOf(routes));
  const found = [...index.others, ...(index.pages.get(keyOf(pathname)) ?? [])];
  return found.sort((a, b) => a.at - b.at).map(({ route }) => route as Route);
}

function indexOf(routes: readonly RouteConfig[]): Index {
  const pages = new Map<string, Numbered<RouteConfig>[]>();
  const others: Numbered<RouteConfig>[] = [];
  routes.forEach((route, at) => {
    const key = pageKey(route);
    const list = key === undefined ? others : (pages.get(key) ?? []);
    list.push({ at, route });
    if (key !== undefined) pages.set(key, list);
  });
  return { pages, others };
}

/** Undefined for routes that match more than one path: patterns and prefixes. */
function pageKey({ path, exact, routes }: RouteConfig): string | undefined {
  const isPage = exact && !routes && typeof path === 'string' && !/[:*()?+]/.test(path);
  return isPage ? keyOf(path) : undefined;
}

/** React Router ignores case and a trailing slash unless a route says otherwise. */
export function keyOf(pathname: string): string {
  return (pathname.endsWith('/') ? pathname.slice(0, -1) : pathname).toLowerCase();
}
