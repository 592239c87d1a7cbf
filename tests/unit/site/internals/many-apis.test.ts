import { describe, expect, it } from 'vitest';
import type { SiteApi } from '../../../../src/client/app/site-data.ts';
import { browserConfig, browserVersion } from '../../../../src/site/internals/browser-data.ts';
import { browserTables } from '../../../../src/site/internals/browser-tables.ts';
import { translateBy } from '../../../../src/site/languages.ts';
import { apiItems } from '../../../../src/site/navbar.ts';
import { sharedSiteData } from '../../../../src/site/site-data.ts';
import { siteTagline } from '../../../../src/site/with-reference.ts';

/** What Docusaurus 3.10 generates for a site with guides and a number of APIs, and what becomes of it for the browser. */
function appOf(count: number): Record<string, string> {
  const ids = Array.from({ length: count }, (_, at) => `service-${String(at).padStart(4, '0')}`);
  const pages = [
    { path: '/guides/a/', module: '@site/docs/guides/a.md', sidebar: 'guides', id: 'guides/a' },
    ...ids.flatMap((api) =>
      ['', 'get/', 'schemas/thing/'].map((page) => ({
        path: `/reference/${api}/${page}`,
        module: `@site/docs/reference/${api}/${page}page.mdx`,
        sidebar: api,
        id: `reference/${api}/${page}page`,
      })),
    ),
  ];
  const chunk = (name: string, module: string): string =>
    `  "${name}": [() => import(/* webpackChunkName: "${name}" */ "${module}"), "${module}", require.resolveWeak("${module}")],`;
  const route = ({ path, sidebar }: (typeof pages)[number], at: number): string =>
    `{ path: '${path}', component: ComponentCreator('${path}', 'h${at}'), exact: true, sidebar: "${sidebar}" }`;
  const isSidebar = (_: string, __: string, name: string): boolean => name !== 'guides';
  const tables = browserTables(
    {
      'routes.js': `export default [{ path: '/', component: ComponentCreator('/', 'r${count}'), routes: [${pages.map(route).join(',')}] }];\n`,
      'registry.js': `export default {\n${[...pages.map(({ module }, at) => chunk(`c${at}`, module)), chunk('item', '@theme/DocItem')].join('\n')}};\n`,
      'routesChunkNames.json': JSON.stringify(
        Object.fromEntries([
          // Docusaurus' hash of a route depends on those below it.
          [`/-r${count}`, { __comp: 'item' }],
          ...pages.map(({ path }, at) => [`${path}-h${at}`, { __comp: 'item', content: `c${at}` }]),
        ]),
      ),
      'globalData.json': JSON.stringify({
        'docusaurus-plugin-content-docs': {
          default: {
            versions: [
              {
                name: 'current',
                docs: pages.map(({ id, path, sidebar }) => ({ id, path, sidebar })),
                sidebars: Object.fromEntries(
                  ['guides', ...ids].map((name) => [name, { link: { path: `/${name}` } }]),
                ),
              },
            ],
          },
        },
      }),
    },
    {
      apis: ids.map((api) => ({ path: `/reference/${api}/`, isSidebar: (name) => name === api })),
      isGenerated: (module) => module.startsWith('@site/docs/reference/'),
      isSidebar,
      linked: new Set(['guides']),
    },
  );
  const version = {
    pluginId: 'default',
    version: 'current',
    docsSidebars: Object.fromEntries(['guides', ...ids].map((name) => [name, [{ type: 'link' }]])),
    docs: Object.fromEntries(pages.map(({ id, sidebar }) => [id, { id, sidebar }])),
  };
  const docIds = new Set(pages.slice(1).map(({ id }) => id));
  const options = { id: 'default', apis: ids.map((id) => ({ id, document: `${id}.yaml` })) };
  const apis = ids.map(
    (id) =>
      ({
        id,
        label: `The ${id} API`,
        base: `reference/${id}`,
        href: `/reference/${id}/`,
        summary: `What ${id} does.`,
      }) as SiteApi,
  );
  const config = {
    tagline: siteTagline(apis, translateBy({})),
    themeConfig: { navbar: { items: apiItems(apis) } },
    plugins: [['docusaurus-openapi-reference', options], null],
    presets: [['docusaurus-openapi-reference/preset', options]],
  };
  return {
    ...tables,
    version: browserVersion(JSON.stringify({ version }), () => ({
      docIds,
      isSidebar: (name) => isSidebar('', '', name),
    })),
    config: browserConfig(`/* generated */\nexport default ${JSON.stringify(config, null, 2)};\n`),
    data: JSON.stringify(sharedSiteData(apis)),
  };
}

describe('what Docusaurus generates for the app', () => {
  const [some, many] = [appOf(40), appOf(400)];

  it('is the same for 40 APIs and for 400: nothing in it lists them', () => {
    expect(many).toEqual(some);
  });

  it('names no API, but for those that the site names in its tagline', () => {
    const { config = '', ...others } = many;
    expect(JSON.stringify(others)).not.toContain('service-');
    expect(config.match(/service-\d+/g)).toHaveLength(12);
  });

  it('has the guides, and the routes of the APIs', () => {
    for (const name of ['routes.js', 'registry.js', 'globalData.json', 'version'])
      expect(many[name], name).toContain('guides');
    expect(many['routes.js']).toContain('path: "/reference/", component: fetchesPage(');
    expect(many['globalData.json']).toContain('"guides":{"link"');
    expect(many.config).toContain('["docusaurus-openapi-reference",{"id":"default"}]');
  });
});
