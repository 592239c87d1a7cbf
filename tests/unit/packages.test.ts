import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/site.ts';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

/**
 * Packages that would run something when they are installed, and why each works without it. Whoever adds one
 * tries a build after a clean `npm ci`, and adds it to `allowScripts` in package.json.
 */
const SCRIPTS_NOT_RUN: Readonly<Record<string, string>> = {
  '@parcel/watcher':
    'compiles where there is no binary for the platform; an option of sass, to watch',
  '@swc/core': 'fetches a WebAssembly version where there is no binary for the platform',
  'core-js': 'prints an advertisement',
  esbuild: 'saves a process at each call of the command; we call the library',
  fsevents: 'compiles on macOS where the package brings no binary',
  'postman-code-generators':
    'runs npm install in each of its folders, outside of the lock file; upstream’s theme brings it, which our site does not use',
};

const read = (file: string): string => fs.readFileSync(path.join(ROOT, file), 'utf8');
const manifest = JSON.parse(read('package.json'));
const lock: { readonly packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(
  read('package-lock.json'),
);
const packages = Object.entries(lock.packages)
  .filter(([place]) => place !== '')
  .map(([place, locked]) => ({ ...locked, place, name: place.replace(/^.*node_modules\//, '') }));

describe('the lock file', () => {
  it('has every package from the registry, with a hash of what it holds', () => {
    expect(packages.length).toBeGreaterThan(1000);
    const unsafe = packages.filter(
      // A `resolved` is written for what comes from elsewhere: git, a file, an address.
      ({ integrity, resolved, link }) => !integrity?.startsWith('sha512-') || resolved || link,
    );
    expect(unsafe.map(({ place }) => place)).toEqual([]);
  });
});

describe('scripts of packages', () => {
  it('do not run when packages are installed, by any version of npm', () => {
    expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
    expect(new Set(Object.values(manifest.allowScripts))).toEqual(new Set([false]));
  });

  it('are known by the name of the package', () => {
    expect(Object.keys(manifest.allowScripts)).toEqual(Object.keys(SCRIPTS_NOT_RUN));
    const names = packages.filter(({ hasInstallScript }) => hasInstallScript);
    for (const { name } of names) expect(Object.keys(SCRIPTS_NOT_RUN)).toContain(name);
  });

  it('are not listed for packages that are gone', () => {
    const names = new Set(packages.map(({ name }) => name));
    for (const name of Object.keys(SCRIPTS_NOT_RUN)) expect([...names]).toContain(name);
  });
});

it('our own scripts are none that npm would run before or after another', () => {
  const names = Object.keys(manifest.scripts);
  const hooks = names.filter(
    (name) => names.includes(name.replace(/^(pre|post)/, '')) && /^(pre|post)/.test(name),
  );
  expect(hooks).toEqual([]);
});

it('packages are named by their exact version', () => {
  const { dependencies, devDependencies, overrides } = manifest;
  for (const [name, version] of Object.entries({
    ...dependencies,
    ...devDependencies,
    ...overrides,
  }))
    expect(version, name).toMatch(/^(npm:[\w-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/);
});
