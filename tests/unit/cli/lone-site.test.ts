import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { inSite, type SiteCommand } from '../../../src/cli/in-site.ts';
import { inLoneSite } from '../../../src/cli/lone-site.ts';
import { ROOT, run } from '../../support/site.ts';
import { linkEach } from '../../support/stand-in/project.ts';

it('a site for documents that have none is complete, finds its packages, and is removed', async () => {
  let folder = '';
  const code = await inLoneSite(async (root) => {
    folder = root;
    expect(fs.readdirSync(root).sort()).toEqual([
      ...['docusaurus.config.ts', 'node_modules', 'package.json', 'sidebars.ts', 'static'],
    ]);
    const { resolve } = createRequire(path.join(root, 'package.json'));
    for (const name of ['@docusaurus/core/package.json', '@mdx-js/react', 'react/jsx-runtime'])
      expect(resolve(name)).toContain(path.join(ROOT, 'node_modules'));
    return 7;
  });
  expect(code).toBe(7);
  expect(fs.existsSync(folder)).toBe(false);
});

it('it is also removed after a failure', async () => {
  let folder = '';
  const running = inLoneSite((root) => {
    folder = root;
    return Promise.reject(new Error('killed'));
  });
  await expect(running).rejects.toThrow('killed');
  expect(folder).not.toBe('');
  expect(fs.existsSync(folder)).toBe(false);
  // What it links to stays.
  expect(fs.existsSync(path.join(ROOT, 'node_modules/react/package.json'))).toBe(true);
});

it.each<[SiteCommand, readonly string[]]>([
  ['build', []],
  ['build', ['openapi/bookshop.yaml']],
  ['start', []],
  ['serve', []],
])('%s %o in a clone works on its site', async (command, documents) => {
  expect(await inSite(command, ROOT, documents, async (root) => (root === ROOT ? 7 : 8))).toBe(7);
});

it('packages that are missing are named, with the fix', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'missing-'));
  const packages = path.join(folder, 'node_modules');
  const own = path.join(packages, 'docusaurus-openapi-reference');
  try {
    linkEach(path.join(ROOT, 'node_modules'), packages, '@docusaurus');
    fs.cpSync(path.join(process.env.TEST_PACKAGE ?? '', 'dist'), path.join(own, 'dist'), {
      recursive: true,
    });
    fs.copyFileSync(path.join(ROOT, 'package.json'), path.join(own, 'package.json'));
    const bin = path.join(own, 'dist/cli/bin.cjs');
    const args = [bin, 'build', 'openapi.yaml'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    expect(stderr).toMatch(/@docusaurus\/core, .* are not installed beside .*: npm install @docus/);
    expect(status).toBe(2);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

it.each<[string, Readonly<Record<string, string>>, readonly string[], RegExp]>([
  ['build without a document', {}, ['build'], /no document on the command line, and no site in/],
  [
    'check without a document',
    {},
    ['check'],
    /"npx docusaurus-openapi-reference build openapi\.yaml"/,
  ],
  [
    "build in somebody's site",
    { 'docusaurus.config.js': 'export default {};' },
    ['build'],
    /a Docusaurus site of its own, which "npx docusaurus build" builds/,
  ],
  [
    "start in somebody's site",
    { 'docusaurus.config.mjs': 'export default {};' },
    ['start'],
    /"npx docusaurus start" starts/,
  ],
  [
    'an address without a scheme',
    {},
    ['build', 'a.yaml', '--url', 'example.com'],
    /It must be an address such as/,
  ],
  [
    'an address with a query',
    {},
    ['build', 'a.yaml', '--url', 'https://a.b/?c'],
    /It must be an address/,
  ],
  ['a folder and a document for create', {}, ['create', 'a', 'b.yaml'], /too many arguments/],
])('%s is wrong usage', (_name, files, args, message) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'usage-'));
  try {
    for (const [file, text] of Object.entries(files))
      fs.writeFileSync(path.join(folder, file), text);
    const { code, stderr } = run(folder, args);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});
