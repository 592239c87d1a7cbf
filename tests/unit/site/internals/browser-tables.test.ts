import { describe, expect, it } from 'vitest';
import { browserVersion } from '../../../../src/site/internals/browser-data.ts';
import {
  browserTables,
  type TableSite,
  type Tables,
} from '../../../../src/site/internals/browser-tables.ts';
import { UnknownTables } from '../../../../src/site/internals/unknown-tables.ts';
import { separateImports } from '../../../../src/site/older-pages.ts';

const chunk = (id: string, file: string) =>
  `  "${id}": [() => import(/* webpackChunkName: "${id}" */ "${file}"), "${file}", require.resolveWeak("${file}")],`;

/** The form in which Docusaurus 3.10 generates its tables. */
const TABLES: Tables = {
  'routes.js': `import React from 'react';
import ComponentCreator from '@docusaurus/ComponentCreator';

export default [
  {
    path: '/base/',
    component: ComponentCreator('/base/', '198'),
    routes: [
      { path: '/base/guides/a/', component: ComponentCreator('/base/guides/a/', '5b9'), exact: true, sidebar: "guides" },
      { path: '/base/reference/shop/', component: ComponentCreator('/base/reference/shop/', '952'), exact: true, sidebar: "shop" },
      { path: '/base/reference/shop/get-book/', component: ComponentCreator('/base/reference/shop/get-book/', 'a1b'), exact: true, sidebar: "shop" }
    ]
  },
  {
    path: '*',
    component: ComponentCreator('*'),
  },
];
`,
  'registry.js': `export default {
${chunk('1', '@site/docs/guides/a.md')}
${chunk('2', '@site/docs/reference/shop/shop.info.mdx')}
${chunk('3', '@site/docs/reference/shop/get-book.api.mdx')}
${chunk('4', '@theme/DocItem')}};
`,
  'routesChunkNames.json': JSON.stringify({
    '/base/-198': { __comp: '4' },
    '/base/guides/a/-5b9': { __comp: '4', content: '1' },
    '/base/reference/shop/-952': { __comp: '4', content: '2' },
    '/base/reference/shop/get-book/-a1b': { __comp: '4', content: '3' },
  }),
  'globalData.json': JSON.stringify({
    'docusaurus-plugin-content-docs': {
      default: {
        versions: [
          {
            docs: [
              { id: 'guides/a', path: '/base/guides/a' },
              { id: 'reference/shop/shop', path: '/base/reference/shop' },
              { id: 'reference/shop/get-book', path: '/base/reference/shop/get-book' },
            ],
          },
        ],
      },
    },
  }),
};
const SHOP = { path: '/base/reference/shop/', isSidebar: () => false };
const isGenerated = (module: string): boolean =>
  module.startsWith('@site/docs/reference/') && !module.includes('hand-written');
const SITE: TableSite = {
  apis: [SHOP],
  isGenerated,
  isSidebar: () => false,
  linked: new Set(),
};
const tablesOf = (tables: Tables, site: Partial<TableSite> = {}): Tables =>
  browserTables(tables, { ...SITE, ...site });

