import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  bringsNothing,
  pageCode,
  piecesOf,
  policyOf,
  policyText,
  withPolicy,
} from '../../../src/site/policy.ts';
import { MAX_SCRIPTS, writePolicy } from '../../../src/site/policy-files.ts';

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const nothing = { scripts: new Map(), styles: new Map(), hasStyleAttributes: false };

describe('pageCode', () => {
  const SCRIPT = 'if (1 < 2 && "</p>") run("&amp;");\n';
  it.each<[what: string, html: string, scripts: string[], styles: string[]]>([
    ['an inline script, to the letter', `<script>${SCRIPT}</script>`, [hash(SCRIPT)], []],
    ['one of another type', `<script type="module">${SCRIPT}</script>`, [hash(SCRIPT)], []],
    ['rules for speculation', '<script type="speculationrules">{}</script>', [hash('{}')], []],
    ['line ends, as browsers read them', '<script>a\r\nb\rc</script>', [hash('a\nb\nc')], []],
    ['no data', '<script type="application/ld+json">{"a":1}</script>', [], []],
    ['no data in capitals', '<script type=" Application/JSON ">{"a":1}</script>', [], []],
    [
      'no file of the site',
      '<script src="/assets/a.js"></script><script src="b.js"></script>',
      [],
      [],
    ],
    [
      'the host of another file',
      '<script async src="https://stats.example/js/a.js?b"></script><script src="//cdn.example:8/c.js"></script>',
      ['https://stats.example', 'https://cdn.example:8'],
      [],
    ],
    [
      'no script in an attribute, a comment, a text or a title',
      '<a title="<script>a</script>">x</a><!-- <script>b</script> --><p>&lt;script&gt;c&lt;/script&gt;</p><title><script>d</script></title>',
      [],
      [],
    ],
    [
      'styles, those without scripts too',
      '<style>a{}</style><noscript><style>b{}</style></noscript>',
      [],
      [hash('a{}'), hash('b{}')],
    ],
  ])('%s', (_what, html, scripts, styles) => {
    const code = pageCode(`<!DOCTYPE html><html><head>${html}</head></html>`);
    expect([...code.scripts.keys()]).toEqual(scripts);
    expect([...code.styles.keys()]).toEqual(styles);
    expect(code.hasStyleAttributes).toBe(false);
  });

  it('style attributes', () => {
    expect(pageCode('<p style="color:red">').hasStyleAttributes).toBe(true);
    expect(pageCode('<p title="style=">style="a"').hasStyleAttributes).toBe(false);
  });
});

describe('bringsNothing', () => {
  const first = '<script>run()</script><style>a{}</style><p>style</p>';
  const data = '<script type="application/ld+json">{"a":1}</script>';
  const known = new Set(piecesOf(first + data));

  it.each([
    [first, true],
    [`<p>more</p>${first}${data}${first}`, true],
    ['<p>none</p>', true],
    ['<script>run(1)</script>', false],
    ['<SCRIPT>run()</SCRIPT>', false],
    ['<script src="https://a.example/"></script>', false],
    ['<style>b{}</style>', false],
    ['<p title="<script>"><script>run()</script>', false],
    ['<p title="<script>run()</script><script>"></p><script>x()</script>', false],
    [`<script>run()</script><script>x()`, false],
    ['<script type="application/ld+json"><script>x()</script>', false],
    [`<p title='<script type="application/ld+json">'><script>x()</script>`, false],
    ['<p style="color:red">', false],
    ['<p title="a"style=color:red>', false],
  ])('%s: %s', (html, expected) => {
    expect(bringsNothing(html, known)).toBe(expected);
  });
});

describe('policyOf', () => {
  const text = (...args: Parameters<typeof policyOf>): string => policyText(policyOf(...args));

  it('allows what the site needs, and what is in its pages by hash', () => {
    const code = {
      ...nothing,
      scripts: new Map([
        ["'sha256-b'", ''],
        ["'sha256-a'", ''],
      ]),
    };
    expect(text(code, 'https://docs.example.com')).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-a' 'sha256-b'; style-src 'self'; img-src 'self' data: blob: https:; font-src 'self'; connect-src 'self' https: http://localhost:* http://127.0.0.1:*; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it('allows style attributes where pages have some, and nothing else by them', () => {
    const styled = text({ ...nothing, hasStyleAttributes: true }, 'https://docs.example.com');
    expect(styled).toContain("style-src 'self';");
    expect(styled).toContain("style-src-attr 'unsafe-inline'");
    expect(text(nothing, 'https://docs.example.com')).not.toContain('unsafe-inline');
  });

  it('adds no hash where a site allows everything, which would take that back', () => {
    const code = { ...nothing, styles: new Map([["'sha256-a'", '']]), hasStyleAttributes: true };
    const directives = { 'style-src': "'self' 'unsafe-inline'" };
    const policy = text(code, 'https://docs.example.com', { directives });
    expect(policy).toContain("style-src 'self' 'unsafe-inline';");
    expect(policy).not.toMatch(/sha256|style-src-attr/);
  });

  it('lets a site without encryption ask APIs without it', () => {
    expect(text(nothing, 'http://docs.internal')).toContain("connect-src 'self' https: http:;");
  });

  it('takes directives of the site, and keeps the hashes', () => {
    const code = { ...nothing, scripts: new Map([["'sha256-a'", '']]) };
    const directives = {
      'connect-src': "'self' https://api.example.com",
      'script-src': "'self'",
      'frame-src': 'https://video.example',
    };
    const policy = text(code, 'https://docs.example.com', { directives });
    expect(policy).toContain("connect-src 'self' https://api.example.com;");
    expect(policy).toContain("script-src 'self' 'sha256-a';");
    expect(policy).toContain('; frame-src https://video.example');
  });
});

