import { describe, expect, it } from 'vitest';
import {
  isShownAsWritten,
  markdownToHtml,
  markdownToText,
} from '../../../../src/model/description/markdown.ts';

describe('markdownToHtml', () => {
  it.each<[what: string, source: string, html: string]>([
    ['from the first level on', '### A', '<h2 id="section-a">A</h2>'],
    [
      'without a gap',
      '# A\n\n### B\n\n## C\n\n# D',
      '<h2 id="section-a">A</h2>\n<h3 id="section-b">B</h3>\n<h3 id="section-c">C</h3>\n<h2 id="section-d">D</h2>',
    ],
    [
      'with ids of their own',
      '# A *b*!\n\n# A b\n\n# 😀\n\n<h1 id="A">C</h1>\n\n<b id="A">d</b>',
      '<h2 id="section-a-b">A <em>b</em>!</h2>\n<h2 id="section-a-b-2">A b</h2>\n<h2 id="section-untitled">😀</h2>\n<h2 id="user-content-A">C</h2>\n<p><b>d</b></p>',
    ],
    [
      'as the targets of links',
      '[a](#B-C) [b](#bc) [c](#x)\n\n# b c',
      '<p><a href="#section-b-c">a</a> b c</p>\n<h2 id="section-b-c">b c</h2>',
    ],
    ['as words in a quote', '> # A', '<blockquote>\n<p><strong>A</strong></p>\n</blockquote>'],
  ])('headings of a page, %s', (_what, source, html) => {
    expect(markdownToHtml(source, 'outline')).toBe(html);
  });

  it.each<[what: string, source: string, html: string]>([
    ['nothing', '  \n', ''],
    ['plain text', "It's a user.", "<p>It's a user.</p>"],
    ['emphasis', 'a **b** _c_', '<p>a <strong>b</strong> <em>c</em></p>'],
    ['unknown tags', 'by <id> or <token>', '<p>by &#x3C;id> or &#x3C;token></p>'],
    [
      'elements that are words',
      'by <code>, <object> or <track> of <section>',
      '<p>by &#x3C;code>, &#x3C;object> or &#x3C;track> of &#x3C;section></p>',
    ],
    ['an element that begins a line', '<link> *a*', '<p>&#x3C;link> <em>a</em></p>'],
    ['elements with an end', '<code>a</code><br>b<p>c', '<p><code>a</code><br>b</p><p>c</p>'],
    ['elements with attributes', 'a<input disabled><source src="b">c', '<p>ac</p>'],
    ['unknown tags in code', '`<id>`', '<p><code>&#x3C;id></code></p>'],
    ['an unknown tag that begins a line', '<id>\n**b**', '<p>&#x3C;id>\n<strong>b</strong></p>'],
    ['a comparison', 'x <= 3 && y', '<p>x &#x3C;= 3 &#x26;&#x26; y</p>'],
    ['headings', '# A\n\n### *B*', '<p><strong>A</strong></p>\n<p><strong><em>B</em></strong></p>'],
    ['links', '[a](https://e.com)', '<p><a href="https://e.com" rel="noreferrer">a</a></p>'],
    ['links within the site', '[a](/b)', '<p><a href="/b">a</a></p>'],
    ['links that run code', '[a](javascript:alert)', '<p>a</p>'],
    ['links to data', '[a](data:text/html,b)', '<p>a</p>'],
    ['links to files', '[*a*](./b.md) ![c](d.png)', '<p><em>a</em> c</p>'],
    ['links to places that are not there', '[a](#b) <a href="?c">d [e](f)</a>', '<p>a d e</p>'],
    ['mail', 'a@b.example', '<p><a href="mailto:a@b.example">a@b.example</a></p>'],
    [
      'images',
      '![a](https://e.com/i.png)',
      '<p><img src="https://e.com/i.png" alt="a" loading="lazy"></p>',
    ],
    ['images of the document', '![a](i.png)', '<p>a</p>'],
    ['line breaks', 'a<br>b', '<p>a<br>b</p>'],
    ['struck text', '~~a~~', '<p><del>a</del></p>'],
    ['task lists', '- [x] a', '<ul>\n<li>☑ a</li>\n</ul>'],
    [
      'details',
      '<details open><summary>a</summary>b</details>',
      '<details open><summary>a</summary>b</details>',
    ],
    [
      'ids',
      '<b id="a">x</b> [y](#a)',
      '<p><b id="user-content-a">x</b> <a href="#user-content-a">y</a></p>',
    ],
    [
      'footnotes',
      'a[^1]\n\n[^1]: b',
      '<p>a<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref>1</a></sup></p>\n<section><hr>\n<ol>\n<li id="user-content-fn-1">\n<p>b <a href="#user-content-fnref-1" data-footnote-backref="" aria-label="↩">↩</a></p>\n</li>\n</ol>\n</section>',
    ],
    ['scripts', 'a <script>alert(1)</script>', '<p>a </p>'],
    [
      'handlers and styles',
      '<b onclick="x()" style="color:red" class="c">a</b>',
      '<p><b>a</b></p>',
    ],
    [
      'frames and forms',
      'a<iframe src="https://e.com"></iframe><form><button>b</button></form>',
      '<p>a</p>b<p></p>',
    ],
    ['titles', '<title>a</title>', '<p>&#x3C;title>a&#x3C;/title></p>'],
    ['comments', 'a <!-- b -->', '<p>a </p>'],
    ['control characters', 'a\0b\u202ec\u2066d', '<p>abcd</p>'],
  ])('%s', (_what, source, html) => {
    expect(markdownToHtml(source)).toBe(html);
  });

  it('draws tables', () => {
    expect(markdownToHtml('|a|\n|:-:|\n|1|')).toContain('<td align="center">1</td>');
  });

  it.each<[what: string, table: string, widths: string]>([
    ['by their texts', `|a|b|\n|-|-|\n|1|${'word '.repeat(9)}|`, 'fixed 16.7% 83.3%'],
    ['by their words', `|a|b|\n|-|-|\n|1|${'w'.repeat(14)}|`, 'fixed 25.0% 75.0%'],
    ['of one', '|a|\n|-|\n|1|', 'fixed 100.0%'],
    [
      'wider than a phone',
      `|a|b|c|\n|-|-|-|\n|1|${'w'.repeat(30)}|${'w'.repeat(30)}|`,
      'fixed fixed-wide 16.7% 41.7% 41.7%',
    ],
    ['of more than can be', `${'|a'.repeat(13)}\n${'|-'.repeat(13)}`, ''],
    ['that are grouped', '<table><tr><td colspan="2">a</td></tr><tr><td>b</td></tr></table>', ''],
    ['below a caption', '<table><caption>a</caption><tr><td>b</td></tr></table>', 'fixed 100.0%'],
  ])('widths of columns: %s', (_what, table, widths) => {
    const html = markdownToHtml(table);
    expect(html).toMatch(/^<div class="ref-scroll" tabindex="0"><table/);
    const found = html.matchAll(/ref-(fixed[-\w]*)|<col width="([\d.]+%)">/g);
    expect(Array.from(found, ([, name, width]) => name ?? width).join(' ')).toBe(widths);
  });

  it('gives the same for the same text', () => {
    expect(markdownToHtml('*a* b')).toBe(markdownToHtml('*a* b'));
  });

  it.each<[what: string, source: string]>([
    ['brackets', '['.repeat(100_000)],
    ['quotes', '> '.repeat(50_000)],
    ['quotes one after the other', '> a\n\n'.repeat(30_000)],
    ['items in items', '- '.repeat(10_000)],
    ['numbered items in items', '1. '.repeat(10_000)],
    ['items in quotes in items', '> - '.repeat(5_000)],
    ['deep lists, line by line', `${'- '.repeat(90)}a\n`.repeat(1_000)],
    ['links in links', '[a]('.repeat(25_000)],
    ['delimiters', '*a_ '.repeat(25_000)],
    ['elements', '<div>'.repeat(20_000)],
    ['lists', Array.from({ length: 400 }, (_, level) => `${' '.repeat(level * 2)}- a`).join('\n')],
    ['a wide and long table', `${'|a'.repeat(300)}\n${'|-'.repeat(300)}\n${'|a\n'.repeat(5_000)}`],
    ['spaces', `${' '.repeat(100_000)}*`],
    ['NUL', '\0*'.repeat(50_000)],
  ])(
    'ends soon for hostile %s',
    (_what, source) => {
      expect(markdownToHtml(source)).toBeTypeOf('string');
      expect(markdownToText(source)).toBeTypeOf('string');
    },
    10_000,
  );
});

