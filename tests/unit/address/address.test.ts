import { describe, expect, it } from 'vitest';
import {
  addressOf,
  addressOfHtml,
  apiAt,
  baseOf,
  htmlOf,
  pageHref,
  pageKey,
  pageName,
  pagePath,
  pathOf,
  pathOfHtml,
  pathOfLink,
  placeOf,
  slicePath,
  standInOf,
} from '../../../src/address/address.ts';
import {
  bodySchemaAnchor,
  embedPrefix,
  schemeAnchor,
  valueAnchor,
} from '../../../src/address/anchor.ts';
import { placedDoc } from '../../../src/address/doc.ts';
import {
  apiOfDoc,
  basePath,
  type Docs,
  defaultPlace,
  docId,
  docsFileOf,
  docsOfFolder,
  guidesPath,
  infoSlug,
  type Place,
  SITE_DOCS,
  sidebarId,
} from '../../../src/address/docs.ts';
import {
  beside,
  FILE_KIND,
  isGeneratedName,
  isPageFile,
  isSliceFile,
  mdxFile,
  pageFilePattern,
  partsOfFile,
  sidebarFile,
  sidebarModule,
  sliceFile,
} from '../../../src/address/files.ts';

const DOCS: Docs = { id: 'default', path: 'docs', routeBasePath: 'docs' };
const API_DOCS: Docs = { id: 'api', path: 'content/api', routeBasePath: '/a/b/' };

/** Places with the path of the pages within the site, and the folder in Docusaurus' ids. */
const PLACES: readonly (readonly [place: Place, base: string, folder: string])[] = [
  [defaultPlace({ api: 'shop' }), 'reference/shop', 'reference/shop'],
  [defaultPlace({ api: 'shop' }, DOCS), 'docs/reference/shop', 'reference/shop'],
  [defaultPlace({ api: 'shop' }, API_DOCS), 'a/b/reference/shop', 'reference/shop'],
  [{ docs: SITE_DOCS, outputDir: 'docs/petstore' }, 'petstore', 'petstore'],
  [{ docs: SITE_DOCS, outputDir: 'docs' }, '', ''],
  [{ docs: DOCS, outputDir: 'docs' }, 'docs', ''],
  [{ docs: API_DOCS, outputDir: 'content/api/v.1/shop' }, 'a/b/v.1/shop', 'v.1/shop'],
  [{ docs: { ...API_DOCS, routeBasePath: '/' }, outputDir: 'content/api' }, '', ''],
];
const PAGES = ['list-books', 'schemas/book', 'größe'];
const BASES = ['/', '/x/', 'https://docs.example.com/x/'];
const SLASHES = [true, false, undefined];
/** Docusaurus' path of a version, below that of its docs: the last one, another one, and another language's. */
const VERSIONS = ['', '1.0', 'next'];

const withoutEdges = (path: string): string => path.replace(/\/{2,}/g, '/').replace(/^\/|\/$/g, '');

