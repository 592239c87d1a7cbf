import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { SiteApi } from '../../../src/client/app/site-data.ts';
import HomeApis from '../../../src/theme-site/Home/Apis/index.tsx';

const api = (id: string, group?: string) =>
  ({
    id,
    label: `The ${id} API`,
    href: `/${id}/`,
    version: '1',
    ...(group && { group }),
  }) as SiteApi;

const draw = (apis: readonly SiteApi[], level?: 'h3'): string =>
  renderToString(<HomeApis apis={apis} {...(level && { level })} />);

/** Headings and links, in their order. */
const outline = (html: string): string[] =>
  [...html.matchAll(/<h(\d)[^>]*>(.*?)<\/h|<a [^>]*>(.*?)<\/a>/g)].map(([, level, heading, link]) =>
    (level ? `${level} ${heading}` : `${link}`).replace(/<[^>]*>/g, ''),
  );

it('lists APIs by group, in the order of the site, those without one first', () => {
  const apis = [api('pay', 'Money'), api('books'), api('users', 'People'), api('tax', 'Money')];
  expect(outline(draw(apis))).toEqual([
    'The books API',
    '2 Money',
    'The pay API',
    'The tax API',
    '2 People',
    'The users API',
  ]);
  expect(outline(draw(apis, 'h3'))).toContain('3 Money');
});

it('has no headings without groups, and says if there is nothing', () => {
  expect(outline(draw([api('a'), api('b')]))).toEqual(['The a API', 'The b API']);
  expect(draw([])).toContain('Nothing has been generated yet.');
});

it('can be filtered if there are many: entries of lists, in sections', () => {
  const many = Array.from({ length: 300 }, (_, at) => api(`a${at}`, `Group ${at % 7}`));
  const html = draw(many);
  expect(html).toContain('data-filter=".ref-filtered"');
  const [, list = ''] = html.split('class="ref-filtered"');
  expect(list.match(/<section>/g)).toHaveLength(7);
  expect(list.match(/<li>/g)).toHaveLength(300);
  expect(draw(many.slice(0, 12))).not.toContain('data-filter');
});
