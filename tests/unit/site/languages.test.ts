import { afterEach, describe, expect, it, vi } from 'vitest';
import { translateDocs, translateSidebar } from '../../../src/site/internals/sidebar-labels.ts';
import {
  currentLanguage,
  languages,
  translateBy,
  translateConfig,
} from '../../../src/site/languages.ts';
import { ROOT } from '../../support/site.ts';

describe('languages', () => {
  it('puts the first at the root of the site, and the others below their codes', () => {
    expect(languages(ROOT, ['en', 'de'], '/api/')).toEqual({
      defaultLocale: 'en',
      locales: ['en', 'de'],
      localeConfigs: { en: { baseUrl: '/api/' }, de: { baseUrl: '/api/de/' } },
    });
    expect(languages(ROOT, ['de'], '/')).toMatchObject({
      defaultLocale: 'de',
      localeConfigs: { de: { baseUrl: '/' } },
    });
  });

  it('says what to do about a language without a translation', () => {
    expect(() => languages(ROOT, ['en', 'xx'], '/')).toThrow('Copy the folder i18n/de to i18n/xx');
  });
});

describe('currentLanguage', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ['de', 'de'],
    ['en', 'en'],
    // As the development server has it, and a language that the site is not in.
    ['undefined', 'en'],
    ['fr', 'en'],
  ])('DOCUSAURUS_CURRENT_LOCALE=%s is %s', (told, expected) => {
    vi.stubEnv('DOCUSAURUS_CURRENT_LOCALE', told);
    expect(currentLanguage(['en', 'de'])).toBe(expected);
  });
});

describe('texts of the configuration', () => {
  const text = { id: 'site.tagline', message: 'Reference for {apis}' };

  it('are translated, with their values', () => {
    expect(translateConfig(ROOT, 'de')(text, { apis: 'Shop' })).toBe('Referenz: Shop');
    expect(translateConfig(ROOT, 'en')(text, { apis: '{apis}' })).toBe('Reference for {apis}');
  });
});

describe('labels of ours in what the docs plugin loads', () => {
  const translate = translateBy({ 'site.schemas': 'Schemata', 'ref.tag.webhooks': 'Rückrufe' });

  it('are translated; those of the document are not', () => {
    const items = [
      { type: 'category', key: 'shop/own:schemas', label: 'Schemas' },
      { type: 'category', key: 'shop/schemas-2', label: 'Schemas', link: { type: 'doc' } },
      {
        type: 'category',
        key: 'shop/Group',
        label: 'Webhooks',
        items: [{ type: 'category', key: 'shop/Group/own:webhooks', label: 'Webhooks' }],
      },
    ];
    const translated = translateSidebar(items, translate);
    expect(translated.map(({ label }) => label)).toEqual(['Schemata', 'Schemas', 'Webhooks']);
    expect(translated[2]?.items?.map(({ label }) => label)).toEqual(['Rückrufe']);
  });

  it('stand in the front matter, and in links from the pages around', () => {
    const info = {
      id: 'info',
      permalink: '/shop/',
      frontMatter: { sidebar_label: 'Introduction' },
    };
    const link = { title: 'Introduction', permalink: '/shop/' };
    const other = { id: 'list', permalink: '/shop/list/', frontMatter: {}, previous: link };
    const [first, second] = translateDocs([info, other], new Map([['info', 'Einführung']]));
    expect(first?.frontMatter).toEqual({ sidebar_label: 'Einführung' });
    expect(second).toMatchObject({ frontMatter: {}, previous: { title: 'Einführung' } });
  });
});
