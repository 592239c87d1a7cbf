import { describe, expect, it } from 'vitest';
import {
  browserTables,
  browserVersion,
  type Tables,
  UnknownTables,
} from '../../../../src/site/internals/browser-tables.ts';
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
const SHOP = [{ path: '/base/reference/shop/', sidebar: 'shop' }];
const isGenerated = (module: string): boolean =>
  module.startsWith('@site/docs/reference/') && !module.includes('hand-written');
const tablesOf = (tables: Tables): Tables => browserTables(tables, SHOP, isGenerated);

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
      '/base/-198',
      '/base/guides/a/-5b9',
      '/base/reference/shop/-reference',
    ]);
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

it('browserVersion empties the sidebars and documents of APIs only', () => {
  const version = {
    version: 'current',
    docsSidebars: { guides: [{ type: 'link' }], shop: [{ type: 'link' }] },
    docs: { 'guides/a': {}, 'reference/shop/get-book': {}, 'reference/shop/tips': {} },
  };
  const isPage = (id: string) => id === 'reference/shop/get-book';
  expect(JSON.parse(browserVersion(JSON.stringify({ version }), ['shop'], isPage)).version).toEqual(
    {
      version: 'current',
      docsSidebars: { guides: [{ type: 'link' }], shop: [] },
      docs: { 'guides/a': {}, 'reference/shop/tips': {} },
    },
  );
  expect(() => browserVersion('{}', ['shop'], isPage)).toThrow(UnknownTables);
});

it.each([
  ['import a from "a";\n<A />\n', 'import a from "a";\n\n<A />\n'],
  ['import a from "a";\n\n<A />\n', 'import a from "a";\n\n<A />\n'],
  ['text\n<A />\n', 'text\n<A />\n'],
])('separateImports: %j', (source, result) => {
  expect(separateImports(source)).toBe(result);
});