describe('browserTables', () => {
  const tables = tablesOf(TABLES);

  it('puts one wildcard route in the place of the pages', () => {
    expect(tables['routes.js']).not.toContain('get-book');
    expect(tables['routes.js']).toContain('"/base/guides/a/"');
    expect(tables['routes.js']).toContain(
      'path: "/base/reference/shop/", component: fetchesPage(ComponentCreator("/base/reference/shop/", "reference"), "/base/reference/shop/"), "sidebar": "shop"',
    );
    expect(tables['routes.js']).toContain('ComponentCreator("*")');
  });

  it('drops the chunks of the pages, and keeps all others', () => {
    expect(tables['registry.js']).not.toContain('/reference/shop/');
    expect([...tables['registry.js'].matchAll(/^ {2}"([^"]+)"/gm)].map(([, id]) => id)).toEqual([
      '1',
      '4',
      'reference-page',
    ]);
    expect(Object.keys(JSON.parse(tables['routesChunkNames.json']))).toEqual([
      expect.stringMatching(/^\/base\/-[0-9a-f]{8}$/),
      '/base/guides/a/-5b9',
      '/base/reference/shop/-reference',
    ]);
  });

  it('has the chunks of each route under the name that the route has', () => {
    const names = Array.from(
      tables['routes.js'].matchAll(/ComponentCreator\("([^"]+)", "([^"]+)"\)/g),
      ([, path, hash]) => `${path}-${hash}`,
    );
    expect(names.sort()).toEqual(Object.keys(JSON.parse(tables['routesChunkNames.json'])).sort());
  });

  it('leaves a page that was written by hand, wherever it stands', () => {
    const module = '@site/docs/reference/shop/hand-written.md';
    const tips = { id: 'reference/shop/hand-written', path: '/base/reference/shop/tips' };
    const own = tablesOf({
      ...TABLES,
      'registry.js': TABLES['registry.js'].replace('};', `${chunk('9', module)}\n};`),
      'routesChunkNames.json': TABLES['routesChunkNames.json'].replace(
        /}$/,
        ',"/base/reference/shop/tips/-9ab":{"__comp":"4","content":"9"}}',
      ),
      'routes.js': TABLES['routes.js'].replace(
        "{ path: '/base/reference/shop/',",
        "{ path: '/base/reference/shop/tips/', component: ComponentCreator('/base/reference/shop/tips/', '9ab'), exact: true },\n$&",
      ),
      'globalData.json': TABLES['globalData.json'].replace(
        '"docs":[',
        `$&${JSON.stringify(tips)},`,
      ),
    });
    expect(own['registry.js']).toContain(module);
    expect(own['globalData.json']).toContain(JSON.stringify(tips));
    expect(own['globalData.json']).not.toContain('get-book');
    // Before the wildcard, which would match it too.
    expect(own['routes.js'].indexOf('shop/tips/')).toBeLessThan(
      own['routes.js'].indexOf('fetchesPage('),
    );
    expect(own['routes.js'].indexOf('shop/tips/')).toBeGreaterThan(0);
  });

  it('drops the documents of the pages', () => {
    const [version] = JSON.parse(tables['globalData.json'])['docusaurus-plugin-content-docs']
      .default.versions;
    expect(version.docs).toEqual([{ id: 'guides/a', path: '/base/guides/a' }]);
  });

  it.each<[string, Partial<Tables>]>([
    ['routes.js does not end with a list of routes', { 'routes.js': 'module.exports = []' }],
    ['routes.js has no route of a reference page', { 'routes.js': 'export default [];\n' }],
    ['routes.js has no route of a reference page', { 'registry.js': 'export const a = 1;' }],
    ['routes.js has no route of a reference page', { 'routesChunkNames.json': '{}' }],
    [
      'registry.js is not a single object',
      { 'registry.js': TABLES['registry.js'].replace('export default {', 'const chunks = {') },
    ],
    [
      'registry.js has a line of an unknown format',
      { 'registry.js': TABLES['registry.js'].replace('};', '\n  "5": load("x"),\n};') },
    ],
    ['globalData.json has no docs plugin', { 'globalData.json': '{}' }],
  ])('says so when a new Docusaurus generates something else: %s', (message, changed) => {
    expect(() => tablesOf({ ...TABLES, ...changed })).toThrow(UnknownTables);
    expect(() => tablesOf({ ...TABLES, ...changed })).toThrow(message);
  });
});

