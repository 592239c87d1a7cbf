import { describe, expect, it } from 'vitest';
import { highlight } from '../../../../src/model/samples/highlight.ts';

describe('highlight', () => {
  it.each<[language: string, code: string, html: string]>([
    [
      'json',
      '{"a": [1, true, null, "<"]}',
      '{<span class=a>"a"</span>: [<span class=n>1</span>, <span class=l>true</span>, <span class=l>null</span>, <span class=s>"&lt;"</span>]}',
    ],
    ['bash', "curl 'a' # b", "curl <span class=s>'a'</span> <span class=c># b</span>"],
    ['shell', "curl 'a'", "curl <span class=s>'a'</span>"],
    ['python', 'import a', '<span class=k>import</span> a'],
    ['javascript', 'await f(1)', '<span class=k>await</span> f(<span class=n>1</span>)'],
    ['go', 'func main() { nil }', '<span class=k>func</span> main() { <span class=l>nil</span> }'],
    [
      'xml',
      '<a b="c"/>',
      '&lt;<span class=k>a</span> <span class=a>b</span>=<span class=s>"c"</span>/&gt;',
    ],
    ['text', '<b>&', '&lt;b&gt;&amp;'],
    ['__proto__', '<b>', '&lt;b&gt;'],
  ])('%s: %s', (language, code, html) => {
    expect(highlight(code, language)).toBe(html);
  });

  it('leaves long code without colours', () => {
    const code = `[${'1,'.repeat(100_001)}1]`;
    expect(highlight(code, 'json')).toBe(code);
  });

  it.each(['json', 'bash', 'python', 'javascript', 'go', 'xml', 'http'])(
    'keeps the text of hostile %s',
    (language) => {
      const code = '"\'`<script>alert(1)</script>\\ $x &amp; \u{1f600}\n'.repeat(50);
      const text = highlight(code, language)
        .replace(/<\/?span[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
      expect(text).toBe(code);
    },
  );
});
