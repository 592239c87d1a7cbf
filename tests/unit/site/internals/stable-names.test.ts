import { createRequire } from 'node:module';
import { rspack } from '@rspack/core';
import { minify } from '@swc/core';
import { describe, expect, it } from 'vitest';
import { nameInOrder } from '../../../../src/site/internals/stable-names.ts';
import { warningsOf } from './warnings.ts';

const require = createRequire(import.meta.url);
const core = createRequire(require.resolve('@docusaurus/core/package.json'));
const { getMinimizers } = core('@docusaurus/bundler') as typeof import('@docusaurus/bundler');

/** Docusaurus' own minimizers, as of a build with Rspack. */
async function minimizers() {
  return getMinimizers({
    faster: { swcJsMinimizer: true, lightningCssMinimizer: true } as never,
    currentBundler: { name: 'rspack', instance: rspack as never },
  });
}

/** A script that holds a hash, as the first chunk holds those of the others. */
const script = (hash: string) =>
  `export function f(one, two) { const file = "${hash}"; return one + two + file; }`;

async function minified(list: readonly unknown[], hash: string): Promise<string> {
  const [{ _args }] = list as [{ _args: [{ minimizerOptions: object }] }];
  const { minify: _, ...options } = _args[0].minimizerOptions as { minify: boolean };
  const { code } = await minify(script(hash), options);
  return code.replace(hash, '');
}

describe('names in scripts', () => {
  const warnings = warningsOf();

  it('depend on hashes without it', async () => {
    const list = await minimizers();
    expect(await minified(list, 'ccddccdd')).not.toBe(await minified(list, 'aabbaabb'));
  });

  it('are the same whatever hashes a script holds', async () => {
    const list = await minimizers();
    nameInOrder(list);
    expect(warnings()).toEqual([]);
    expect(await minified(list, 'ccddccdd')).toBe(await minified(list, 'aabbaabb'));
  });

  it.each([
    ['no minimizers', undefined],
    ['others', [{ _args: [{ minimizerOptions: { compress: {} } }] }, null, {}]],
    ['other options', [{ _args: [{ minimizerOptions: { mangle: { keepFnNames: true } } }] }]],
  ])('is a warning with %s, and nothing changes', (_, list) => {
    const before = JSON.stringify(list);
    nameInOrder(list);
    expect(warnings()).toEqual([expect.stringContaining('unknown options')]);
    expect(JSON.stringify(list)).toBe(before);
  });
});
