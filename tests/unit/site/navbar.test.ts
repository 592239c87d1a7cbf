import { expect, test } from 'vitest';
import { folderOf } from '../../../src/address/address.ts';
import type { SiteApi } from '../../../src/client/app/site-data.ts';
import { apiItems, apiLinks } from '../../../src/site/navbar.ts';

const api = (id: string, main?: true) =>
  ({
    id,
    label: `The ${id} API`,
    base: `reference/${id}`,
    href: `/reference/${id}/`,
    ...(main && { main }),
  }) as SiteApi;
const many = Array.from({ length: 30 }, (_, at) => api(`a${at}`));

test('a few APIs stand side by side, the main one as the reference', () => {
  expect(apiItems([api('shop', true), api('more')])).toEqual([
    {
      to: '/reference/shop/',
      activeBasePath: '/reference/shop/',
      label: 'Reference',
      position: 'left',
    },
    {
      to: '/reference/more/',
      activeBasePath: '/reference/more/',
      label: 'The more API',
      position: 'left',
    },
  ]);
});

test('many are in a menu', () => {
  const items = apiItems(many);
  expect(items).toMatchObject([{ type: 'dropdown', label: 'APIs', position: 'left' }]);
  expect(items[0]?.items).toHaveLength(30);
  expect(items[0]?.items).toContainEqual({
    to: '/reference/a7/',
    activeBasePath: '/reference/a7/',
    label: 'The a7 API',
  });
});

test('the main one of many stands beside the menu', () => {
  const items = apiItems([...many, api('shop', true)]);
  expect(items.map(({ label }) => label)).toEqual(['Reference', 'APIs']);
  expect(items[1]?.items).toHaveLength(30);
});

test('more than a menu can show are on a page of their own, which every page links to', () => {
  const hundreds = Array.from({ length: 300 }, (_, at) => api(`a${at}`));
  const items = apiItems([...hundreds, api('shop', true)]);
  expect(items).toEqual([
    expect.objectContaining({ label: 'Reference' }),
    { to: '/reference/', activeBaseRegex: '/reference/?$', label: 'APIs', position: 'left' },
  ]);
  const [item] = apiItems(hundreds.map((one) => ({ ...one, ending: '' as const })));
  expect(item?.to).toBe('/reference');
});

test('the home page lists them if they have no folder in common, whose page would', () => {
  const hundreds = Array.from({ length: 300 }, (_, at) => ({ ...api(`a${at}`), base: `f${at}/a` }));
  expect(folderOf(hundreds)).toBe('');
  const item = { activeBaseRegex: '^$', label: 'APIs', position: 'left' };
  expect(apiItems(hundreds)).toEqual([{ ...item, to: '/' }]);
  expect(apiItems([...hundreds, api('shop', true)])[1]).toEqual({ ...item, to: '/#more' });
});

test('pages that are about no API name a few, or their list', () => {
  expect(apiLinks([api('shop'), { ...api('showcase'), about: true }])).toEqual([
    { href: '/reference/shop/', label: 'The shop API' },
  ]);
  expect(apiLinks([{ ...api('showcase'), about: true }])).toHaveLength(1);
  expect(apiLinks(many)).toEqual([{ href: '/reference/' }]);
});
