import { describe, expect, it } from 'vitest';
import { type ServerTables, serverTables } from '../../../../src/site/internals/server-tables.ts';
import { UnknownTables } from '../../../../src/site/internals/unknown-tables.ts';

const line = (hash: string, file: string, chunk = hash): string =>
  `  "${hash}": [() => import(/* webpackChunkName: "${chunk}" */ "${file}"), "${file}", require.resolveWeak("${file}")],`;
const page = (at: number): string =>
  `@site/docs/reference/shop/page-${String(at).padStart(3, '0')}.api.mdx`;
const isPage = (module: string): boolean => module.startsWith('@site/docs/reference/');
const registryOf = (...lines: string[]): string => ['export default {', ...lines, '};'].join('\n');
const ROUTES = `export default [
  { path: '/', component: ComponentCreator('/', '1'), routes: [
    { path: '/reference/shop/', component: ComponentCreator('/reference/shop/', '2'), exact: true } ] },
];`;

function tablesOf(registry: string, modulePages: readonly string[] = [], title = ''): ServerTables {
  const pages = modulePages.map((source) => ({
    source,
    metadata: `docusaurus-plugin-content-docs/default/${title}.json`,
    slice: 'a.json',
    folder: 'docs/reference/shop',
    components: ['TagPage'],
  }));
  return serverTables(
    { 'registry.js': registry, 'routes.js': ROUTES },
    isPage,
    new Map(pages.map((one) => [one.source, one])),
    (name) => `/made/${name}`,
  );
}

/** The lines of a registry that are Docusaurus' or ours, without imports. */
function linesOf({ modules }: ServerTables): string[] {
  return modules['registry.js'].split('\n').filter((text) => text.startsWith('  '));
}

const PAGES =
  '  ...pageChunks(() => import(/* webpackChunkName: "reference-pages" */ "/made/pages.js")),';

describe('serverTables', () => {
  it('puts pages that are compiled and follow each other into one chunk, and leaves all else', () => {
    // Docusaurus sorts by hash, so pages are in no order.
    const order = Array.from({ length: 120 }, (_, at) => (at * 7) % 120);
    const tables = tablesOf(
      registryOf(
        line('aaa', '@theme/DocItem'),
        ...order.map((at) => line(`h${at}`, page(at))),
        line('zzz', '@site/docs/guides/a.mdx'),
      ),
    );
    expect(linesOf(tables)).toEqual([
      PAGES,
      line('aaa', '@theme/DocItem'),
      ...order.map((at) => line(`h${at}`, page(at), `reference-${Math.floor(at / 50)}`)),
      line('zzz', '@site/docs/guides/a.mdx'),
    ]);
    expect(JSON.parse(tables.beside['pages.json'] ?? '')).toEqual({});
  });

  it('has pages that only name components in a table, and the data of the docs as well', () => {
    const version = 'docusaurus-plugin-content-docs/default/p/index-1.json';
    const tables = tablesOf(
      registryOf(
        ...[page(0), page(1), page(2)].map((source, at) => line(`h${at}`, source)),
        line('v', `@generated/${version}`),
        line('o', '@generated/docusaurus-plugin-content-pages/default/__plugin.json'),
      ),
      [page(0), page(2)],
    );
    expect(linesOf(tables)).toEqual([
      PAGES,
      line('h1', page(1), 'reference-0'),
      `  "v": dataChunk("${version}"),`,
      line('o', '@generated/docusaurus-plugin-content-pages/default/__plugin.json'),
    ]);
    expect(Object.keys(JSON.parse(tables.beside['pages.json'] ?? ''))).toEqual(['h0', 'h2']);
    expect(JSON.parse(tables.beside['routes.json'] ?? '')).toEqual([
      { path: '/', hash: '1', routes: [{ path: '/reference/shop/', hash: '2', exact: true }] },
    ]);
  });

  it('bundles the same code for other pages', () => {
    const code = (...pages: string[]): string =>
      JSON.stringify(
        tablesOf(
          registryOf(...pages.map((source, at) => line(`${source}${at}`, source))),
          pages,
          pages[0],
        ).modules,
      );
    expect(code(page(1), page(2), page(3))).toBe(code(page(7)));
  });

  it.each([
    ['has no reference page', registryOf(line('a', '@theme/DocItem'))],
    ['names chunks in another way', registryOf(`  a: () => import("${page(1)}"),`)],
  ])('says so where the registry %s', (_name, code) => {
    expect(() => tablesOf(code)).toThrow(UnknownTables);
  });
});
