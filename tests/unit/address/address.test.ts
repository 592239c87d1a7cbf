import { describe, expect, it } from 'vitest';
import {
  type ApiRef,
  addressOf,
  addressOfHtml,
  apiKey,
  apiOf,
  HERE,
  htmlOf,
  inVersion,
  isReference,
  pageHref,
  pageName,
  pageOf,
  pagePath,
  pathOf,
  pathOfHtml,
  pathOfLink,
  placeOf,
  referencePath,
  sliceName,
  standInOf,
  type Where,
} from '../../../src/address/address.ts';
import {
  bodySchemaAnchor,
  embedPrefix,
  schemeAnchor,
  valueAnchor,
} from '../../../src/address/anchor.ts';
import {
  apiOfDoc,
  docId,
  docIdOf,
  type FileKind,
  infoSlug,
  mdxFile,
  pageFilePattern,
  pagesDir,
  sidebarFile,
  sidebarKey,
  sliceFile,
  sliceOf,
} from '../../../src/address/files.ts';

const PLACES: readonly (readonly [where: Where, reference: string, docs: string])[] = [
  [HERE, 'reference', 'reference'],
  [{ ...HERE, routeBasePath: 'docs' }, 'docs/reference', 'reference'],
  [{ ...HERE, routeBasePath: '/a/b/' }, 'a/b/reference', 'reference'],
  [{ ...HERE, outputDir: 'docs/rest/api' }, 'rest/api', 'rest/api'],
  [
    {
      docsPluginId: 'api',
      docsDir: 'content/api',
      routeBasePath: 'x',
      outputDir: 'content/api/v.1',
    },
    'x/v.1',
    'v.1',
  ],
];
const CURRENT: ApiRef = { api: 'shop' };
const OLD: ApiRef = { api: 'shop', version: 'v1' };
const REFS: readonly ApiRef[] = [CURRENT, OLD, { api: 'shop-admin' }];
const PAGES = ['list-books', 'schemas/book', 'größe', ''];
const BASES = ['/', '/x/', 'https://docs.example.com/x/'];
const SLASHES = [true, false, undefined];

const combinations = PLACES.flatMap(([where]) =>
  REFS.flatMap((ref) => PAGES.map((page) => [where, ref, page] as const)),
);

