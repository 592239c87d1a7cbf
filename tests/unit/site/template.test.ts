import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { pageTemplate } from '../../../src/site/template.ts';

type Compiled = (data: object) => string;
/** What Docusaurus does with the template. */
const { compileSSGTemplate } = createRequire(import.meta.url)(
  '@docusaurus/core/lib/ssg/ssgTemplate.js',
) as { compileSSGTemplate: (template: string) => Promise<Compiled> };

const DATA = {
  htmlAttributes: 'lang="en"',
  metaAttributes: [],
  headTags: '<title>A page</title>',
  stylesheets: ['assets/css/styles.css'],
  scripts: ['assets/js/runtime.js', 'assets/js/main.js'],
  baseUrl: '/api/',
  bodyAttributes: '',
  preBodyTags: '',
  appHtml: '<p>Text</p>',
  postBodyTags: '',
};

async function render(loadApp: 'intent' | 'page'): Promise<string> {
  const template = await compileSSGTemplate(
    pageTemplate(
      { page: 'assets/reference/page.js', search: 'assets/reference/search.js', sources: [] },
      '/api/',
      loadApp,
    ),
  );
  return template(DATA);
}
const scripts = (html: string): string[] =>
  [...html.matchAll(/<script src="([^"]+)"/g)].map(([, src]) => src ?? '');

describe('pageTemplate', () => {
  it('names the scripts of the app for the page script to load', async () => {
    const html = await render('intent');
    expect(scripts(html)).toEqual(['/api/assets/reference/page.js']);
    expect(html).toContain('data-app="/api/assets/js/runtime.js /api/assets/js/main.js"');
    expect(html).toContain('data-search="/api/assets/reference/search.js"');
  });

  it('loads them with the page where the site wants it so', async () => {
    const html = await render('page');
    expect(scripts(html)).toEqual([
      '/api/assets/reference/page.js',
      '/api/assets/js/runtime.js',
      '/api/assets/js/main.js',
    ]);
    expect(html).not.toContain('data-app');
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
});
