import { describe, expect, it } from 'vitest';
import {
  guideData,
  referenceData,
  scriptOf,
  siteData,
} from '../../../../src/model/page/structured-data.ts';
import type { Info } from '../../../../src/openapi/types.ts';

const API = { name: 'Shop', url: 'https://docs.example/reference/shop/' };
const PAGE = { title: 'List books', description: 'All.', url: `${API.url}list-books/` };
const CRUMBS = [API, { name: 'List books', url: PAGE.url }];

/** What is said of an API on its info page. */
function aboutApi(info: Record<string, unknown>, url?: string): unknown {
  const facts = {
    info: { title: 'Shop', version: '1', ...info } as unknown as Info,
    ...(url && { externalDocs: { url } }),
  };
  const data = referenceData({ title: 'Shop', url: API.url }, API, [API], facts);
  // As it is written: what is undefined is not there.
  return JSON.parse(JSON.stringify((data['@graph'] as { about: unknown }[])[0]?.about));
}
const BARE = { '@type': 'WebAPI', name: 'Shop', documentation: [API.url] };

describe('a page of the reference', () => {
  it('is part of that of its API, at the end of the way to it', () => {
    expect(referenceData(PAGE, API, CRUMBS)).toEqual({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'APIReference',
          headline: 'List books',
          description: 'All.',
          url: PAGE.url,
          isPartOf: { '@type': 'APIReference', ...API },
        },
        {
          '@type': 'BreadcrumbList',
          itemListElement: [
            { '@type': 'ListItem', position: 1, name: 'Shop', item: API.url },
            { '@type': 'ListItem', position: 2, name: 'List books', item: PAGE.url },
          ],
        },
      ],
    });
  });
});

describe('an API', () => {
  it.each<[string, Record<string, unknown>, object]>([
    ['with nothing else', {}, {}],
    [
      'with terms and contact',
      {
        termsOfService: 'https://shop.example/terms',
        contact: { name: 'Us', url: 'https://shop.example', email: 'us@shop.example' },
      },
      {
        termsOfService: 'https://shop.example/terms',
        provider: {
          '@type': 'Organization',
          name: 'Us',
          url: 'https://shop.example',
          email: 'us@shop.example',
        },
      },
    ],
    ['without addresses that are relative', { termsOfService: '/terms' }, {}],
    ['without addresses that run', { contact: { url: 'javascript:alert(1)' } }, {}],
    ['with parts of a wrong type', { contact: 'us', termsOfService: 7, title: ['x'] }, {}],
    ['with an empty contact', { contact: { name: ' ' } }, {}],
    ['with no contact', { contact: null }, {}],
  ])('%s', (_name, info, more) => {
    expect(aboutApi(info)).toEqual({ ...BARE, ...more });
  });

  it('with more documentation', () => {
    expect(aboutApi({}, 'https://shop.example/handbook')).toEqual({
      ...BARE,
      documentation: [API.url, 'https://shop.example/handbook'],
    });
  });
});

it('a guide is part of the site', () => {
  const site = { name: 'Docs', url: 'https://docs.example/' };
  expect(guideData(PAGE, site)).toMatchObject({
    '@type': 'TechArticle',
    isPartOf: { '@type': 'WebSite', ...site },
  });
  expect(siteData({ title: 'Docs', url: site.url })).toEqual({
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    ...site,
  });
});

it.each(['</script><script>alert(1)</script>', '<!--<script>', '\u2028"\\', '&lt;'])(
  '%j stays data',
  (title) => {
    const script = scriptOf(guideData({ ...PAGE, title }, API));
    expect(script).not.toContain('<');
    expect(JSON.parse(script).headline).toBe(title);
  },
);
