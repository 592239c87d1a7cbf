import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { licensesText, packageFolders } from '../../../src/site/licenses.ts';
import { foldersBeside } from '../../../src/site/write-licenses.ts';

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'licenses-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

/** A package on disk. */
function pack(manifest: { readonly name: string }, files: Readonly<Record<string, string>> = {}) {
  const home = path.join(folder, 'node_modules', manifest.name);
  const all = { ...files, 'package.json': JSON.stringify({ version: '1.0.0', ...manifest }) };
  for (const [name, text] of Object.entries(all)) {
    fs.mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
    fs.writeFileSync(path.join(home, name), text);
  }
  return home;
}

describe('packageFolders', () => {
  it.each([
    ['a file of a package', '/site/node_modules/react/cjs/react.js', '/site/node_modules/react'],
    ['one with a scope', '/site/node_modules/@a/b/lib/c.js', '/site/node_modules/@a/b'],
    [
      'one inside of another',
      '/site/node_modules/a/node_modules/b/c.js',
      '/site/node_modules/a/node_modules/b',
    ],
    ['Windows', 'C:\\site\\node_modules\\@a\\b\\c.js', 'C:\\site\\node_modules\\@a\\b'],
    ['a file of the site', '/site/src/pages/index.tsx', '/site'],
  ])('%s', (_name, file, expected) => {
    expect(packageFolders([file, file], '/site')).toEqual([expected]);
  });
});

describe('licensesText', () => {
  it('has the same license once, and the same text for any order', () => {
    const mit = { license: 'MIT' };
    const folders = [
      pack({ name: 'zoo', ...mit }, { LICENSE: 'Copyright Zoo\r\n' }),
      pack({ name: '@a/two', ...mit }, { 'LICENSE.md': 'Copyright A' }),
      pack({ name: '@a/one', ...mit }, { 'license.txt': 'Copyright A\n' }),
    ];
    const text = licensesText(folders);
    expect(text).toBe(licensesText(folders.toReversed()));
    expect(text).toContain('@a/one 1.0.0\n@a/two 1.0.0\nLicense: MIT\n\nCopyright A\n');
    expect(text.indexOf('@a/one')).toBeLessThan(text.indexOf('zoo'));
    expect(text).not.toContain('\r');
    expect(text).not.toContain(folder);
  });

  it.each([
    ['a notice beside the license', { LICENSE: 'Apache', NOTICE: 'Of Acme' }, 'Apache\n\nOf Acme'],
    ['a license for each of two', { 'LICENSE-MIT': 'One', 'LICENSE-APACHE': 'Two' }, 'Two\n\nOne'],
    ['a folder of licenses', { 'LICENSE/LICENSE': 'In a folder' }, 'In a folder'],
  ])('takes %s', (_name, files, expected) => {
    expect(licensesText([pack({ name: 'a' }, files)])).toContain(expected);
  });

  it.each([
    ['a name', { license: 'ISC' }, 'License: ISC'],
    ['an older form', { license: { type: 'BSD' } }, 'License: BSD'],
    ['a list', { licenses: [{ type: 'MIT' }, { type: 'GPL' }] }, 'License: MIT or GPL'],
    ['nothing', {}, 'License: not named in package.json'],
  ])('names the license by %s', (_name, license, expected) => {
    expect(licensesText([pack({ name: 'a', ...license })])).toContain(expected);
  });

  it('says who made a package that brings no text', () => {
    const repository = { url: 'git+https://example.com/a.git' };
    const home = pack({ name: 'a', ...{ license: 'MIT', author: 'Ann', repository } });
    expect(licensesText([home])).toContain(
      'The package contains no license text.\nAuthor: Ann\nSource: git+https://example.com/a.git\n',
    );
  });
});

it.each([
  ['rspack', '@rspack/core'],
  ['webpack', 'webpack'],
] as const)('with %s, the search and %s are in a site without being modules', (bundler, name) => {
  const names = foldersBeside(bundler).map(
    (place) => JSON.parse(fs.readFileSync(path.join(place, 'package.json'), 'utf8')).name,
  );
  expect(names).toEqual(['pagefind', name]);
});
