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
    expect(serverRegistry(before.join('\n'), isPage)).toBe(after.join('\n'));
  });

  it.each([
    ['has no reference page', `export default {\n${line('a', '@theme/DocItem')}\n};`],
    ['names chunks in another way', `export default {\n  a: () => import("${page(1)}"),\n};`],
  ])('says so where the registry %s', (_name, code) => {
    expect(() => serverRegistry(code, isPage)).toThrow(UnknownTables);
  });
});
