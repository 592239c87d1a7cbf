import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { checkTemplate, pageTemplate } from '../../../../src/site/internals/page-template.ts';
import { scriptTags } from '../../../../src/site/page-tags.ts';
import { warningsOf } from './warnings.ts';

type Compiled = (data: object) => string;
/** What Docusaurus does with the template. */
const { compileSSGTemplate } = createRequire(import.meta.url)(
  '@docusaurus/core/lib/ssg/ssgTemplate.js',
) as { compileSSGTemplate: (template: string) => Promise<Compiled> };

const DATA = {
  htmlAttributes: 'lang="en"',
  metaAttributes: [],
  stylesheets: ['assets/css/styles.css'],
  scripts: ['assets/js/runtime.js', 'assets/js/main.js'],
  baseUrl: '/api/',
  bodyAttributes: '',
  preBodyTags: '<svg style="display: none;"><defs></defs></svg>',
  appHtml: '<p>Text</p>',
  postBodyTags: '',
};

interface Tag {
  readonly tagName: string;
  readonly innerHTML: string;
}
const { default: themeClassic } = createRequire(import.meta.url)(
  '@docusaurus/theme-classic/lib/index.js',
) as {
  default: (context: object, options: object) => { injectHtmlTags(): { preBodyTags: Tag[] } };
};

/** What Docusaurus' theme puts in front of the text. */
function themeTags(): string {
  const themeConfig = { colorMode: {}, prism: { additionalLanguages: [] } };
  const i18n = { currentLocale: 'en', localeConfigs: { en: { direction: 'ltr' } } };
  const siteStorage = { type: 'localStorage', namespace: '' };
  const { preBodyTags } = themeClassic(
    { siteConfig: { themeConfig }, i18n, siteStorage },
    {},
  ).injectHtmlTags();
  return preBodyTags
    .map(({ tagName, innerHTML }) => `<${tagName}>${innerHTML}</${tagName}>`)
    .join('');
}

/** The page's script, as Docusaurus writes what `injectHtmlTags` gives it. */
const { loadHtmlTags } = createRequire(import.meta.url)('@docusaurus/core/lib/server/htmlTags.js');
const { headTags: OWN } = loadHtmlTags({
  plugins: [
    {
      injectHtmlTags: () => ({
        headTags: scriptTags(
          {
            page: 'assets/reference/page.js',
            menu: 'assets/reference/menu.js',
            later: 'assets/reference/later.js',
            search: 'assets/reference/search.js',
            sources: [],
          },
          '/api/',
          true,
        ),
      }),
    },
  ],
  router: 'browser',
});

async function render(loadApp: 'intent' | 'page', data: object = {}): Promise<string> {
  const template = await compileSSGTemplate(pageTemplate('/api/', loadApp, true) ?? '');
  return template({ ...DATA, headTags: `${OWN}\n\n<title>A page</title>`, ...data });
}
const scripts = (html: string): string[] =>
  [...html.matchAll(/<script src="([^"]+)"/g)].map(([, src]) => src ?? '');

const warnings = warningsOf();

describe('pageTemplate', () => {
  it('names the scripts of the app for the page script to load', async () => {
    const html = await render('intent');
    expect(scripts(html)).toEqual(['/api/assets/reference/page.js']);
    expect(html).toContain(
      'data-app="/api/assets/reference/menu.js /api/assets/js/runtime.js /api/assets/js/main.js"',
    );
    expect(html).toContain('data-later="/api/assets/reference/later.js"');
    expect(html).toContain('data-search="/api/assets/reference/search.js"');
    expect(html).toContain(' defer></script>\n<noscript>');
  });

  it('leaves attributes of the page to itself, and colors to links', async () => {
    const preBodyTags = themeTags();
    expect(preBodyTags).toContain('docusaurus-data-');
    for (const loadApp of ['intent', 'page'] as const) {
      const html = await render(loadApp, { preBodyTags });
      expect(html).toContain('docusaurus-theme');
      expect(html).not.toContain('docusaurus-data-');
    }
  });

  it('loads them with the page where the site wants it so', async () => {
    const html = await render('page');
    expect(scripts(html)).toEqual([
      '/api/assets/reference/page.js',
      '/api/assets/reference/menu.js',
      '/api/assets/js/runtime.js',
      '/api/assets/js/main.js',
    ]);
    expect(html).not.toContain('data-app');
  });

  it('has no style attribute, which a Content-Security-Policy would have to allow', async () => {
    const html = await render('intent');
    expect(html).toContain('<svg display="none"><defs></defs></svg>');
    expect(html).not.toContain('style=');
  });

  it('has one style sheet, the text, and rules for pages of this site only', async () => {
    const html = await render('intent');
    expect(html.match(/rel="stylesheet"/g)).toHaveLength(1);
    expect(html).toContain('<div id="__docusaurus"><p>Text</p></div>');
    const rules = JSON.parse(
      /<script type="speculationrules">(.*?)<\/script>/.exec(html)?.[1] ?? '',
    );
    expect(Object.keys(rules)).toEqual(['prefetch', 'prerender']);
    for (const name of ['prefetch', 'prerender']) {
      expect(rules[name]).toMatchObject([
        { where: { and: [{ href_matches: '/api/*' }, {}, {}] }, eagerness: 'moderate' },
      ]);
    }
    expect(await render('page')).not.toContain('speculationrules');
  });

  it('loads the app with the page where the script of the page has another form', async () => {
    const html = await render('intent', { headTags: OWN.replace(' defer', ' defer=""') });
    expect(scripts(html)).toEqual([
      '/api/assets/reference/page.js',
      '/api/assets/reference/menu.js',
      '/api/assets/js/runtime.js',
      '/api/assets/js/main.js',
    ]);
  });

  it('has paths instead of addresses where nobody knows the origin of the site', async () => {
    const origin = 'https://unknown.invalid';
    const template = await compileSSGTemplate(pageTemplate('/api/', 'intent', true, origin) ?? '');
    const html = template({
      ...DATA,
      headTags: OWN,
      metaAttributes: [`<link rel="canonical" href="${origin}/api/a/"/>`],
      appHtml: `<script type="application/ld+json">{"url":"${origin}/api/a/"}</script>`,
    });
    expect(html).toContain('rel="canonical" href="/api/a/"');
    expect(html).toContain('{"url":"/api/a/"}');
  });

  it("is Docusaurus' own in a plain site", () => {
    vi.stubEnv('REFERENCE_LEVEL', '1');
    expect(pageTemplate('/api/', 'intent', true)).toBeUndefined();
    vi.unstubAllEnvs();
  });

  it('warns where pages were not written by it', async () => {
    const outDir = fs.mkdtempSync(path.join(os.tmpdir(), 'template-'));
    const page = path.join(outDir, '404.html');
    fs.writeFileSync(page, await render('intent'));
    checkTemplate(outDir);
    expect(warnings()).toEqual([]);
    fs.writeFileSync(page, await render('intent', { headTags: '' }));
    checkTemplate(outDir);
    expect(warnings()).toEqual([expect.stringMatching(/page-template: .*scripts of the app/)]);
    fs.rmSync(outDir, { recursive: true });
  });
});
