import { describe, expect, it } from 'vitest';
import { guideMarkdown } from '../../../src/markdown/guide.ts';

const options = {
  urlOf: (href: string) => `to:${href}`,
  embedOf: (name: string, href: string, isLine: boolean) =>
    name.startsWith('slice ') ? undefined : `${name} ${href}${isLine ? '' : '\n\n- field'}`,
};

const markdownOf = (html: string): string | undefined =>
  guideMarkdown(
    `<!doctype html><html><head><title>T</title></head><body><nav>Menu</nav><article><div class="theme-doc-markdown markdown">${html}</div></article><footer>End</footer></body></html>`,
    options,
  );

const EMBED = (name: string) =>
  `<div><div class="reference" data-part="${name}"><div><a href="/r/list/">List</a><p>As drawn</p></div></div></div>`;

describe('the twin of a guide', () => {
  it.each([
    [
      'only the text of the page',
      '<header><h1>Guide</h1></header><p>Text.</p>',
      '# Guide\n\nText.\n',
    ],
    [
      'no links to headings, controls, or breaks within names',
      '<h2>A<a class="hash-link" href="#a">#</a></h2><p>list\u200b_books<button>Copy</button><svg><title>x</title></svg></p>',
      '## A\n\nlist_books\n',
    ],
    [
      'links and images',
      '<p><a href="/a/#b">A</a> <img src="/i.png" alt="I"></p>',
      '[A](to:/a/#b) ![I](to:/i.png)\n',
    ],
    [
      'code with its language',
      '<div class="language-bash"><pre class="prism-code language-bash"><code><span>a `b`<br></span><span>c<br></span></code></pre></div>',
      '```bash\na `b`\nc\n```\n',
    ],
    [
      'admonitions as quotes',
      '<div class="theme-admonition theme-admonition-note"><div><span><svg></svg></span>note</div><div><p>Text.</p></div></div>',
      '> **note**\n>\n> Text.\n',
    ],
    [
      'parts of the reference',
      `<p>Before</p>${EMBED('operation.list')}<p>After</p>`,
      'Before\n\noperation.list /r/list/\n\n- field\n\nAfter\n',
    ],
    [
      'them within lists',
      `<ol><li><p>Then:</p>${EMBED('operation.list')}</li></ol>`,
      '1. Then:\n\n   operation.list /r/list/\n\n   - field\n',
    ],
    [
      'them as a line within tables',
      `<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>${EMBED('operation.list')}</td></tr></tbody></table>`,
      '| A                       |\n| ----------------------- |\n| operation.list /r/list/ |\n',
    ],
    [
      'them with bars in their names within tables',
      `<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>${EMBED('operation.a|b\\|c')}</td><td>d</td></tr></tbody></table>`,
      '| A                          | B |\n| -------------------------- | - |\n| operation.a\\|b\\|c /r/list/ | d |\n',
    ],
    ['others as they are drawn', EMBED('slice list'), '[List](to:/r/list/)\n\nAs drawn\n'],
    [
      'text that is no markup',
      '<p>&lt;b&gt; *a* [b](c) `d`</p>',
      '\\<b> \\*a\\* \\[b]\\(c) \\`d\\`\n',
    ],
    ['no element that only we write', '<ref-written>Text</ref-written>', 'Text\n'],
  ])('has %s', (_what, html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
  });

  it('is not there for other pages', () => {
    expect(guideMarkdown('<main><p>Text</p></main>', options)).toBeUndefined();
  });
});
