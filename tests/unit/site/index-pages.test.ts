import { describe, expect, it } from 'vitest';
import { cardsOf } from '../../../src/client/app/api-cards.ts';
import type { SiteApi } from '../../../src/client/app/site-data.ts';
import { indexPages } from '../../../src/site/index-pages.ts';
import type { LoadedDocs } from '../../../src/site/published.ts';

const CONTEXT = { baseUrl: '/docs/', siteConfig: { trailingSlash: true } } as Parameters<
  typeof indexPages
>[2];

const doc = (path: string, frontMatter = {}) => ({
  id: path,
  permalink: `/docs/${path}/`,
  title: `Title of ${path}`,
  description: `About ${path}`,
  frontMatter,
});

function versionOf(...docs: ReturnType<typeof doc>[]): LoadedDocs {
  const items = docs.map(({ id }) => ({ type: 'doc', id }));
  const [first, ...rest] = items;
  const sidebars = { guides: [first, { type: 'category', label: 'More', items: rest }] };
  return { id: 'default', version: { isLast: true, docs, sidebars } } as unknown as LoadedDocs;
}

const api = (base: string) => ({ base }) as SiteApi;

describe('the list of guides', () => {
  it('has them in the order and under the headings of the sidebar', () => {
    const version = versionOf(doc('guides/start'), doc('guides/shop/pages'), doc('other'));
    expect(indexPages([version], [], CONTEXT)).toEqual([
      {
        path: '/docs/guides/',
        component: '@theme/IndexPage',
        exact: true,
        props: {
          kind: 'guides',
          groups: [
            {
              entries: [
                {
                  href: '/docs/guides/start/',
                  title: 'Title of guides/start',
                  description: 'About guides/start',
                },
              ],
            },
            {
              name: 'More',
              entries: [
                {
                  href: '/docs/guides/shop/pages/',
                  title: 'Title of guides/shop/pages',
                  description: 'About guides/shop/pages',
                },
              ],
            },
          ],
        },
      },
    ]);
  });

  it.each([
    ['without guides', [doc('other')]],
    ['where the site has a page of its own', [doc('guides'), doc('guides/start')]],
    ['of pages of the reference', [doc('guides/shop', { slice: 'shop.info.json' })]],
  ])('is not there %s', (_, docs) => {
    expect(indexPages([versionOf(...docs)], [], CONTEXT)).toEqual([]);
  });
});

it.each([
  ['several in one folder', ['reference/a', 'reference/b'], ['/docs/reference/']],
  ['a single one: its introduction is the first page', ['reference/a'], []],
  ['several in several folders', ['reference/a', 'internal/b'], []],
  ['several at the root', ['a', 'b'], []],
])('the list of APIs, of %s', (_, bases, expected) => {
  expect(indexPages([], bases.map(api), CONTEXT).map(({ path }) => path)).toEqual(expected);
});

it('a long list of APIs has several pages', () => {
  const apis = Array.from({ length: 401 }, (_, at) => api(`reference/api-${at}`));
  expect(indexPages([], apis, CONTEXT).map(({ path, props }) => [path, props?.part])).toEqual([
    ['/docs/reference/', 1],
    ['/docs/reference/page/2/', 2],
    ['/docs/reference/page/3/', 3],
  ]);
});

it('each API is on one of them, in groups that are not mixed', () => {
  const apis = Array.from({ length: 401 }, (_, at) => ({
    ...api(`reference/api-${at}`),
    group: `Group ${at % 3}`,
  }));
  const pages = [1, 2, 3].map((part) => cardsOf(apis, part));
  expect(pages.map(({ length }) => length)).toEqual([200, 200, 1]);
  expect(new Set(pages.flat()).size).toBe(401);
  const groups = pages.flat().map(({ group }) => group);
  expect(groups).toEqual(groups.toSorted());
});