describe('an admonition', () => {
  const note = (title: string, body: string, look = '') =>
    `<div role="note" class="ref-note${look && ` ref-note-${look}`}">\n<p><strong>${title}</strong></p>\n${body}\n</div>`;

  it.each<[what: string, source: string, html: string]>([
    ['by its name', ':::note\n*a*\n:::', note('Note', '<p><em>a</em></p>')],
    [
      'with a title',
      ':::warning[Be *quick*]\na\n:::',
      note('Be <em>quick</em>', '<p>a</p>', 'warning'),
    ],
    [
      'with a title behind a space',
      '::: tip Be [quick\na\n:::',
      note('Be [quick', '<p>a</p>', 'tip'),
    ],
    [
      'with a title as an attribute',
      ':::danger{title="Hot"}\na\n:::',
      note('Hot', '<p>a</p>', 'danger'),
    ],
    ['with another name', ':::see-also\n- a\n:::', note('See also', '<ul>\n<li>a</li>\n</ul>')],
    ['without an end', 'a\n:::info\nb', `<p>a</p>\n${note('Info', '<p>b</p>')}`],
    [
      'in another of more colons',
      '::::note\na\n:::tip\nb\n:::\nc\n::::\nd',
      `${note('Note', `<p>a</p>\n${note('Tip', '<p>b</p>', 'tip')}\n<p>c</p>`)}\n<p>d</p>`,
    ],
    [
      'in another of as many colons',
      ':::note\n:::tip\nb\n:::\nc\n:::\nd',
      `${note('Note', `${note('Tip', '<p>b</p>', 'tip')}\n<p>c</p>`)}\n<p>d</p>`,
    ],
    [
      'in a list',
      '- a\n\n  :::note\n  b\n  :::',
      `<ul>\n<li>\n<p>a</p>\n${note('Note', '<p>b</p>')}\n</li>\n</ul>`,
    ],
    [
      'in code',
      '```\n::: note A\n:::\n```',
      '<pre tabindex="0"><code>::: note A\n:::\n</code></pre>',
    ],
    [
      'no text with colons',
      'at 12:30 :a[b] ::c and `:::`',
      '<p>at 12:30 :a[b] ::c and <code>:::</code></p>',
    ],
    ['no leaf', 'a\n\n::b[c]{d}', '<p>a</p>\n<p>::b[c]{d}</p>'],
    [
      'with HTML in its title',
      ':::note[<script>alert(1)</script><id>]\na\n:::',
      note('&#x3C;id>', '<p>a</p>'),
    ],
    ['as an alert', '> [!NOTE]\n> a **b**', note('Note', '<p>a <strong>b</strong></p>')],
    [
      'as an alert of blocks',
      '> [!CAUTION]\n>\n> - a',
      note('Caution', '<ul>\n<li>a</li>\n</ul>', 'danger'),
    ],
    ['as an alert with a title', '> [!tip]+ Try it\n> a', note('Try it', '<p>a</p>', 'tip')],
    ['no quote', '> a [!NOTE]\n> b', '<blockquote>\n<p>a [!NOTE]\nb</p>\n</blockquote>'],
    [
      'no look of its own',
      '<div class="navbar ref-note" role="alert">a</div>',
      '<div class="ref-note">a</div>',
    ],
  ])('%s', (_what, source, html) => {
    expect(markdownToHtml(source)).toBe(html);
  });

  it.each<[what: string, source: string]>([
    ['many', ':::note\na\n:::\n\n'.repeat(10_000)],
    ['many in one another', `${':::note\n'.repeat(400)}${'a\n'.repeat(5_000)}`],
    ['with long titles', `::: note ${' '.repeat(100_000)}b\n`],
    ['with many colons', ':'.repeat(100_000)],
    ['with marks around it', `${'> - '.repeat(40)}:::note\na`],
    ['with marks before none', `${'1. '.repeat(30_000)}:`],
  ])(
    '%s ends soon',
    (_what, source) => {
      expect(markdownToHtml(source)).not.toBe('');
      expect(markdownToText(source)).not.toBe('');
    },
    10_000,
  );
});

