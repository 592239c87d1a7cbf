import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeFolderPages } from '../../../src/site/folder-pages.ts';
import { type PublishedPage, pageFolders } from '../../../src/site/published.ts';

let site: string;
beforeEach(() => {
  site = fs.mkdtempSync(path.join(os.tmpdir(), 'folders-'));
});
afterEach(() => fs.rmSync(site, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, html] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
    fs.writeFileSync(path.join(site, file), html);
  }
}

const ENGLISH = { code: 'en', baseUrl: '/', siteUrl: '/', up: '', others: [] };

const leadsTo = (file: string): string | undefined =>
  /url=([^"]*)"/.exec(fs.readFileSync(path.join(site, file), 'utf8'))?.[1];

const link = (...addresses: string[]): string =>
  addresses.map((address) => `<a class="x" href="${address}">x</a>`).join('');

it('a folder leads where the first link into it leads, on the page above; pages stay as they are', () => {
  write({
    'index.html': link(
      'https://x.example/guides/no/',
      '/docs/guides/second/',
      '/docs/reference/shop/',
    ),
    'search/index.html': '',
    'guides/first/index.html': '',
    'guides/second/index.html': link('/docs/guides/first/', '/docs/guides/shop/b/'),
    'guides/shop/a/index.html': '',
    'guides/shop/b/index.html': '',
    'reference/shop/index.html': link(
      '#top',
      '/docs/%E0',
      '/docs/reference/shop/schemas/%E0/',
      '/docs/reference/shop/schemas/gone/',
      '/docs/reference/shop/schemas/%C3%BCber/',
    ),
    'reference/shop/schemas/box/index.html': '',
    'reference/shop/schemas/über/index.html': '',
    'lonely/deep/page/index.html': '',
  });
  writeFolderPages({ ...ENGLISH, outDir: site, baseUrl: '/docs/' });
  expect(leadsTo('guides/index.html')).toBe('/docs/guides/second/');
  expect(leadsTo('guides/shop/index.html')).toBe('/docs/guides/shop/b/');
  expect(leadsTo('reference/index.html')).toBe('/docs/reference/shop/');
  expect(leadsTo('reference/shop/schemas/index.html')).toBe(
    '/docs/reference/shop/schemas/%C3%BCber/',
  );
  expect(leadsTo('lonely/index.html')).toBe('/docs/lonely/deep/page/');
  expect(leadsTo('lonely/deep/index.html')).toBe('/docs/lonely/deep/page/');
  expect(leadsTo('reference/shop/index.html')).toBeUndefined();
  expect(fs.existsSync(path.join(site, 'search/index.html'))).toBe(true);
});

it('a site without a home page has them, too', () => {
  write({ 'reference/shop/list/index.html': '', '404.html': '' });
  writeFolderPages({ ...ENGLISH, outDir: site, baseUrl: '/' });
  expect(leadsTo('reference/index.html')).toBe('/reference/shop/list/');
  expect(leadsTo('reference/shop/index.html')).toBe('/reference/shop/list/');
});

it('each language has its own, and so has a site whose addresses end without a slash', () => {
  write({
    'index.html': link('/reference/shop'),
    'search.html': '',
    'reference/shop.html': link('/reference/shop/list'),
    'reference/shop/list.html': '',
    'de/index.html': link('/de/reference/shop'),
    'de/search.html': '',
    'de/reference/shop.html': '',
  });
  writeFolderPages({ ...ENGLISH, outDir: site, others: ['de'] });
  writeFolderPages({ ...ENGLISH, code: 'de', outDir: path.join(site, 'de'), baseUrl: '/de/' });
  expect(leadsTo('reference.html')).toBe('/reference/shop');
  expect(leadsTo('de/reference.html')).toBe('/de/reference/shop');
  expect(fs.existsSync(path.join(site, 'de.html'))).toBe(false);
  expect(leadsTo('reference/shop.html')).toBeUndefined();
});

it.each([
  ['docs/petstore', ['docs/petstore', 'docs/petstore/list-pets', 'docs/petstore/schemas/pet']],
  ['docs', ['docs/shop-api', 'docs/schemas/pet']],
])('only folders of an API at %s get one', (base, paths) => {
  const pages = [...paths, 'guides/shop/a', 'docs/hand/written'];
  write(Object.fromEntries(pages.map((page) => [`${page}/index.html`, ''])));
  const api = { base, pages: paths.map((path) => ({ path }) as PublishedPage) };
  writeFolderPages({ ...ENGLISH, outDir: site }, pageFolders([api]));
  expect(leadsTo(`${base}/schemas/index.html`)).toBe(`/${base}/schemas/pet/`);
  expect(fs.existsSync(path.join(site, 'guides/index.html'))).toBe(false);
  expect(fs.existsSync(path.join(site, 'docs/hand/index.html'))).toBe(false);
});
