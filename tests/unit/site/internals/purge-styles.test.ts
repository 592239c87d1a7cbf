import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkPurged, purge } from '../../../../src/site/internals/purge-styles.ts';
import { ROOT } from '../../../support/site.ts';

const site = fs.mkdtempSync(path.join(os.tmpdir(), 'purge-'));
afterAll(() => fs.rmSync(site, { recursive: true }));
fs.mkdirSync(path.join(site, 'docs/guides/deep'), { recursive: true });
fs.mkdirSync(path.join(site, 'docs/reference/api'), { recursive: true });
fs.mkdirSync(path.join(site, 'src/theme'), { recursive: true });
fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(site, 'node_modules'));
fs.writeFileSync(path.join(site, 'docs/guides/deep/a.mdx'), '<div className="col col--6" />');
fs.writeFileSync(path.join(site, 'docs/reference/api/a.mdx'), 'pills');
fs.writeFileSync(path.join(site, 'src/theme/A.tsx'), `<p className={clsx('hero')} />`);
fs.writeFileSync(path.join(site, 'docusaurus.config.ts'), `{ className: 'from-config' }`);

const SCRIPTS = [`e("div",{className:"navbar-sidebar"}),t({color:"var(--of-icon)"})`];

/** Each rule alone, so that its selector tells whether it stayed. */
const purged = (css: string): Promise<string> => purge(css, SCRIPTS, site);

describe('purge', () => {
  it.each([
    ['a class of the app', '.navbar-sidebar{top:0}'],
    ['a class of a guide', '.col--6{top:0}'],
    ['a class of our own', '.hero{top:0}'],
    ['a class of the configuration', '.from-config{top:0}'],
    ['a class of what the server alone draws', '.pagination-nav__link--next{top:0}'],
    ['a class of a CSS module', '.list_Az-9{top:0}'],
    ['elements that Markdown brings', 'blockquote>kbd,dl dt{top:0}'],
    ['an attribute', '[data-theme=dark] p{top:0}'],
    ['a pseudo-class alone', ':focus-visible{top:0}'],
    ['a pseudo-class in a list', '.hero:is(:target,[data-theme]){top:0}'],
    ['a pseudo-element alone', '::selection{top:0}'],
    ['a variable that a script names', ':root{--of-icon:red}'],
    ['a variable that a rule uses', ':root{--used:red}.hero{color:var(--used)}'],
  ])('keeps %s', async (_name, css) => {
    expect(await purged(css)).toBe(css);
  });

  it.each([
    ['a class that nothing uses', '.avatar--xl{top:0}'],
    ['a class that only a generated page has as a word', '.pills--block{top:0}'],
    ['a class that nothing uses, with a pseudo-class', '.avatar--xl:hover{top:0}'],
    ['a class of Infima that looks like one of a CSS module', '.pills__item{top:0}'],
    ['a variable that nothing uses', ':root{--unused:red}'],
    ['an animation that nothing uses', '@keyframes none{to{top:0}}'],
  ])('drops %s', async (_name, css) => {
    expect(await purged(css)).not.toMatch(/avatar|pills|unused|keyframes/);
  });
});

/** Every selector of a sheet, in order. */
function selectorsOf(css: string): string[] {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return Array.from(bare.matchAll(/([^{};]+)\{/g), ([, selector = '']) => selector.trim());
}

describe('our own sheets', () => {
  /** Classes that the app's scripts bring from Docusaurus. */
  const APP = ['"theme-code-block","alert","openapi-markdown__details"'];
  const own = fs
    .readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    // Those of the search and of problems in development come in ways of their own.
    .filter((file) => file.endsWith('.css') && !file.startsWith('client'));

  it.each(own)('%s stays whole', async (file) => {
    const css = fs.readFileSync(path.join(ROOT, 'src', file), 'utf8');
    const before = selectorsOf(css);
    expect(before.length).toBeGreaterThan(0);
    // The bundler has given classes of CSS modules names of their own by then.
    const named = file.endsWith('.module.css')
      ? css.replace(/\.([a-z]\w*)(?=[^{}]*\{)/gi, '.$1_abcd')
      : css;
    const after = selectorsOf(await purge(named, APP, ROOT));
    expect(after.map((selector) => selector.replaceAll('_abcd', ''))).toEqual(before);
  });
});

describe('the fuse', () => {
  fs.writeFileSync(path.join(site, 'src/theme/a.module.css'), '.list{top:0}.item{top:0}');
  const css = '.list_Az-9{top:0}.item_bX_1{top:0}.card{top:0}';

  it('lets what nothing uses go', async () => {
    expect(() => checkPurged(css, '.list_Az-9{top:0}.item_bX_1{top:0}')).not.toThrow();
  });

  it('blows where names of CSS modules have another form than is kept', async () => {
    const longer = css.replaceAll('_Az-9', '_Az-9876').replaceAll('_bX_1', '_bX_15432');
    const after = await purge(longer, SCRIPTS, site);
    expect(() => checkPurged(longer, after)).toThrow(
      '2 of 2 classes of CSS modules would be removed',
    );
  });

  it('blows where it knows none of them', () => {
    expect(() => checkPurged('.Az-9_list{top:0}', '')).toThrow('0 of 0 classes');
  });
});
