import routes from '@generated/routes';
import { matchRoutes } from 'react-router-config';
import type { Preloadable } from './page-fetch.ts';

/** Whether the app fetches the page at a path: it then has no route of its own, but one with many others. */
export function isFetched(pathname: string): boolean {
  const component = matchRoutes(routes, pathname).at(-1)?.route.component;
  return (component as Preloadable | undefined)?.isFetching === true;
}
