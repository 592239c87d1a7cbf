import { describe, expect, it } from 'vitest';
import { UnknownTables } from '../../../../src/site/internals/browser-tables.ts';
import { serverRegistry } from '../../../../src/site/internals/server-registry.ts';

const line = (hash: string, file: string, chunk = hash): string =>
  `  "${hash}": [() => import(/* webpackChunkName: "${chunk}" */ "${file}"), "${file}", require.resolveWeak("${file}")],`;
const page = (at: number): string =>
  `@site/docs/reference/shop/page-${String(at).padStart(3, '0')}.api.mdx`;
const isPage = (module: string): boolean => module.startsWith('@site/docs/reference/');

describe('serverRegistry', () => {
  it('puts pages that follow each other into one chunk, and leaves all else', () => {
    // Docusaurus sorts by hash, so pages stand in no order.
    const order = Array.from({ length: 120 }, (_, at) => (at * 7) % 120);
    const before = [
      'export default {',
      line('aaa', '@theme/DocItem'),
      ...order.map((at) => line(`h${at}`, page(at))),
      line('zzz', '@site/docs/guides/a.mdx'),
      '};',
    ];
    const after = [
      'export default {',
      line('aaa', '@theme/DocItem'),
      ...order.map((at) => line(`h${at}`, page(at), `reference-${Math.floor(at / 50)}`)),
      line('zzz', '@site/docs/guides/a.mdx'),
      '};',
    ];
    const { registry, modules } = serverRegistry(before.join('\n'), isPage, new Map(), '/made');
    expect(registry).toBe(after.join('\n'));
    expect(modules.size).toBe(0);
  });

  it('makes one module of the pages of a chunk that only name components', () => {
    const sources = [page(0), page(1), page(2)];
    const code = ['export default {', ...sources.map((source, at) => line(`h${at}`, source)), '};'];
    const edited = page(1);
    const pages = sources
      .filter((source) => source !== edited)
      .map((source) => ({
        source,
        metadata: JSON.stringify({ source, frontMatter: {} }),
        slice: 'a.json',
        folder: 'docs/reference/shop',
        components: ['TagPage'],
      }));
    const { registry, modules } = serverRegistry(
      code.join('\n'),
      isPage,
      new Map(pages.map((one) => [one.source, one])),
      '/made',
    );
    const of = (at: number, source: string): string =>
      `  "h${at}": [() => import(/* webpackChunkName: "reference-0" */ "/made/reference-0.js").then((pages) => pages.page${at === 0 ? 0 : 1}), "${source}", require.resolveWeak("/made/reference-0.js")],`;
    expect(registry.split('\n')).toEqual([
      'export default {',
      of(0, page(0)),
      line('h1', edited, 'reference-0'),
      of(2, page(2)),
      '};',
    ]);
    expect([...modules.keys()]).toEqual(['reference-0.js']);
    const exported = modules.get('reference-0.js')?.match(/^export const page\d+ = .*$/gm);
    expect(exported).toEqual([
      `export const page0 = generatedPage({"source":"${page(0)}","frontMatter":{}}, Reference, {"slice":"a.json","folder":"docs/reference/shop"}, [TagPage], MDXComponents);`,
      `export const page1 = generatedPage({"source":"${page(2)}","frontMatter":{}}, Reference, {"slice":"a.json","folder":"docs/reference/shop"}, [TagPage], MDXComponents);`,
    ]);
  });

  it.each([
    ['has no reference page', `export default {\n${line('a', '@theme/DocItem')}\n};`],
    ['names chunks in another way', `export default {\n  a: () => import("${page(1)}"),\n};`],
  ])('says so where the registry %s', (_name, code) => {
    expect(() => serverRegistry(code, isPage, new Map(), '/made')).toThrow(UnknownTables);
  });
});
