import path from 'node:path';
import { buildSync } from 'esbuild';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');

// A build starts a dozen processes, and each module takes one of them a millisecond.

/** The modules and packages that are loaded with a file, without those that it imports later. */
function loadedWith(file: string): string[] {
  const { metafile } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: [file],
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    write: false,
    metafile: true,
  });
  const loaded = new Set([file]);
  for (const one of loaded)
    for (const { path: target, kind } of metafile.inputs[one]?.imports ?? [])
      if (kind === 'import-statement') loaded.add(target);
  return [...loaded];
}

it('"build" loads what reads documents and generates only if something has changed', () => {
  const loaded = loadedWith('src/cli/build.ts');
  expect(loaded).toContain('src/generate/unchanged.ts');
  for (const heavy of ['generate/generate.ts', 'document/load.ts', 'slices/slices.ts'])
    expect(loaded).not.toContain(`src/${heavy}`);
  const packages = loaded.filter((name) => !/^(?:node:|src\/)/.test(name));
  expect(packages.sort()).toEqual(['lodash/kebabCase.js', 'lodash/memoize.js', 'picocolors']);
});

it('a configuration loads nothing of what only finished pages need', () => {
  const loaded = loadedWith('src/config.ts');
  expect(loaded).toContain('src/site/plugin.ts');
  for (const heavy of ['site/post-build.ts', 'site/draw-card.ts', 'slices/plan.ts'])
    expect(loaded).not.toContain(`src/${heavy}`);
  expect(loadedWith('src/site/post-build.ts')).not.toContain('src/site/draw-card.ts');
});