describe('an API', () => {
  const routesOf = (sidebars: readonly string[]): string => {
    const pages = sidebars.map(
      (sidebar, at) =>
        `{ path: '/base/reference/shop/${at}/', component: ComponentCreator('/base/reference/shop/${at}/', 'x${at}'), exact: true, sidebar: "${sidebar}" }`,
    );
    return `export default [{ path: '/base/', component: ComponentCreator('/base/', '198'), routes: [${pages.join(',\n')}] }];\n`;
  };
  const withSidebars = (sidebars: readonly string[]): Tables => ({
    ...TABLES,
    'routes.js': routesOf(sidebars),
    'routesChunkNames.json': JSON.stringify(
      Object.fromEntries(
        sidebars.map((_, at) => [`/base/reference/shop/${at}/-x${at}`, { content: '3' }]),
      ),
    ),
  });

  it("keeps its routes where its pages have several sidebars, which the wildcard's could not be", () => {
    expect(tablesOf(withSidebars(['a', 'a']))['routes.js']).toContain('fetchesPage(');
    expect(() => tablesOf(withSidebars(['a', 'b']))).toThrow('no route of a reference page');
  });

  it('within another one has a wildcard of its own', () => {
    const tables = withSidebars(['outer', 'inner']);
    const inner = '/base/reference/shop/1/';
    const apis = [SHOP, { ...SHOP, path: inner }];
    const { 'routes.js': routes } = tablesOf(tables, { apis });
    expect(routes).toContain(`"${inner}"), "sidebar": "inner"`);
    expect(routes).toContain('"/base/reference/shop/"), "sidebar": "outer"');
  });

  it('in a sidebar of its own shares a route with others of its kind, but not with those around it', () => {
    const paths = ['a', 'b', 'mixed', 'mixed/inner'].map((name) => `/base/apis/${name}/`);
    const pages = paths.map(
      (path, at) =>
        `{ path: '${path}p/', component: ComponentCreator('${path}p/', 'x${at}'), exact: true, sidebar: "${path.includes('inner') ? 'a' : path.split('/')[3]}" }`,
    );
    const routes = `export default [{ path: '/base/', component: ComponentCreator('/base/', '198'), routes: [${pages.join(',\n')}] }];\n`;
    const isSidebar = (name: string) => name !== 'mixed';
    const tables = tablesOf(
      {
        ...TABLES,
        'routes.js': routes,
        'routesChunkNames.json': JSON.stringify(
          Object.fromEntries(paths.map((path, at) => [`${path}p/-x${at}`, { content: '3' }])),
        ),
      },
      { apis: paths.map((path) => ({ path, isSidebar })) },
    );
    expect(
      [
        ...tables['routes.js'].matchAll(
          /path: "([^"]+)", component: fetchesPage.*"sidebar": "(.*?)"/g,
        ),
      ].map(([, path, sidebar]) => [path, sidebar]),
    ).toEqual([
      ['/base/apis/mixed/inner/', 'openapi-reference'],
      ['/base/apis/mixed/', 'mixed'],
      ['/base/apis/', 'openapi-reference'],
    ]);
    expect(Object.keys(JSON.parse(tables['routesChunkNames.json']))).toEqual([
      '/base/apis/mixed/inner/-reference',
      '/base/apis/mixed/-reference',
      '/base/apis/-reference',
    ]);
  });

  it('keeps the documents that the navigation bar names, and those of several versions', () => {
    const idsIn = (tables: Tables): string[] =>
      JSON.parse(tables['globalData.json'])[
        'docusaurus-plugin-content-docs'
      ].default.versions.flatMap(({ docs }: { docs: { id: string }[] }) =>
        docs.map(({ id }) => id),
      );
    const linked = new Set(['reference/shop/shop']);
    expect(idsIn(tablesOf(TABLES, { linked }))).toEqual(['guides/a', 'reference/shop/shop']);
    const [one] = JSON.parse(TABLES['globalData.json'])['docusaurus-plugin-content-docs'].default
      .versions;
    const two = { 'docusaurus-plugin-content-docs': { default: { versions: [one, one] } } };
    expect(idsIn(tablesOf({ ...TABLES, 'globalData.json': JSON.stringify(two) }))).toHaveLength(6);
  });
});

it('browserVersion drops the sidebars and documents of APIs only', () => {
  const version = {
    pluginId: 'default',
    version: 'current',
    docsSidebars: { guides: [{ type: 'link' }], shop: [{ type: 'link' }] },
    docs: {
      'guides/a': { sidebar: 'guides' },
      'reference/shop/get-book': { sidebar: 'shop' },
      'reference/shop/get-order': {},
      'reference/shop/get-lid': { sidebar: 'guides' },
      'reference/shop/tips': {},
    },
  };
  const { docs } = version;
  const own = {
    docIds: new Set(['get-book', 'get-order', 'get-lid'].map((id) => `reference/shop/${id}`)),
    isSidebar: (name: string) => name === 'shop',
  };
  const asked: unknown[] = [];
  const result = browserVersion(JSON.stringify({ version }), (which) => {
    asked.push(which);
    return own;
  });
  expect(asked).toEqual([{ pluginId: 'default', version: 'current' }]);
  expect(JSON.parse(result).version).toEqual({
    ...version,
    docsSidebars: { guides: [{ type: 'link' }] },
    docs: {
      'guides/a': docs['guides/a'],
      'reference/shop/get-lid': docs['reference/shop/get-lid'],
      'reference/shop/tips': docs['reference/shop/tips'],
    },
  });
  expect(() => browserVersion('{}', () => own)).toThrow(UnknownTables);
});

it.each([
  ['import a from "a";\n<A />\n', 'import a from "a";\n\n<A />\n'],
  ['import a from "a";\n\n<A />\n', 'import a from "a";\n\n<A />\n'],
  ['text\n<A />\n', 'text\n<A />\n'],
])('separateImports: %j', (source, result) => {
  expect(separateImports(source)).toBe(result);
});
