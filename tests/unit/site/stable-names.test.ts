import { createRequire } from 'node:module';
import { minify } from '@swc/core';
import { describe, expect, it } from 'vitest';
import { nameInOrder } from '../../../src/site/internals/stable-names.ts';

const require = createRequire(import.meta.url);
const core = createRequire(require.resolve('@docusaurus/core/package.json'));
const faster = createRequire(require.resolve('@docusaurus/faster/package.json'));
const { getMinimizers } = core('@docusaurus/bundler') as typeof import('@docusaurus/bundler');

/** Docusaurus' own minimizers, as of a build. */
async function minimizers() {
  return getMinimizers({
    faster: {} as never,
    currentBundler: { name: 'rspack', instance: faster('@rspack/core') } as never,
  });
}

/** A script that holds a hash, as the first chunk holds those of the others. */
const script = (hash: string) =>
  `export function f(one, two) { const file = "${hash}"; return one + two + file; }`;

async function minified(list: readonly unknown[], hash: string): Promise<string> {
  const [
    {
      _args: [given],
    },
  ] = list as [{ _args: [{ minimizerOptions: Record<string, unknown> }] }];
  const { minify: _, ...options } = given.minimizerOptions;
  const { code } = await minify(script(hash), options);
  return code.replace(hash, '');
}

describe('names in scripts', () => {
  const warnings: string[] = [];
  const warn = (message: string) => void warnings.push(message);

  it('depend on hashes without it', async () => {
    const list = await minimizers();
    expect(await minified(list, 'ccddccdd')).not.toBe(await minified(list, 'aabbaabb'));
  });

  it('are the same whatever hashes a script holds', async () => {
    const list = await minimizers();
    nameInOrder(list, warn);
    expect(warnings).toEqual([]);
    expect(await minified(list, 'ccddccdd')).toBe(await minified(list, 'aabbaabb'));
  });

  it.each([
    ['no minimizers', undefined],
    ['others', [{ _args: [{ minimizerOptions: { compress: {} } }] }, null, {}]],
    ['other options', [{ _args: [{ minimizerOptions: { mangle: { keepFnNames: true } } }] }]],
  ])('is a warning with %s, and nothing changes', (_, list) => {
    const before = JSON.stringify(list);
    warnings.length = 0;
    nameInOrder(list, warn);
    expect(warnings).toEqual([expect.stringContaining('unknown options')]);
    expect(JSON.stringify(list)).toBe(before);
  });
});
