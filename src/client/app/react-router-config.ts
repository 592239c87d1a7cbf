import {
  type MatchedRoute,
  matchRoutes as match,
  type RouteConfig,
} from 'react-router-config-original';
import { routesFor } from './routes.ts';

/**
 * Replaces the package `react-router-config` in static rendering: Docusaurus matches each path twice against
 * all routes, and this tries only those that can match.
 */
export { renderRoutes } from 'react-router-config-original';

export function matchRoutes(routes: RouteConfig[], pathname: string): MatchedRoute<object>[] {
  return match(narrowed(routes, pathname), pathname);
}

function narrowed(routes: RouteConfig[], pathname: string): RouteConfig[] {
  return routesFor(routes, pathname).map((route) =>
    route.routes ? { ...route, routes: narrowed(route.routes, pathname) } : route,
  );
}
