import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';

/** Every link within a built site leads to a file of it, and every anchor to an element. */

const site = inject('site');
const small = inject('small');

const htmlFiles = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replaceAll(path.sep, '/'));

/** What of pages is needed here: read once. */
class Pages {
  readonly #read = new Map<string, { links: string[]; ids: Set<string> }>();

  constructor(readonly folder: string) {}

  /** The file that a static host sends for an address. */
  fileOf(pathname: string): string | undefined {
    const file = path.join(this.folder, decodeURIComponent(pathname));
    if (!pathname.endsWith('/')) return fs.existsSync(file) ? file : undefined;
    const index = path.join(file, 'index.html');
    return fs.existsSync(index) ? index : undefined;
  }

  of(file: string) {
    const known = this.#read.get(file);
    if (known) return known;
    const html = fs.readFileSync(file, 'utf8');
    const plain = (text = ''): string => text.replaceAll('&amp;', '&').replaceAll('&#x27;', "'");
    const page = {
      links: Array.from(html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g), ([, href]) => plain(href)),
      ids: new Set(Array.from(html.matchAll(/\sid="([^"]*)"/g), ([, id]) => plain(id))),
    };
    this.#read.set(file, page);
    return page;
  }

  /** Links of a page that lead nowhere. */
  deadLinks(file: string): string[] {
    const here = new URL(file.replace(/(^|\/)index\.html$/, '$1'), 'http://site/');
    const { links } = this.of(path.join(this.folder, file));
    return [...new Set(links)].filter((link) => {
      const { origin, pathname, hash } = new URL(link, here);
      if (origin !== here.origin) return false;
      const target = this.fileOf(pathname);
      if (!target) return true;
      const id = decodeURIComponent(hash.slice(1));
      return id !== '' && target.endsWith('.html') && !this.of(target).ids.has(id);
    });
  }
}

/** Of the large API some pages are enough, and all that they lead to. */
const isLarge = (file: string): boolean =>
  file.includes('reference/authentik/') && !/authentik\/(core-|schemas\/a|index)/.test(file);

describe.each([
  ['the small site', small.folder],
  ['the default site', site.folder],
])('%s', (_name, folder) => {
  it('has no link that leads nowhere', () => {
    const pages = new Pages(folder);
    const files = htmlFiles(folder).filter((file) => !isLarge(file));
    expect(files.length).toBeGreaterThan(30);
    const dead = files.flatMap((file) => pages.deadLinks(file).map((link) => `${file}: ${link}`));
    expect(dead).toEqual([]);
  });
});

it('a link to a file beside a guide leads to the file', () => {
  const html = fs.readFileSync(
    path.join(small.folder, 'guides/bookshop/embeds/index.html'),
    'utf8',
  );
  const [, href = ''] = /<a [^>]*href="([^"]*books[^"]*\.csv)"[^>]*>The list/.exec(html) ?? [];
  expect(fs.readFileSync(path.join(small.folder, href), 'utf8')).toContain('isbn');
});

it.each([
  [small.folder, 'guides/bookshop/', '/guides/bookshop/embeds/'],
  [small.folder, 'reference/', '/reference/bookshop/'],
])('in %s, the folder %s leads to a page in it', (folder, address, expected) => {
  const html = fs.readFileSync(path.join(folder, address, 'index.html'), 'utf8');
  const [, to = ''] = /http-equiv="refresh" content="0; url=([^"]*)"/.exec(html) ?? [];
  expect(to).toBe(expected);
  expect(html).toContain(`<a href="${to}">`);
  expect(html).toContain('noindex');
  expect(fs.existsSync(path.join(folder, to, 'index.html'))).toBe(true);
});

it.each([
  [small.folder, 'guides/', '/guides/bookshop/embeds/'],
  [small.folder, 'reference/bookshop/schemas/', '/reference/bookshop/schemas/book/'],
  [site.folder, 'reference/', '/reference/conformance/'],
  [site.folder, 'de/guides/', '/de/guides/authentik/getting-started/'],
  [site.folder, 'reference/authentik/schemas/', '/reference/authentik/schemas/user/'],
])('in %s, the folder %s has a page that lists them', (folder, address, expected) => {
  const html = fs.readFileSync(path.join(folder, address, 'index.html'), 'utf8');
  expect(html).toMatch(/<h1[ >]/);
  expect(html).toContain(`href="${expected}"`);
  expect(html).not.toContain('http-equiv="refresh"');
});
