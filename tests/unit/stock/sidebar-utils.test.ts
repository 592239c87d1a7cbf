import { expect, it } from 'vitest';
import { versionCrumb, versionSelector } from '../../../src/stock/sidebar-utils.ts';

it('versionSelector is a menu of links, with texts as data', () => {
  const html = versionSelector([
    { version: '2', label: 'v2', baseUrl: '/shop/' },
    { version: '1', label: '<i>v1</i>', baseUrl: '/old/"' },
  ]);
  expect(Array.from(html.matchAll(/<a class="dropdown__link".*?<\/a>/g), ([link]) => link)).toEqual(
    [
      '<a class="dropdown__link" href="/shop/">v2</a>',
      '<a class="dropdown__link" href="/old/&quot;">&lt;i&gt;v1&lt;/i&gt;</a>',
    ],
  );
});

it('versionCrumb shows a label', () => {
  expect(versionCrumb('v2 & more')).toContain(
    '<span class="breadcrumbs__link">v2 &amp; more</span>',
  );
});