describe('a page', () => {
  it.each([
    [CURRENT, 'shop', 'shop/list-books', 'reference/shop/list-books'],
    [OLD, 'shop/v1', 'shop/v1/list-books', 'reference/shop/v1/list-books'],
  ])('%o has one name everywhere', (ref, key, name, path) => {
    expect(apiKey(ref)).toBe(key);
    expect(sidebarKey(ref)).toBe(key);
    expect(sliceName(ref, 'list-books')).toBe(name);
    expect(pagePath(ref, 'list-books')).toBe(path);
    expect(pageHref(ref, 'list-books')).toBe(`/${path}/`);
    expect(pageHref(ref)).toBe(`/reference/${key}/`);
  });

  it.each(PLACES)('is below the reference of %o', (where, reference, docs) => {
    expect(referencePath(where)).toBe(reference);
    expect(pagePath(OLD, 'list-books', where)).toBe(`${reference}/shop/v1/list-books`);
    expect(pagePath(CURRENT, '', where)).toBe(`${reference}/shop`);
    expect(docId(OLD, 'list-books', where)).toBe(`${docs}/shop/v1/list-books`);
    // Docusaurus puts its `routeBasePath` before a slug.
    expect(infoSlug(CURRENT, where)).toBe(`/${docs}/shop`);
    expect(pagesDir(OLD, where)).toBe(`${where.outputDir}/shop/v1`);
    expect(sidebarFile(CURRENT, where)).toBe(`${where.outputDir}/shop/sidebar.json`);
    expect(sliceFile('shop/list-books', where)).toBe(`${reference}/shop/list-books.json`);
  });

  it.each(combinations)('is read from what is made for it: %o, %o, %j', (where, ref, page) => {
    const path = pagePath(ref, page, where);
    expect(pageOf(path, REFS, where)).toEqual({ ...ref, page });
    for (const baseUrl of BASES) {
      for (const trailingSlash of SLASHES) {
        const url = { baseUrl, trailingSlash };
        const address = addressOf(encodeURI(path), url);
        expect(pathOf(`${address}?a=/b/#c/`, url)).toBe(path);
        expect(isReference(address, url, where)).toBe(true);
        const html = htmlOf(path, url);
        expect(pathOfHtml(html)).toBe(path);
        expect(addressOf(path, url)).toBe(baseUrl + addressOfHtml(html));
      }
    }
    expect(pathOfLink(`/any/base/${path}/#a`, where)).toBe(path);
    expect(pathOfLink(`../../${path}.html?a`, where)).toBe(path);
    expect(apiOf(`${path}/#a`, where)).toBe(ref.api);
    expect(sliceOf(sliceFile(sliceName(ref, page), where), where)).toBe(sliceName(ref, page));
    for (const kind of ['api', 'info', 'schema', 'tag'] satisfies FileKind[]) {
      const file = `${pagesDir(ref, where)}/${mdxFile(page || 'shop', kind)}`;
      expect(docIdOf(file, where)).toBe(docId(ref, page || 'shop', where));
      expect(apiOfDoc(file, where)).toBe(ref.api);
      for (const absolute of [`/site/${file}`, `C:\\site\\${file.replaceAll('/', '\\')}`])
        expect(pageFilePattern(where).test(absolute)).toBe(true);
    }
  });

  it('has a name without its folder', () => {
    expect(['list-books', 'schemas/book', 'schemas'].map(pageName)).toEqual([
      'list-books',
      'book',
      'schemas',
    ]);
  });

  it('is no page of an API whose name begins alike, nor outside of the reference', () => {
    expect(pageOf('reference/shops/a', REFS)).toBeUndefined();
    expect(pageOf('reference', REFS)).toBeUndefined();
    expect(pageOf('guides/shop/a', REFS)).toBeUndefined();
    expect(pageOf('reference/shop/v2/a', REFS)).toEqual({ api: 'shop', page: 'v2/a' });
  });
});

describe('addresses', () => {
  it.each([
    ['/', true, 'a/b', '/a/b/', 'a/b/index.html'],
    ['/', undefined, 'a/b', '/a/b/', 'a/b/index.html'],
    ['/', false, 'a/b', '/a/b', 'a/b.html'],
    ['/x/', false, 'a', '/x/a', 'a.html'],
    ['/x/', true, '', '/x/', 'index.html'],
    ['/x/', false, '', '/x/', 'index.html'],
  ])('%s with trailingSlash %s: %j', (baseUrl, trailingSlash, path, address, html) => {
    expect(addressOf(path, { baseUrl, trailingSlash })).toBe(address);
    expect(htmlOf(path, { trailingSlash })).toBe(html);
  });

  it.each([
    ['/x/a/', '/y/'],
    ['https://example.com/a', '/'],
    ['/%E0%A4%A/', '/'],
  ])('%s is none of a site at %s', (address, baseUrl) => {
    expect(pathOf(address, { baseUrl })).toBeUndefined();
  });

  it.each([
    'https://example.com/reference/shop/a',
    '/guides/shop/',
    'mailto:a@reference/shop',
    '#a',
  ])('%s leads to no page of the reference', (href) => {
    expect(pathOfLink(href)).toBeUndefined();
  });

  it('of the reference are below it', () => {
    expect(isReference('/x/references/a/', { baseUrl: '/x/' })).toBe(false);
    expect(isReference('/reference/a/', { baseUrl: '/x/' })).toBe(false);
  });

  it.each([
    ['guides/shop/first-steps/', 'shop'],
    ['guides/', ''],
    ['search/?q=guides/shop/', undefined],
    ['', undefined],
  ])('%j may be of the API %j', (path, api) => {
    expect(apiOf(path)).toBe(api);
  });

  it.each([
    ['index.html', ''],
    ['guides/a/index.html', 'guides/a/'],
    ['guides/a.html', 'guides/a'],
  ])('%s is served at %j', (file, address) => {
    expect(addressOfHtml(file)).toBe(address);
  });

  it.each([
    ['list-books#query-a', 'list-books', '#query-a'],
    ['#errors', '', '#errors'],
    ['list-books', 'list-books', ''],
    ['a#b#c', 'a', '#b#c'],
  ])('the place %s is on %j', (place, page, hash) => {
    expect(placeOf(place)).toEqual([page, hash]);
  });
});