describe.each(PLACES)('at %o', (place, base, folder) => {
  const { docs, outputDir } = place;

  it('pages are at the base', () => {
    expect(basePath(place)).toBe(base);
    expect(pagePath({ base }, 'list-books')).toBe(withoutEdges(`${base}/list-books`));
    expect(pagePath({ base })).toBe(base);
    expect(pageHref({ base }, 'list-books')).toBe(`/${withoutEdges(`${base}/list-books`)}/`);
    expect(pageHref({ base })).toBe(base === '' ? '/' : `/${base}/`);
    expect(pageHref({ base, ending: '' })).toBe(`/${base}`);
    expect(pageHref({ base, ending: '' }, 'a')).toBe(`/${withoutEdges(`${base}/a`)}`);
    expect(slicePath({ base }, 'list-books')).toBe(withoutEdges(`${base}/list-books.json`));
  });

  it('the info page has its id where it has an address of its own', () => {
    const api = { base, infoPath: 'petstore-api' };
    expect(pagePath(api)).toBe(withoutEdges(`${base}/petstore-api`));
    expect(pagePath(api, 'list-books')).toBe(pagePath({ base }, 'list-books'));
  });

  it('Docusaurus has ids for pages, below the docs', () => {
    expect(docId(place, 'list-books')).toBe(withoutEdges(`${folder}/list-books`));
    // Docusaurus puts the path of the version before a slug.
    expect(infoSlug(place)).toBe(`/${folder}`);
    expect(sidebarFile(place)).toBe(`${outputDir}/sidebar.items.json`);
    expect(sidebarModule(place)).toBe(`${outputDir}/sidebar.ts`);
  });

  it.each(PAGES)('%s is read from what is made for it', (page) => {
    const path = pagePath({ base }, page);
    expect(baseOf(path, page)).toBe(base);
    expect(apiAt(path, [{ bases: [base] }])).toEqual({ bases: [base] });
    for (const baseUrl of BASES) {
      for (const trailingSlash of SLASHES) {
        const url = { baseUrl, trailingSlash };
        const address = addressOf(encodeURI(path), url);
        expect(pathOf(`${address}?a=/b/#c/`, url)).toBe(path);
        const html = htmlOf(path, url);
        expect(pathOfHtml(html)).toBe(path);
        expect(addressOf(path, url)).toBe(baseUrl + addressOfHtml(html));
      }
    }
    if (base !== '') {
      expect(pathOfLink(`/any/site/${path}/#a`, base)).toBe(path);
      expect(pathOfLink(`../../${path}.html?a`, base)).toBe(path);
      expect(pathOfLink(`/any/site/${base}`, base)).toBe(base);
    } else expect(pathOfLink(`/${path}/#a`, base)).toBe(path);
  });

  it.each(VERSIONS)('a page says where it is in the version at %j', (version) => {
    const inVersion = withoutEdges(`${docs.routeBasePath}/${version}/${folder}`);
    const folderOf =
      version === '' ? outputDir : withoutEdges(`versioned_docs/version-1/${folder}`);
    for (const baseUrl of ['/', '/x/de/']) {
      for (const end of ['', '/']) {
        for (const page of PAGES) {
          const kind = page.startsWith('schemas/') ? 'schema' : 'api';
          const slice = sliceFile(page, kind);
          const doc = {
            source: `@site/${folderOf}/${mdxFile(page, kind)}`,
            permalink: encodeURI(`${baseUrl}${withoutEdges(`${inVersion}/${page}`)}${end}`),
            frontMatter: { slice: slice.slice(slice.lastIndexOf('/') + 1) },
          };
          expect(placedDoc(doc, baseUrl)).toEqual({
            slice: `${folderOf}/${slice}`,
            folder: folderOf,
            base: inVersion,
            page,
            path: withoutEdges(`${inVersion}/${page}`),
            isInfo: false,
          });
        }
        const info = {
          source: `@site/${folderOf}/shop.info.mdx`,
          frontMatter: { slice: 'shop.info.json' },
        };
        const own = { ...info, permalink: `${baseUrl}${withoutEdges(`${inVersion}/shop`)}${end}` };
        expect(placedDoc(own, baseUrl)).toMatchObject({
          base: inVersion,
          page: 'shop',
          isInfo: true,
        });
        const atBase = {
          source: info.source,
          permalink: baseUrl + inVersion + (inVersion === '' ? '' : end),
          frontMatter: { ...info.frontMatter, slug: infoSlug(place) },
        };
        expect(placedDoc(atBase, baseUrl)).toMatchObject({ base: inVersion, path: inVersion });
      }
    }
  });

  it.each(Object.values(FILE_KIND))('generated files have names with their kind: %s', (kind) => {
    const page = kind === 'schema' ? 'schemas/book' : 'shop';
    for (const name of [mdxFile(page, kind), sliceFile(page, kind)]) {
      expect(partsOfFile(`${outputDir}/${name}`)).toEqual({ kind, page, folder: outputDir });
      expect(isGeneratedName(`${outputDir}/${name}`)).toBe(true);
    }
    const file = `${outputDir}/${mdxFile(page, kind)}`;
    expect([isPageFile(file), isSliceFile(file)]).toEqual([true, false]);
    const pattern = new RegExp(pageFilePattern(outputDir));
    for (const absolute of [`/site/${file}`, `C:\\site\\${file.replaceAll('/', '\\')}`])
      expect(pattern.test(absolute)).toBe(true);
    expect(pattern.test(`/site/${outputDir}/tips.mdx`)).toBe(false);
    expect(pattern.test(`/site/other/${page}.${kind}.mdx`)).toBe(false);
  });
});

describe('the API at a path', () => {
  const apis = [
    { id: 'shop', bases: ['reference/shop', 'guides/shop'] },
    { id: 'shop-admin', bases: ['reference/shop-admin'] },
    { id: 'lids', bases: ['reference/shop/lids', '1.0/lids'] },
  ];

  it.each([
    ['reference/shop', 'shop'],
    ['reference/shop/a', 'shop'],
    ['guides/shop/first-steps', 'shop'],
    ['reference/shop-admin/a', 'shop-admin'],
    ['reference/shop/lids/a', 'lids'],
    ['1.0/lids/a', 'lids'],
    ['reference/shops/a', undefined],
    ['reference', undefined],
    ['', undefined],
  ])('%j is %j', (path, id) => {
    expect(apiAt(path, apis)?.id).toBe(id);
  });

  it('is one at the root of the site if there is no other', () => {
    const root = { id: 'root', bases: [''] };
    expect(apiAt('list-books', [root, ...apis])?.id).toBe('root');
    expect(apiAt('reference/shop/a', [root, ...apis])?.id).toBe('shop');
  });
});

it.each(['list-books', 'schemas/book', 'schemas'])('%s has a key and a name', (page) => {
  expect(pageKey('shop', page)).toBe(`shop/${page}`);
  expect(pageName(page)).toBe(page.replace('schemas/', ''));
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
    '/reference/shops/a/',
    'mailto:a@reference/shop',
    '#a',
  ])('%s leads to no page of an API', (href) => {
    expect(pathOfLink(href, 'reference/shop')).toBeUndefined();
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

  it.each([
    [SITE_DOCS, 'guides/shop'],
    [API_DOCS, 'a/b/guides/shop'],
  ])('guides of an API are below those of the docs: %o', (docs, path) => {
    expect(guidesPath('shop', docs)).toBe(path);
  });
});

