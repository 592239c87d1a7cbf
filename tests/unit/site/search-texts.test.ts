import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { wholeFolders, writeTexts } from '../../../src/site/search-texts.ts';

it.each([
  ['a folder', ['a/x.html', 'a/b/y.html'], [], ['a'], []],
  ['a file at the root', ['index.html', 'a/x.html'], [], ['a'], ['index.html']],
  ['a folder beside another page', ['a/b/x.html', 'a/y.html'], ['a/z.html'], ['a/b'], ['a/y.html']],
  ['a folder that begins like another', ['a/x.html'], ['ab/x.html'], ['a'], []],
  ['nothing', [], ['a/x.html'], [], []],
])('the folders that pagefind reads itself: %s', (_name, files, others, folders, rest) => {
  expect(wholeFolders(files, others)).toEqual({ folders, files: rest });
});

it('reads folders with any name', async () => {
  const site = fs.mkdtempSync(path.join(os.tmpdir(), 'texts-'));
  // Except for what Windows does not allow in names.
  const files = ['1.0', 'bücher', 'a b', "(a)[b]{c},!~@$'"].map((name) => `${name}/index.html`);
  for (const file of files) {
    fs.mkdirSync(path.dirname(path.join(site, file)));
    fs.writeFileSync(path.join(site, file), '<html><body><article>Text</article></body></html>');
  }
  const folder = await writeTexts(site, 'index', files, []);
  expect(fs.readdirSync(path.join(site, folder, 'fragment'))).toHaveLength(files.length);
  fs.rmSync(site, { recursive: true });
});

it('leaves out the list of versions, which every page of their API has', async () => {
  const site = fs.mkdtempSync(path.join(os.tmpdir(), 'texts-'));
  const page =
    '<div role="note">Old</div><details class="dropdown"><ul><li>2.0</li></ul></details>';
  const html = `<html><body><article><div class="reference">${page}Text.</div></article></body></html>`;
  fs.writeFileSync(path.join(site, 'index.html'), html);
  const folder = path.join(site, await writeTexts(site, 'index', ['index.html'], []), 'fragment');
  const [file = ''] = fs.readdirSync(folder);
  const text = gunzipSync(fs.readFileSync(path.join(folder, file))).toString();
  expect(JSON.parse(text.slice(text.indexOf('{'))).content.trim()).toBe('Text.');
  fs.rmSync(site, { recursive: true });
});