describe('files', () => {
  it.each([
    ['docs/guides/shop/a.mdx', 'shop'],
    ['docs/reference/shop/tips.md', 'shop'],
    ['i18n/de/docusaurus-plugin-content-docs/current/guides/shop/a.mdx', 'shop'],
    ['docs/guides/a.mdx', undefined],
    ['src/pages/guides/shop/a.mdx', undefined],
  ])('%s may be of the API %j', (file, api) => {
    expect(apiOfDoc(file)).toBe(api);
  });

  it('of another docs instance have its name where they are translated', () => {
    const where = { ...HERE, docsPluginId: 'api' };
    const file = (folder: string) => `i18n/de/${folder}/current/guides/shop/a.mdx`;
    expect(apiOfDoc(file('docusaurus-plugin-content-docs-api'), where)).toBe('shop');
    expect(apiOfDoc(file('docusaurus-plugin-content-docs'), where)).toBeUndefined();
  });

  it.each(['docs/reference/shop/sidebar.json', 'src/a.mdx'])('%s has no docs id', (file) => {
    expect(docIdOf(file)).toBeUndefined();
  });

  it.each(['reference/shop/a/index.html', 'other/shop/a.json'])('%s is no slice', (file) => {
    expect(sliceOf(file)).toBeUndefined();
  });

  it.each(['/site/docs/guides/a.api.mdx', '/site/docs/reference/shop/tips.mdx'])(
    '%s is no generated page',
    (file) => {
      expect(pageFilePattern().test(file)).toBe(false);
    },
  );
});

describe('pages in the course of time', () => {
  const pages = new Set(['list-books', 'schemas/book']);

  it.each([
    [{ ...CURRENT, page: 'list-books' }, 'v1', '/reference/shop/v1/list-books/'],
    [{ ...OLD, page: 'schemas/book' }, undefined, '/reference/shop/schemas/book/'],
    [{ ...OLD, page: 'gone' }, 'v2', '/reference/shop/v2/'],
    [{ ...OLD, page: '' }, undefined, '/reference/shop/'],
  ])('%o in the version %s', (page, version, href) => {
    const other = inVersion(page, version, pages);
    expect(pageHref(other, other.page)).toBe(href);
  });

  it('another page replaces one that has moved', () => {
    const moves = {
      ids: new Map([['get /books', 'list-books']]),
      moved: new Map([
        ['books', 'get /books'],
        ['lids', 'get /lids'],
      ]),
    };
    expect(standInOf('books', moves)).toBe('list-books');
    expect(standInOf('lids', moves)).toBeUndefined();
    expect(standInOf('list-books', moves)).toBeUndefined();
  });
});

it('anchors', () => {
  expect(schemeAnchor('oauth')).toBe('authentication-oauth');
  expect(bodySchemaAnchor('response-200')).toBe('schema-of-response-200');
  expect(embedPrefix('operation.list-books')).toBe('operation.list-books.');
  expect(valueAnchor('query-a', 'b:c/d')).toBe('query-a:b%3Ac%2Fd');
});
