import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyParts, ROOT } from '../support/site.ts';
import { linkEach } from '../support/stand-in/project.ts';

const MANIFEST = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const { name, exports: EXPORTS } = MANIFEST;
/** Entry points for programs: what the plugin, the theme and the preset are, and the functions. */
const ENTRIES: Readonly<Record<string, readonly string[]>> = {
  '.': ['default', 'validateOptions'],
  './theme': ['default', 'getSwizzleConfig'],
  './preset': ['default'],
  './search': ['default', 'getSwizzleConfig'],
  './config': ['LICENSES_FILE', 'codeTheme', 'readSite', 'withFastPages', 'withReference'],
  './generate': ['generate', 'ConfigError'],
  './lib/sidebars/utils': ['versionSelector', 'versionCrumb'],
};

/** A folder with an installed package, and beside that the packages that it depends on. */
let site: string;
let packed: { readonly size: number; readonly files: readonly { readonly path: string }[] };
const installed = (...names: string[]): string => path.join(site, 'node_modules', name, ...names);

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: undefined, NODE_OPTIONS: undefined, NO_COLOR: '1' },
  });
  expect(status, stdout + stderr).toBe(0);
  return stdout;
}

beforeAll(() => {
  site = fs.mkdtempSync(path.join(os.tmpdir(), 'installed-'));
  const project = path.join(site, 'project');
  copyParts(project);
  // Files as in a clone that somebody works in.
  for (const file of ['README.md', 'tests/unit/package.test.ts'])
    fs.cpSync(path.join(ROOT, file), path.join(project, file));
  fs.cpSync(path.join(process.env.TEST_PACKAGE ?? '', 'dist'), path.join(project, 'dist'), {
    recursive: true,
  });
  // What the command prints has a list, or in other versions of npm an object by the name of the package.
  const report: object = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts'], project));
  [packed] = Object.values(report);
  linkEach(path.join(ROOT, 'node_modules'), path.join(site, 'node_modules'), name);
  fs.mkdirSync(installed(), { recursive: true });
  const [tarball = ''] = fs.readdirSync(project).filter((file) => file.endsWith('.tgz'));
  run('tar', ['-xzf', path.join(project, tarball), '--strip-components=1'], installed());
}, 240_000);
afterAll(() => fs.rmSync(site, { recursive: true, force: true }));

describe('the package', () => {
  it('holds its code, its translations and what npm adds, and nothing else', () => {
    const files = packed.files.map((file) => file.path);
    const others = files.filter((file) => !file.startsWith('dist/'));
    expect(others.sort()).toEqual(['LICENSE', 'README.md', 'i18n/de/code.json', 'package.json']);
    const src = fs
      .readdirSync(path.join(ROOT, 'src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.d\.ts$/.test(entry.name))
      .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));
    expect(files.filter((file) => file.startsWith('dist/')).sort()).toEqual(
      src
        .filter((file) => file !== path.join('src', 'README.md'))
        .map((file) => file.replace(/^src/, 'dist').replace(/\.tsx?$/, '.js'))
        .sort(),
    );
  });

  it('is below 2 MB', () => {
    expect(packed.size).toBeLessThan(2_000_000);
  });

  it('has what its manifest names', () => {
    const { types, bin } = {
      types: JSON.parse(fs.readFileSync(path.join(ROOT, '.ci/tsconfig.json'), 'utf8')).files,
      bin: Object.values<string>(MANIFEST.bin),
    };
    const targets = Object.entries<string | { types: string; default: string }>(EXPORTS)
      // Of a clone.
      .filter(([entry]) => entry !== './*.ts')
      .map(([, target]) => target);
    for (const target of [...bin, ...targets]) {
      const file = typeof target === 'string' ? target : target.default;
      expect(fs.existsSync(installed(file.replace(/\*.*/, ''))), file).toBe(true);
      if (typeof target !== 'string')
        expect(types).toContain(target.types.replace('./dist', '../src').replace('.d.ts', '.ts'));
    }
  });

  it('is built before it is packed', () => {
    expect(MANIFEST.scripts.prepack).toBe('npm run dist');
    // Without these, none of our scripts would run: see `.npmrc`.
    expect(MANIFEST.publishConfig['ignore-scripts']).toBe(false);
    expect(MANIFEST.scripts.package).toBe('npm pack --ignore-scripts=false');
  });

  it('is imported by Node.js as it is', () => {
    const script = `
      const found = {};
      for (const entry of ${JSON.stringify(Object.keys(ENTRIES))})
        found[entry] = Object.keys(await import(entry.replace('.', '${name}')));
      console.log(JSON.stringify(found));`;
    const args = ['--input-type=module', '-e', script];
    const found: Record<string, string[]> = JSON.parse(run(process.execPath, args, site));
    for (const [entry, names] of Object.entries(ENTRIES))
      expect(found[entry], entry).toEqual(expect.arrayContaining([...names]));
  });

  it('has a command that works in any folder', () => {
    fs.copyFileSync(
      path.join(ROOT, 'tests/unit/cli/check/clean/openapi.yaml'),
      path.join(site, 'openapi.yaml'),
    );
    const bin = installed(MANIFEST.bin[name]);
    expect(run(process.execPath, [bin, 'check', '--document', 'openapi.yaml'], site)).toBe(
      'No problems.\n',
    );
  });

  it('asks for the Docusaurus of the site, and brings none', () => {
    const { dependencies, peerDependencies, devDependencies } = MANIFEST;
    const shared = /^(@docusaurus\/.*|react|react-dom)$/;
    expect(Object.keys(dependencies).filter((each) => shared.test(each))).toEqual([]);
    for (const [peer, range] of Object.entries<string>(peerDependencies)) {
      expect(peer).toMatch(shared);
      // The version that a clone has is among them.
      const [major] = devDependencies[peer].split('.');
      expect(range).toMatch(new RegExp(`\\^${major}\\.`));
    }
  });

  it('depends on all that it imports', () => {
    const known = new Set([
      ...Object.keys(MANIFEST.dependencies),
      ...Object.keys(MANIFEST.peerDependencies),
      // These are no packages: what the bundler, Docusaurus and we ourselves put there.
      ...['@docusaurus', '@generated', '@reference', '@theme', '@theme-init', name],
      ...['react-router-config', 'react-router-config-original', 'docs-client-utils-original'],
    ]);
    const isKnown = (specifier: string): boolean => {
      const [first = '', second = ''] = specifier.split('/');
      return known.has(first) || known.has(`${first}/${second}`);
    };
    const unknown = fs
      .readdirSync(installed('dist'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => {
        const code = fs.readFileSync(installed('dist', file), 'utf8');
        const found = code.matchAll(
          /^(?:import|export)[^;'"]*?["']([^."'][^"']*)["'];$|\bimport\("([^."][^"]*)"\)/gm,
        );
        return Array.from(found, ([, from, dynamic]) => from ?? dynamic ?? '');
      })
      .filter((specifier) => !specifier.startsWith('node:') && !isKnown(specifier));
    expect([...new Set(unknown)]).toEqual([]);
  });
});
