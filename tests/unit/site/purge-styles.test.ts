import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { purge } from '../../../src/site/purge-styles.ts';
import { ROOT } from '../../support/site.ts';

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
    ['a variable that a script names', ':root{--of-icon:red}'],
    ['a variable that a rule uses', ':root{--used:red}.hero{color:var(--used)}'],
  ])('keeps %s', async (_name, css) => {
    expect(await purged(css)).toBe(css);
  });

  it.each([
    ['a class that nothing uses', '.avatar--xl{top:0}'],
    ['a class that only a generated page has as a word', '.pills--block{top:0}'],
    ['a variable that nothing uses', ':root{--unused:red}'],
    ['an animation that nothing uses', '@keyframes none{to{top:0}}'],
  ])('drops %s', async (_name, css) => {
    expect(await purged(css)).not.toMatch(/avatar|pills|unused|keyframes/);
  });
});
