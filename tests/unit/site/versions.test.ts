import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSliceFile, partsOfFile } from '../../../src/address/files.ts';
import { type SiteVersions, versionLinks } from '../../../src/client/app/versions.ts';
import { generate } from '../../../src/generate/generate.ts';
import { mainApi, readManifest, siteApis } from '../../../src/site/manifest.ts';
import type { PublishedApi } from '../../../src/site/published.ts';
import {
  isSuperseded,
  samePages,
  siteVersions,
  subjectsOf,
  supersededPaths,
} from '../../../src/site/versions.ts';
import type { PageKind, SliceDocument } from '../../../src/slices/slice.ts';
import { ROOT } from '../../support/site.ts';

const DOCUMENTS = path.join(ROOT, 'tests/support/versions');

describe('the pages of two versions of a document', () => {
  let root: string;
  let apis: readonly PublishedApi[];
  let versions: SiteVersions;
  beforeAll(async () => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'versions-'));
    await generate({
      root,
      apis: [
        {
          id: 'shop',
          document: path.join(DOCUMENTS, 'shop-2.0.yaml'),
          versions: [
            { version: '1.0', label: '1.x', document: path.join(DOCUMENTS, 'shop-1.0.yaml') },
          ],
        },
      ],
    });
    apis = ['reference/shop', 'reference/shop/1.0'].map((base) => publishedIn(root, base));
    versions = siteVersions(apis, root);
  });
  afterAll(() => fs.rmSync(root, { recursive: true }));

  it.each<[kind: PageKind, base: string, id: string, links: readonly string[]]>([
    ['info', '', 'shop', ['/reference/shop/', '/reference/shop/1.0/']],
    ['info', '/1.0', 'shop', ['/reference/shop/', '/reference/shop/1.0/']],
    ['tag', '', 'books', ['/reference/shop/books/', '/reference/shop/1.0/books/']],
    // The same operationId, and another path.
    ['operation', '', 'get-book', ['/reference/shop/get-book/', '/reference/shop/1.0/get-book/']],
    // The same path, and another operationId.
    [
      'operation',
      '',
      'place-order',
      ['/reference/shop/place-order/', '/reference/shop/1.0/create-order/'],
    ],
    [
      'operation',
      '/1.0',
      'create-order',
      ['/reference/shop/place-order/', '/reference/shop/1.0/create-order/'],
    ],
    // Added, removed: the introduction.
    [
      'operation',
      '',
      'cancel-order',
      ['/reference/shop/cancel-order/', '/reference/shop/1.0/ (missing)'],
    ],
    [
      'operation',
      '/1.0',
      'list-vouchers',
      ['/reference/shop/ (missing)', '/reference/shop/1.0/list-vouchers/'],
    ],
    [
      'schema',
      '/1.0',
      'schemas/voucher',
      ['/reference/shop/ (missing)', '/reference/shop/1.0/schemas/voucher/'],
    ],
  ])('%s %s/%s', (kind, base, id, links) => {
    const found = versionLinks(versions, { base: `reference/shop${base}`, kind, id });
    expect(found.map(({ href, isMissing }) => href + (isMissing ? ' (missing)' : ''))).toEqual(
      links,
    );
    expect(found.map(({ name, isCurrent, isOwn }) => [name, isCurrent, isOwn])).toEqual([
      ['2.0.1', true, base === ''],
      ['1.x', false, base !== ''],
    ]);
  });

  it('have links that end as those of the site', () => {
    const page = { base: 'reference/shop', kind: 'operation', id: 'get-book' } as const;
    const links = versionLinks(versions, { ...page, ending: '' });
    expect(links.map(({ href }) => href)).toEqual([
      '/reference/shop/get-book',
      '/reference/shop/1.0/get-book',
    ]);
  });

  it('are superseded by those of the current one', () => {
    expect([...supersededPaths(versions)].sort()).toEqual(
      [
        '',
        '/books',
        '/create-order',
        '/get-book',
        '/list-books',
        '/orders',
        '/schemas',
        '/schemas/book',
      ].map((page) => `reference/shop/1.0${page}`),
    );
    expect(isSuperseded(versions, 'reference/shop', 'list-books')).toBe(false);
    expect(isSuperseded(versions, 'reference/other', 'list-books')).toBe(false);
  });

  it('are apart in each version of the docs, and need another one', () => {
    const next = apis.map((api) => ({ ...api, docsVersion: '3', base: `next/${api.base}` }));
    expect(Object.keys(siteVersions([...apis, ...next], root))).toEqual([
      'reference/shop',
      'reference/shop/1.0',
      'next/reference/shop',
      'next/reference/shop/1.0',
    ]);
    expect(siteVersions(apis.slice(0, 1), root)).toEqual({});
  });

  it('are those of one API in the navigation', () => {
    const { apis: generated } = readManifest(root);
    expect(generated.map(({ id }) => id)).toEqual(['shop', 'shop@1.0']);
    expect(mainApi({ apis: generated })?.id).toBe('shop');
    const expected = {
      id: 'shop',
      base: 'reference/shop',
      bases: ['reference/shop', 'reference/shop/1.0'],
      versions: [{ folder: 'docs/reference/shop/1.0', base: 'reference/shop/1.0' }],
    };
    // Also where another machine has generated them.
    for (const known of [generated, []])
      expect(siteApis({ apis: known }, { apis, sidebars: [] })).toMatchObject([expected]);
  });

  it('lead to the introduction for a page that only one has, whatever its name', () => {
    const page = { kind: 'operation', base: 'reference/shop', id: 'constructor' } as const;
    const links = versionLinks(versions, page);
    expect(links.map(({ href }) => href)).toEqual(['/reference/shop/', '/reference/shop/1.0/']);
  });

  it('have no links where there is one version', () => {
    expect(versionLinks({}, { base: 'reference/shop', kind: 'operation', id: 'get-book' })).toEqual(
      [],
    );
  });
});

