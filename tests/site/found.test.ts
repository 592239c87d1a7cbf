import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';

const site = inject('site');
const small = inject('small');
const ORIGIN = 'https://docs.example.com';

/**
 * Addresses of all pages of a site in one language, `/` or `/guides/hosting/`; those of the older form too,
 * and not the page of the search, which search engines have no use for, and those that only lead on.
 */
function pagesOf(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'index.html' && !/^(de|search)\b/.test(file))
    .map((file) => `/${file.replaceAll(path.sep, '/').replace(/index\.html$/, '')}`)
    .filter((page) => !isLeadingOn(folder, page))
    .sort();
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};
const decoded = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity);

/**
 * Whether an address has no page of its own: one that leads on, or says where a page was. Pages of the reference have
 * a slice beside them, and may not be taken for such.
 */
function isLeadingOn(folder: string, page: string): boolean {
  const file = path.join(folder, page);
  if (!/^\/(reference|guides)\//.test(page) || fs.existsSync(`${file.replace(/\/$/, '')}.json`))
    return false;
  const html = fs.readFileSync(path.join(file, 'index.html'), 'utf8');
  return /http-equiv="refresh"|<meta name="robots" content="noindex"/.test(html);
}

/** What the head says, by name; a list for each, so that what stands twice is seen. */
function headOf(folder: string, file: string) {
  const html = fs.readFileSync(path.join(folder, file), 'utf8');
  const head = html.slice(0, html.indexOf('</head>'));
  const said = new Map<string, string[]>();
  const add = (name: string, value = ''): void => {
    said.set(name, [...(said.get(name) ?? []), decoded(value)]);
  };
  for (const [, title] of head.matchAll(/<title[^>]*>([^<]*)<\/title>/g)) add('title', title);
  for (const [, name, content] of head.matchAll(
    /<meta[^>]*\s(?:name|property)="([^"]+)" content="([^"]*)"/g,
  ))
    add(name ?? '', content);
  for (const [, href] of head.matchAll(/<link[^>]*rel="canonical" href="([^"]+)"/g))
    add('canonical', href);
  const data = [
    ...html.matchAll(/<script[^>]*type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/g),
  ].flatMap(([, json]) => {
    const parsed = JSON.parse(json ?? '');
    return (parsed['@graph'] ?? [parsed]) as Record<string, unknown>[];
  });
  return { said, data };
}

const fileOf = (page: string): string => path.join(page, 'index.html');

/** Every string in a value that looks like an address. */
function addressesIn(value: unknown): string[] {
  if (typeof value === 'string') return /^(https?:|\/)/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(addressesIn)
    : [];
}

/** [page, title, types of what search engines read] */
const KINDS: [string, string, string[]][] = [
  ['/', 'Bookshop', ['WebSite']],
  ['/reference/bookshop/', 'Bookshop reference 2.1.0', ['APIReference', 'BreadcrumbList']],
  ['/reference/bookshop/catalogue/', 'Catalogue | Bookshop', ['APIReference', 'BreadcrumbList']],
  [
    '/reference/bookshop/list-books/',
    'List books · GET /books | Bookshop',
    ['APIReference', 'BreadcrumbList'],
  ],
  [
    '/reference/bookshop/stock-low/',
    'A book is nearly sold out · stock_low webhook | Bookshop',
    ['APIReference', 'BreadcrumbList'],
  ],
  [
    '/reference/bookshop/schemas/book/',
    'Book schema | Bookshop',
    ['APIReference', 'BreadcrumbList'],
  ],
  ['/guides/hosting/', 'Hosting | Bookshop', ['BreadcrumbList', 'TechArticle']],
];

describe('each kind of page', () => {
  it.each(KINDS)('%s is %s', (page, title, types) => {
    const { said, data } = headOf(small.folder, fileOf(page));
    const once = (name: string): string | undefined => {
      expect(said.get(name), name).toHaveLength(1);
      return said.get(name)?.[0];
    };
    expect(once('title')).toBe(title);
    expect(once('og:title')).toBe(title);
    expect(once('og:description')).toBe(once('description'));
    expect(once('canonical')).toBe(ORIGIN + page);
    expect(once('og:url')).toBe(ORIGIN + page);
    expect(once('og:type')).toBe(page === '/' ? 'website' : 'article');
    expect(once('og:site_name')).toBe('Bookshop');
    expect(once('twitter:card')).toBe('summary_large_image');
    expect(once('og:image')).toBe(`${ORIGIN}/img/social/bookshop.png`);
    expect([once('og:image:width'), once('og:image:height')]).toEqual(['1200', '630']);
    expect(once('og:image:alt')).toBe('Bookshop: API reference');
    expect(said.has('robots')).toBe(false);

    expect(data.map((one) => one['@type']).sort()).toEqual(types);
    for (const address of addressesIn(data)) expect(address).toMatch(/^https?:\/\/[^/]+/);
    const crumbs = data.find((one) => one['@type'] === 'BreadcrumbList')?.itemListElement;
    if (page !== '/') expect((crumbs as { item: string }[]).at(-1)?.item).toBe(ORIGIN + page);
    const article = data.find((one) => String(one['@type']).match(/APIReference|TechArticle/));
    if (article)
      expect(article).toMatchObject({ url: ORIGIN + page, description: once('description') });
  });

  it('the info page describes the API', () => {
    const { data } = headOf(small.folder, fileOf('/reference/bookshop/'));
    expect(data[0]).toMatchObject({
      headline: 'Bookshop',
      version: '2.1.0',
      about: {
        '@type': 'WebAPI',
        name: 'Bookshop',
        documentation: [`${ORIGIN}/reference/bookshop/`, 'https://bookshop.example/handbook'],
        termsOfService: 'https://bookshop.example/terms',
        provider: { '@type': 'Organization', name: 'Bookshop developers' },
      },
    });
  });

  it('the way to an operation leads over its API and its tag', () => {
    const { data } = headOf(small.folder, fileOf('/reference/bookshop/list-books/'));
    expect(data[1]?.itemListElement).toEqual(
      ['', 'catalogue/', 'list-books/'].map((place, at) => ({
        '@type': 'ListItem',
        position: at + 1,
        name: ['Bookshop', 'Catalogue', 'List books'][at],
        item: `${ORIGIN}/reference/bookshop/${place}`,
      })),
    );
  });

  it.each([
    ['404.html', 'Page not found | Bookshop'],
    ['search/index.html', 'Search | Bookshop'],
  ])('%s has a name, and is in no index', (file, title) => {
    const { said } = headOf(small.folder, file);
    expect(said.get('title')).toEqual([title]);
    expect(said.get('robots')).toEqual(['noindex']);
  });
});

describe('all pages of the default site', () => {
  const pages = pagesOf(site.folder);
  const heads = pages.map((page) => ({ page, ...headOf(site.folder, fileOf(page)) }));

  it('have one title and one description each', () => {
    const wrong = heads.filter(({ said }) =>
      ['title', 'og:title', 'description', 'og:description', 'canonical', 'og:image'].some(
        (name) => said.get(name)?.length !== 1 || said.get(name)?.[0] === '',
      ),
    );
    expect(wrong.map(({ page }) => page)).toEqual([]);
  });

  it('have titles of their own, and addresses', () => {
    for (const name of ['title', 'canonical']) {
      const values = heads.map(({ said }) => said.get(name)?.[0] ?? '');
      const twice = values.filter((value, at) => values.indexOf(value) !== at);
      expect(twice, name).toEqual([]);
    }
  });

  it('name the API that they belong to', () => {
    const titleOf = (page: string) =>
      heads.find((head) => head.page === page)?.said.get('title')?.[0];
    expect(titleOf('/reference/authentik/core-users-list/')).toBe(
      'List users · GET /core/users/ | authentik API',
    );
    const other = heads.find(({ page }) => /^\/reference\/conformance\/./.test(page));
    expect(other?.said.get('title')?.[0]).toMatch(/ \| OpenAPI feature showcase$/);
    expect(other?.said.get('og:image')).toEqual([`${ORIGIN}/img/social/conformance.png`]);
  });
});

describe('the pictures', () => {
  it.each([
    [small.folder, 'bookshop'],
    [site.folder, 'authentik'],
    [site.folder, 'conformance'],
  ])('in %s: %s', (folder, api) => {
    const png = fs.readFileSync(path.join(folder, `img/social/${api}.png`));
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(200_000);
  });
});

describe('the sitemap', () => {
  const entriesOf = (folder: string) =>
    fs
      .readFileSync(path.join(folder, 'sitemap.xml'), 'utf8')
      .split('<url>')
      .slice(1)
      .map((entry) => ({
        page: decodeURI(/<loc>https?:\/\/[^/]+(\/[^<]*)<\/loc>/.exec(entry)?.[1] ?? ''),
        date: /<lastmod>([^<]*)<\/lastmod>/.exec(entry)?.[1],
      }));

  it.each([
    ['the small site', small.folder, ''],
    ['the default site', site.folder, ''],
    ['the default site in German', path.join(site.folder, 'de'), '/de'],
  ])('of %s lists every page once', (_site, folder, prefix) => {
    const listed = entriesOf(folder).map(({ page }) => page);
    expect(listed.sort()).toEqual(pagesOf(folder).map((page) => `${prefix}${page}`));
  });

  it('has no dates where there is no git', () => {
    expect(entriesOf(small.folder).filter(({ date }) => date !== undefined)).toEqual([]);
  });

  it('has none for pages of a document from a package, nor of the home page', () => {
    const dated = entriesOf(site.folder).filter(({ date }) => date !== undefined);
    expect(dated.filter(({ page }) => /^\/(reference\/authentik\/.*)?$/.test(page))).toEqual([]);
    // In a whole clone the guides have theirs; none lies in the future.
    for (const { page, date } of dated)
      expect(new Date(date ?? '').getTime(), page).toBeLessThanOrEqual(Date.now());
  });
});