it('a page carries the policy before its first script, without what headers alone can say', () => {
  const policy = policyOf(nothing, 'https://docs.example.com');
  const html = '<!DOCTYPE html><html><head>\n<meta charset="UTF-8"><title>A</title></head></html>';
  const result = withPolicy(html, policy);
  expect(result).toContain(
    `<meta charset="UTF-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; `,
  );
  expect(result).not.toContain('frame-ancestors');
  expect(result.replace(/<meta http-equiv[^>]*>/, '')).toBe(html);
});

describe('writePolicy', () => {
  let root: string;
  beforeEach(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-'));
  });
  afterEach(() => fs.rmSync(root, { recursive: true }));

  const write = (file: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  };
  const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
  const script = (text: string): string => `<script>${text}</script>`;

  /** Of a site below `/api/`, in English and German. */
  function build(language: 'en' | 'de', options: Parameters<typeof writePolicy>[2] = {}): void {
    const localeConfigs = { en: { baseUrl: '/api/' }, de: { baseUrl: '/api/de/' } };
    const context = {
      siteDir: root,
      siteConfig: { url: 'https://docs.example.com', ...localeConfigs[language] },
      i18n: { defaultLocale: 'en', currentLocale: language, localeConfigs },
    } as unknown as LoadContext;
    const outDir = path.join(root, language === 'en' ? 'build' : 'build/de');
    writePolicy(context, outDir, options, new Set(['reference/shop/a', 'reference/shop/b']));
  }

  it('writes one policy for all languages, and headers for hosts that read them', () => {
    write('build/index.html', script('one'));
    write('build/reference/shop/a/index.html', script('one'));
    build('en');
    write('build/de/index.html', script('two'));
    build('de');
    const policy = read('build/csp.txt');
    expect(policy.match(/'sha256-[^']+'/g)).toEqual([hash('one'), hash('two')]);
    expect(policy.endsWith("frame-ancestors 'none'\n")).toBe(true);
    expect(read('build/_headers')).toBe(`/api/*
  Content-Security-Policy: ${policy.trim()}
  X-Content-Type-Options: nosniff
/api/.well-known/api-catalog
  Content-Type: application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"
/api/assets/*
  Cache-Control: public, max-age=31536000, immutable
/api/de/assets/*
  Cache-Control: public, max-age=31536000, immutable
`);
    expect(fs.existsSync(path.join(root, 'build/de/csp.txt'))).toBe(false);
    // A build of all that is there forgets what was.
    build('en');
    expect(read('build/csp.txt')).not.toContain(hash('two'));
  });

  it("leaves the site's own headers alone", () => {
    write('build/index.html', script('one'));
    write('static/_headers', '/*\n');
    build('en');
    expect(fs.existsSync(path.join(root, 'build/_headers'))).toBe(false);
  });

  it('puts the policy into every page of a language', () => {
    for (const page of ['build/index.html', 'build/reference/shop/a/index.html', 'build/de/x.html'])
      write(page, `<head><meta charset="UTF-8">${script('one')}</head>`);
    build('en', { inPages: true });
    expect(read('build/index.html')).toContain(hash('one'));
    expect(read('build/reference/shop/a/index.html')).toContain('http-equiv');
    expect(read('build/de/x.html')).not.toContain('http-equiv');
    build('de', { inPages: true });
    expect(read('build/de/x.html').match(/http-equiv/g)).toHaveLength(1);
  });

  it('never allows what stands on pages of the reference alone', () => {
    write('build/index.html', script('one'));
    write('build/reference/shop/a/index.html', script('one') + script('alert(1)'));
    expect(() => build('en')).toThrow(
      /^reference\/shop\/a\/index\.html has a script that no page outside of the reference has: alert\(1\)\n/,
    );
    write('build/reference/shop/a/index.html', '<script src="https://evil.example/a.js"></script>');
    expect(() => build('en')).toThrow('https://evil.example/a.js');
  });

  it.each([
    ['in a comment', '<!-- <script>alert(1)</script> -->'],
    ['in an attribute', '<p title="<script>alert(1)</script>">'],
  ])('is not misled by what an earlier page of the reference has %s', (_, harmless) => {
    write('build/index.html', script('one'));
    write('build/reference/shop/a/index.html', `${script('one')}<p style="">${harmless}`);
    build('en');
    write('build/reference/shop/b/index.html', script('alert(1)'));
    expect(() => build('en')).toThrow(/^reference\/shop\/b\/index\.html has a script/);
  });

  it('names the pages of too many scripts', () => {
    for (let index = 0; index < MAX_SCRIPTS; index++)
      write(`build/guides/${index}.html`, script(`run(${index})`));
    build('en');
    write('build/guides/more.html', script('more()'));
    expect(() => build('en')).toThrow(
      /^The pages have 9 different inline scripts .*at most 8\.\n {2}guides\/0\.html: run\(0\)[\s\S]*guides\/more\.html: more\(\)\nMove scripts to files/,
    );
  });
});