/** An API as Docusaurus would load it. */
function publishedIn(siteDir: string, base: string): PublishedApi {
  const folder = `docs/${base}`;
  const slices = fs
    .readdirSync(path.join(siteDir, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`)
    .filter((file) => isSliceFile(file) && partsOfFile(file)?.folder === folder);
  const pages = slices.map((slice) => {
    const { page = '', kind } = partsOfFile(slice) ?? {};
    const isInfo = kind === 'info';
    const place = { slice, folder, base, page, path: isInfo ? base : `${base}/${page}`, isInfo };
    return { ...place, docId: slice, source: slice };
  });
  const about = JSON.parse(fs.readFileSync(path.join(siteDir, slices[0] ?? ''), 'utf8'));
  return {
    id: about['x-page'].api,
    title: about.info.title,
    version: about.info.version,
    versionOf: about['x-page'].version,
    docsPluginId: 'default',
    docsVersion: 'current',
    isLast: true,
    folder,
    base,
    pages,
  };
}

it.each<
  [name: string, first: readonly string[][], second: readonly string[][], pages: (string | null)[]]
>([
  ['the best subject wins', [['a', 'b']], [['b'], ['a']], ['1']],
  ['another subject if there is none', [['a', 'b']], [['c'], ['b']], ['1']],
  ['none', [['a', 'b']], [['c'], ['d']], [null]],
  ['the first of two pages', [['a']], [['a'], ['a']], ['0']],
])('pages of the same subject: %s', (_name, first, second, pages) => {
  const versions = [first, second].map((one) =>
    one.map((subjects, at) => ({ page: `${at}`, subjects })),
  );
  const [found] = samePages(versions);
  expect(first.map((_, at) => found?.get(`${at}`)?.[1])).toEqual(pages);
});

it.each<[slice: object, subjects: readonly string[]]>([
  [
    {
      paths: { '/a/{b}/{c}': { get: { operationId: 'list' } } },
      'x-page': { kind: 'operation', path: '/a/{b}/{c}', method: 'get' },
    },
    ['operation id list', 'operation get /a/{}/{}'],
  ],
  [
    {
      paths: { '/a': { get: {}, additionalOperations: { COPY: { operationId: 'copy' } } } },
      'x-page': { kind: 'operation', path: '/a', method: 'copy' },
    },
    ['operation id copy', 'operation copy /a'],
  ],
  [
    {
      webhooks: { paid: { post: {} } },
      'x-page': { kind: 'webhook', path: 'paid', method: 'post' },
    },
    ['webhook post paid'],
  ],
  [{ 'x-page': { kind: 'schema', name: 'Book' } }, ['schema Book']],
  [{ 'x-page': { kind: 'info' } }, ['info ']],
])('subjects of %j', (slice, subjects) => {
  expect(subjectsOf(slice as SliceDocument)).toEqual(subjects);
});