describe('markdownToText', () => {
  it.each<[source: string, text: string]>([
    ['', ''],
    ['A user.', 'A user.'],
    ['A **bold**\n[link](https://e.com) to `code` <id>\n\nmore', 'A bold link to code <id>'],
    ['# Title\n\ntext', 'text'],
    ['# Title\n\n- item\n- other', 'Title'],
    ['- item **one**\n- item two', 'item one'],
    ['1. first\n\n   more\n\nAfter the list.', 'After the list.'],
    ['```\ncode\n```\n\n> quoted', 'quoted'],
    ['|a|b|\n|-|-|\n|c|d|', 'a'],
    ['```\ncode\n```', 'code'],
    [':::note\nBeware.\n:::\n\nAll ferries.', 'All ferries.'],
    ['See [this](#operation/getFerry) by <code> and <track>.', 'See this by <code> and <track>.'],
    ['<!-- note -->\n\ntext', 'text'],
    ['<script>alert(1)</script>\n\ntext', 'text'],
  ])('%j', (source, text) => {
    expect(markdownToText(source)).toBe(text);
  });
});

describe('a description that is made to cost time', () => {
  const fill = (fragment: string, length: number) =>
    fragment.repeat(Math.ceil(length / fragment.length)).slice(0, length);

  /** Each takes from ten seconds to hours where it is parsed. */
  it.each<[what: string, source: string]>([
    ['items in items without text', fill('- -\n', 190_000)],
    ['headings underlined with an item', fill('a\n-\n', 190_000)],
    ['underlined headings', fill('a\n===\n', 190_000)],
    ['a quote that goes on without marks', `> ${fill('a\n', 190_000)}`],
    ['the same with other line ends', `> ${fill('a\r', 190_000)}`],
    ['an item that goes on without indentation', `- ${fill('a\n', 190_000)}`],
    ['quotes', fill('> a\n\n', 190_000)],
    ['quotes in lists', fill('1. > a\n', 190_000)],
    ['levels', fill('- a\n  - b\n    - c\n', 190_000)],
    ['comments without an end', `x ${fill('<!--', 190_000)}`],
    ['instructions without an end', `x ${fill('<?', 190_000)}`],
    ['the same in many blocks', fill(`${fill('x <?', 600)}\n\n`, 190_000)],
    ['brackets in many blocks', fill(`${fill('[a]', 1_500)}\n\n`, 190_000)],
    ['rows without a table', fill('|a|\n', 190_000)],
    ['cells beyond the last column', `|a|\n|-|\n${fill('|a', 190_000)}`],
    ['footnotes', `${fill('[^1]', 3_000)}\n\n${fill('[^1]: a\n\n', 190_000)}`],
    ['elements without an end', fill('<b a=1><p>x', 190_000)],
  ])('%s is shown as written', (_what, source) => {
    expect(isShownAsWritten(source)).toBe(true);
    expect(markdownToHtml(source)).toMatch(/^<pre>/);
  });

  it.each<[what: string, source: string, length: number]>([
    ['addresses', 'a@b.', 50_000],
    ['letters before no address', 'a.', 190_000],
    ['names of hosts', 'www.a.', 190_000],
    ['links', 'http://a.', 190_000],
    ['closing tags', '</p>', 190_000],
    ['code', '`a``b', 50_000],
    ['spaces', ' ', 190_000],
    ['names of tags', '<a', 190_000],
    ['paragraphs', 'aa bb\n\n', 50_000],
    ['items', '- a\n', 15_000],
  ])('many %s come to an end', (_what, fragment, length) => {
    expect(markdownToHtml(`<div>a${fill(fragment, length)}b`)).not.toBe('');
    expect(markdownToHtml(`a${fill(fragment, length)}b`)).not.toBe('');
  });

  it.each<[what: string, source: string]>([
    ['a list of 1,000 items', fill('- One *item* of many, with `code`\n', 34_000)],
    ['300 items with a second line', fill('- One item\n  that goes on\n', 7_800)],
    ['a table of 400 rows', `|a|b|c|d|\n|-|-|-|-|\n${fill('|a_b|[c](d)|`e`|f|\n', 7_600)}`],
    ['50 footnotes', fill('Text[^1]\n\n[^1]: note\n\n', 1_200)],
    ['a quote of 200 lines', fill('> Lines of a quote\n', 3_800)],
    [
      'a manual',
      fill('## Heading\n\nText *with* **marks** and [links](a).\n\n- a\n- b\n\n', 100_000),
    ],
  ])('%s is not', (_what, source) => {
    expect(isShownAsWritten(source)).toBe(false);
  });
});
