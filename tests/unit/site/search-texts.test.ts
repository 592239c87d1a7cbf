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

/** The text of a page of the reference. */
async function textOf(content: string): Promise<string> {
  const site = fs.mkdtempSync(path.join(os.tmpdir(), 'texts-'));
  const html = `<html><body><article><div class="reference">${content}</div></article></body></html>`;
  fs.writeFileSync(path.join(site, 'index.html'), html);
  const folder = path.join(site, await writeTexts(site, 'index', ['index.html'], []), 'fragment');
  const [file = ''] = fs.readdirSync(folder);
  const text = gunzipSync(fs.readFileSync(path.join(folder, file))).toString();
  fs.rmSync(site, { recursive: true });
  return JSON.parse(text.slice(text.indexOf('{'))).content.trim();
}

it.each([
  [
    'the list of versions, which every page of their API has',
    '<div role="note">Old</div><details class="dropdown"><ul><li>2.0</li></ul></details>Text.',
    'Text.',
  ],
  [
    'names and values, but no code in sentences',
    `<ul class="ref-fields"><li><div class="head_x"><code>page_size</code> <span class="ref-type">integer</span></div>
<div class="ref-md"><p>At most <code>max</code>, see <a href="/x"><code>GET /limits</code></a>:</p>
<ul><li><code>0</code> is all</li></ul></div>
<div class="values_x"><span>allowed</span> <code>50</code></div></li></ul>`,
    'At most max, see GET /limits: 0 is all. allowed',
  ],
])('leaves out %s', async (_what, content, text) => {
  expect(await textOf(content)).toBe(text);
});