describe('files of the docs', () => {
  const translated = 'i18n/de/docusaurus-plugin-content-docs';
  const places = new Map([
    ['shop', defaultPlace({ api: 'shop' })],
    ['bank', { docs: API_DOCS, outputDir: 'content/api/bank' }],
  ]);

  it.each([
    ['docs/guides/shop/a.mdx', SITE_DOCS, 'current', 'shop'],
    ['docs/reference/shop/tips.md', SITE_DOCS, 'current', 'shop'],
    ['docs/guides/a.mdx', SITE_DOCS, 'current', undefined],
    ['docs/guides/shop', SITE_DOCS, 'current', undefined],
    ['versioned_docs/version-1.0/guides/shop/a.mdx', SITE_DOCS, '1.0', 'shop'],
    [`${translated}/current/guides/shop/a.mdx`, SITE_DOCS, 'current', 'shop'],
    [`${translated}/version-1.0/reference/shop/tips.md`, SITE_DOCS, '1.0', 'shop'],
    ['content/api/bank/a.mdx', API_DOCS, 'current', 'bank'],
    ['api_versioned_docs/version-2/bank/a.mdx', API_DOCS, '2', 'bank'],
    [`${translated}-api/current/bank/a.mdx`, API_DOCS, 'current', 'bank'],
    [`${translated}-api/current/guides/shop/a.mdx`, API_DOCS, 'current', 'shop'],
    ['docs/bank/a.mdx', SITE_DOCS, 'current', undefined],
  ])('%s may be of an API', (file, docs, version, api) => {
    const found = docsFileOf(file, [SITE_DOCS, API_DOCS]);
    expect(found).toMatchObject({ docs, version });
    expect(found && apiOfDoc(found, places)).toBe(api);
  });

  it.each(['src/pages/guides/shop/a.mdx', 'versioned_docs/a.mdx', 'docs-old/a.mdx'])(
    '%s is none',
    (file) => {
      expect(docsFileOf(file, [SITE_DOCS, API_DOCS])).toBeUndefined();
    },
  );

  it.each([
    ['docs/shop', DOCS, 'docs', 'docs'],
    ['versioned_docs/version-1.0/api/shop', DOCS, 'versioned_docs/version-1.0', 'docs/1.0'],
    ['api_versioned_docs/version-2/shop', API_DOCS, 'api_versioned_docs/version-2', 'a/b/2'],
    [
      'i18n/de/docusaurus-plugin-content-docs/current/shop',
      DOCS,
      'i18n/de/docusaurus-plugin-content-docs/current',
      'docs',
    ],
    ['../docs/shop', { ...DOCS, path: '../docs' }, '../docs', 'docs'],
    ['versioned_docs/version-1.0/shop', API_DOCS, undefined, undefined],
    ['pages/shop', DOCS, undefined, undefined],
  ])('a folder in a version of the docs: %s', (folder, docs, own, routeBasePath) => {
    const found = docsOfFolder(folder, docs);
    expect(found).toEqual(own === undefined ? undefined : { ...docs, path: own, routeBasePath });
  });

  it('have sidebars with names of their own in each version', () => {
    expect(sidebarId('default', '1.0', 'shop')).toBe('default 1.0 shop');
  });
});

describe('file names', () => {
  it.each([
    'docs/shop/tips.mdx',
    'docs/shop/data.json',
    'docs/shop/openapi.json',
    'docs/a.api.md',
    'sidebars.ts',
  ])('%s is not generated', (file) => {
    expect(isGeneratedName(file)).toBe(false);
    expect(partsOfFile(file)).toBeUndefined();
  });

  it('a schema outside of the folder of schemas has no folder in its id', () => {
    expect(partsOfFile('docs/shop/book.schema.mdx')).toMatchObject({
      page: 'book',
      folder: 'docs/shop',
    });
  });

  it.each([
    ['docs/a/b.api.mdx', 'docs/a/b.api.json'],
    ['b.api.mdx', 'b.api.json'],
  ])('%s has files beside it', (file, other) => {
    expect(beside(file, 'b.api.json')).toBe(other);
  });

  it.each([{ slice: 1 }, { slice: 'shop/list-books' }, {}])(
    'a page with %o is none of the reference',
    (frontMatter) => {
      const doc = { source: '@site/docs/a.api.mdx', permalink: '/a', frontMatter };
      expect(placedDoc(doc, '/')).toBeUndefined();
    },
  );
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

it('anchors', () => {
  expect(schemeAnchor('oauth')).toBe('authentication-oauth');
  expect(bodySchemaAnchor('response-200')).toBe('schema-of-response-200');
  expect(embedPrefix('operation.list-books')).toBe('operation.list-books.');
  expect(valueAnchor('query-a', 'b:c/d')).toBe('query-a:b%3Ac%2Fd');
});
