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
    base: `reference/${id}`,
    ...(group && { group }),
  }) as SiteApi;

const draw = (apis: readonly SiteApi[], level?: 'h3', part?: number): string =>
  renderToString(<HomeApis apis={apis} {...(level && { level })} part={part} />);

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
  const many = Array.from({ length: 200 }, (_, at) => api(`a${at}`, `Group ${at % 7}`));
  const html = draw(many);
  expect(html).toContain('data-filter=".ref-filtered"');
  const [, list = ''] = html.split('class="ref-filtered"');
  expect(list.match(/<section>/g)).toHaveLength(7);
  expect(list.match(/<li>/g)).toHaveLength(200);
  expect(draw(many.slice(0, 12))).not.toContain('data-filter');
});

it('has several pages if there are very many, which link to each other', () => {
  const many = Array.from({ length: 401 }, (_, at) => api(`a${at}`));
  const html = draw(many, undefined, 2);
  expect(html.match(/<li>/g)).toHaveLength(200);
  expect(html).toContain('The a200 API');
  const links = outline(html).slice(-3);
  expect(links).toEqual(['1–200', '201–400', '401–401']);
  expect(html).toMatch(/href="\/reference\/page\/3\/"/);
  expect(html).toMatch(
    /aria-current="page"[^>]*href="\/reference\/page\/2\/"|href="\/reference\/page\/2\/"[^>]*aria-current="page"/,
  );
});

it('begins with the first of very many elsewhere, and says where the others are', () => {
  const many = Array.from({ length: 401 }, (_, at) => api(`a${at}`));
  const html = draw(many);
  expect(html.match(/<li>/g)).toHaveLength(200);
  expect(outline(html).at(-1)).toBe('All 401 APIs');
  // Without a folder in common, there is no list elsewhere.
  const scattered = many.map((one, at) => ({ ...one, base: `f${at}/a` }));
  expect(draw(scattered).match(/<li>/g)).toHaveLength(401);
});
