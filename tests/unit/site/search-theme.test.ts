import type { LoadContext, Plugin } from '@docusaurus/types';
import { expect, it } from 'vitest';
import search from '../../../src/search.ts';

const NAME = 'docusaurus-openapi-reference/search';

function theme(themes: readonly unknown[], trailingSlash?: boolean): Plugin {
  return search({ baseUrl: '/docs/', siteConfig: { themes, trailingSlash } } as LoadContext);
}

it.each([
  [undefined, '/docs/search/'],
  [false, '/docs/search'],
])('adds its page, with trailingSlash %s', async (trailingSlash, path) => {
  const routes: unknown[] = [];
  const actions = { addRoute: (route: unknown) => routes.push(route) };
  await theme([NAME], trailingSlash).contentLoaded?.({ actions } as never);
  expect(routes).toMatchObject([{ path, exact: true }]);
});

it('must be found by the plugin', () => {
  expect(() => theme([() => ({ name: 'other' })])).toThrow(`themes: ['${NAME}']`);
});

it('needs the plugin', async () => {
  const built = theme([NAME]).postBuild?.({ plugins: [{ name: 'other' }] } as never);
  await expect(built).rejects.toThrow('needs the plugin');
  const whole = theme([NAME]).postBuild?.({ plugins: [{ name: 'openapi-reference' }] } as never);
  await expect(whole).resolves.toBeUndefined();
});
