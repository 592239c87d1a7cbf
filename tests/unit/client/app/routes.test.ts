import { matchRoutes as original, type RouteConfig } from 'react-router-config';
import { describe, expect, it } from 'vitest';
import { routesFor } from '../../../../src/client/app/routes.ts';

const component = () => null;
const pages: RouteConfig[] = Array.from({ length: 200 }, (_, at) => ({
  path: `/reference/page-${at}/`,
  exact: true,
  component,
}));
const ROUTES: RouteConfig[] = [
  { path: '/reference/page-3/', exact: true, component, key: 'before' },
  ...pages,
  { path: '/reference/', component, routes: [] },
  { path: '/versions/:id', exact: true, component },
  { path: '*', component },
];

const ADDRESSES = [
  '/reference/page-3/',
  '/reference/page-199/',
  '/reference/page-199',
  '/Reference/PAGE-7/',
  '/reference/none/',
  '/versions/4',
  '/elsewhere',
];

describe('routesFor', () => {
  it.each(ADDRESSES)('finds for %s what all of the routes give', (address) => {
    const few = routesFor(ROUTES, address);
    expect(few.length).toBeLessThan(6);
    expect(original(few, address)).toEqual(original(ROUTES, address));
  });

  it('keeps the order of the list', () => {
    expect(routesFor(ROUTES, '/reference/page-3/').map(({ path, key }) => key ?? path)).toEqual([
      'before',
      '/reference/page-3/',
      '/reference/',
      '/versions/:id',
      '*',
    ]);
  });

  it('leaves short lists as they are', () => {
    expect(routesFor(pages.slice(0, 5), '/elsewhere')).toEqual(pages.slice(0, 5));
  });
});
