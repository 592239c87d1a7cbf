import { describe, expect, it } from 'vitest';
import {
  browserTables,
  browserVersion,
  type Tables,
  UnknownTables,
} from '../../../src/site/browser-tables.ts';
import { separateImports } from '../../../src/site/older-pages.ts';

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

describe('browserTables', () => {
  const tables = browserTables(TABLES, SHOP);

  it('puts one wildcard route in the place of the pages', () => {
    expect(tables['routes.js']).not.toContain('get-book');
    expect(tables['routes.js']).toContain('"/base/guides/a/"');
    expect(tables['routes.js']).toContain(
      'path: "/base/reference/shop/", component: fetchesPage(ComponentCreator("/base/reference/shop/", "reference")), "sidebar": "shop"',
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

  it('drops the documents of the pages', () => {
    const [version] = JSON.parse(tables['globalData.json'])['docusaurus-plugin-content-docs']
      .default.versions;
    expect(version.docs).toEqual([{ id: 'guides/a', path: '/base/guides/a' }]);
  });

  it.each<[string, Partial<Tables>]>([
    ['routes.js does not end with a list of routes', { 'routes.js': 'module.exports = []' }],
    ['routes.js has no route of a reference page', { 'routes.js': 'export default [];\n' }],
    ['registry.js is not a single object', { 'registry.js': 'export const a = 1;' }],
    [
      'registry.js has a line of an unknown form',
      { 'registry.js': 'export default {\n  "2": load("x"),\n};\n' },
    ],
    ['routesChunkNames.json lacks /base/reference/shop/-952', { 'routesChunkNames.json': '{}' }],
    ['globalData.json has no docs plugin', { 'globalData.json': '{}' }],
  ])('says so when a new Docusaurus generates something else: %s', (message, changed) => {
    expect(() => browserTables({ ...TABLES, ...changed }, SHOP)).toThrow(UnknownTables);
    expect(() => browserTables({ ...TABLES, ...changed }, SHOP)).toThrow(message);
  });
});

it('browserVersion empties the sidebars and documents of APIs only', () => {
  const version = {
    version: 'current',
    docsSidebars: { guides: [{ type: 'link' }], shop: [{ type: 'link' }] },
    docs: { 'guides/a': {}, 'reference/shop/get-book': {}, 'reference/other': {} },
  };
  expect(JSON.parse(browserVersion(JSON.stringify({ version }), ['shop'])).version).toEqual({
    version: 'current',
    docsSidebars: { guides: [{ type: 'link' }], shop: [] },
    docs: { 'guides/a': {}, 'reference/other': {} },
  });
  expect(() => browserVersion('{}', ['shop'])).toThrow(UnknownTables);
});

it.each([
  ['import a from "a";\n<A />\n', 'import a from "a";\n\n<A />\n'],
  ['import a from "a";\n\n<A />\n', 'import a from "a";\n\n<A />\n'],
  ['text\n<A />\n', 'text\n<A />\n'],
])('separateImports: %j', (source, result) => {
  expect(separateImports(source)).toBe(result);
});
