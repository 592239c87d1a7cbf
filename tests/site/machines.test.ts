import fs from 'node:fs';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT, run } from '../support/site.ts';

/** Not pages that are written by hand, or only lead to others. */
const hasSlice = (folder: string, page: string): boolean =>
  [`${page}.json`, `${page}/${path.basename(page)}.json`].some((file) =>
    fs.existsSync(path.join(folder, 'reference', file)),
  );

const htmlPages = (folder: string): string[] =>
  fs
    .readdirSync(path.join(folder, 'reference'), { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'index.html')
    .map((file) => path.dirname(file))
    .filter((page) => hasSlice(folder, page));

it('each page of the reference names its Markdown twin, which is beside it', () => {
  const { folder } = inject('small');
  const pages = htmlPages(folder);
  expect(pages.length).toBeGreaterThan(20);
  for (const page of pages) {
    const html = fs.readFileSync(path.join(folder, 'reference', page, 'index.html'), 'utf8');
    const [, href = ''] =
      /<link\b[^>]*rel="alternate" type="text\/markdown" href="([^"]+)"/.exec(html) ?? [];
    expect(href, page).toBe(`/reference/${page}.md`);
    expect(fs.readFileSync(path.join(folder, href), 'utf8')).toMatch(/^# \S/);
  }
});

it('the twins of the small site show all that its document says', () => {
  const { folder } = inject('small');
  const args = ['--document', 'openapi/bookshop.yaml', '--site', folder, '--fail-under', '100'];
  const { code, stdout, stderr } = run(ROOT, ['coverage', '--markdown', ...args], {
    INIT_CWD: ROOT,
  });
  expect(code, `${stdout}\n${stderr}`).toBe(0);
});

it('lists what there is for machines, and each link leads to a file', () => {
  const { folder } = inject('small');
  const linksOf = (file: string): string[] =>
    Array.from(
      fs.readFileSync(path.join(folder, file), 'utf8').matchAll(/\]\(([^)]+)\)/g),
      ([, url = '']) => path.join(path.dirname(file), decodeURI(url)),
    );
  for (const file of ['llms.txt', 'reference/bookshop/llms.txt']) {
    const links = linksOf(file);
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(fs.existsSync(path.join(folder, link)), link).toBe(true);
  }
  const catalog = JSON.parse(fs.readFileSync(path.join(folder, '.well-known/api-catalog'), 'utf8'));
  const [api, ...others] = catalog.linkset;
  expect(others).toEqual([]);
  expect(api.anchor).toBe('https://sandbox.bookshop.example/v2');
  for (const { href } of [...api['service-desc'], ...api['service-doc']]) {
    const { pathname } = new URL(href);
    expect(fs.existsSync(path.join(folder, pathname)), pathname).toBe(true);
  }
  expect(fs.readFileSync(path.join(folder, 'robots.txt'), 'utf8')).toMatch(
    /^User-agent: \*\nAllow: \/\n\nSitemap: https:\/\/\S+\/sitemap\.xml\n$/,
  );
});

it('has the whole document as JSON and as the same YAML', () => {
  const { folder } = inject('small');
  const read = (file: string): string =>
    fs.readFileSync(path.join(folder, 'reference/bookshop', file), 'utf8');
  expect(parse(read('openapi.yaml'))).toEqual(JSON.parse(read('openapi.json')));
  expect(read('../bookshop/index.html')).toContain('href="/reference/bookshop/openapi.yaml"');
});

it('each guide names its Markdown twin, with the parts of the reference that it shows and links that hold', () => {
  const { folder } = inject('small');
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const guides = files.filter((file) => /^(guides|about)\b.*index\.html$/.test(file));
  let count = 0;
  for (const file of guides) {
    const html = fs.readFileSync(path.join(folder, file), 'utf8');
    const [, href] =
      /<link\b[^>]*rel="alternate" type="text\/markdown" href="([^"]+)"/.exec(html) ?? [];
    if (href === undefined) continue;
    count++;
    const twin = fs.readFileSync(path.join(folder, href), 'utf8');
    expect(twin, file).toMatch(/^# \S/);
    for (const [, url = ''] of twin.matchAll(/\]\((\.\.?\/[^)#]+|[\w-]+\.md)/g))
      expect(fs.existsSync(path.join(folder, path.dirname(href), decodeURI(url))), url).toBe(true);
  }
  expect(count).toBeGreaterThan(8);
  const embeds = fs.readFileSync(path.join(folder, 'guides/bookshop/embeds.md'), 'utf8');
  expect(embeds).toContain('[All books](../../reference/bookshop/list-books.md)');
  expect(embeds).toContain('- `page_size` (integer, min `1`');
  expect(embeds).toContain('**POST** `/orders`');
  expect(fs.readFileSync(path.join(folder, 'llms.txt'), 'utf8')).toContain(
    '[Embeds](guides/bookshop/embeds.md)',
  );
});
