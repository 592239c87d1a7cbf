import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  addNames,
  replaceableSheet,
  usedStyles,
  writePageStyles,
} from '../../../../src/site/internals/page-styles.ts';
import { usedMemory } from '../../../support/memory.ts';
import { warningsOf } from './warnings.ts';

const warnings = warningsOf();
const folders: string[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true });
});

const WHOLE = '/site/assets/css/styles.1a2b.css';
const CSS = '.menu{top:0}.table{top:1px}.alert{top:2px}';
const page = (body: string, head = ''): string =>
  `<head><link rel="stylesheet" href="${WHOLE}" />${head}<script src="/site/p.js" data-app="/site/main.js" defer></script></head><body>${body}</body>`;

function built(pages: Readonly<Record<string, string>>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'page-styles-'));
  folders.push(folder);
  const files = { 'assets/css/styles.1a2b.css': CSS, ...pages };
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  return folder;
}

const write = (outDir: string, pages: Readonly<Record<string, string>>, scripts: string[] = []) =>
  writePageStyles({ outDir, baseUrl: '/site/' }, Object.keys(pages), scripts);

describe('writePageStyles', () => {
  it('gives all pages one sheet with the rules that one of them uses', async () => {
    const pages = {
      'a.html': page('<p class="menu">'),
      'b.html': page('<p>'),
    };
    const outDir = built(pages);
    await write(outDir, pages, ['e.className="alert"']);
    const [own] = fs.readdirSync(path.join(outDir, 'assets/css'));
    expect(own).toMatch(/^reference\.[0-9a-f]{8}\.css$/);
    const css = fs.readFileSync(path.join(outDir, 'assets/css', own ?? ''), 'utf8');
    expect(css).toBe('.menu{top:0}.alert{top:2px}');
    for (const [file, before] of Object.entries(pages)) {
      const html = before
        .replace(`href="${WHOLE}"`, `href="/site/assets/css/${own}"`)
        .replace('data-app="', `data-app="${WHOLE} `);
      expect(fs.readFileSync(path.join(outDir, file), 'utf8')).toBe(html);
    }
    expect(warnings()).toEqual([]);
  });

  it('leaves a page with other scripts as it is', async () => {
    const other = page('<p class="table">', '<script async src="/site/banner.js"></script>');
    const pages = { 'a.html': page('<p>'), 'b.html': other };
    const outDir = built(pages);
    await write(outDir, pages);
    expect(fs.readFileSync(path.join(outDir, 'b.html'), 'utf8')).toBe(other);
    expect(fs.readFileSync(path.join(outDir, 'a.html'), 'utf8')).toContain('reference.');
  });

  it('warns if no page has the form that it expects, and changes none', async () => {
    const pages = { 'a.html': '<link href="x.css" rel="stylesheet">' };
    const outDir = built(pages);
    await write(outDir, pages);
    expect(warnings()).toEqual([
      expect.stringContaining('page-styles: no page has one style sheet and one script.'),
    ]);
    expect(fs.readFileSync(path.join(outDir, 'a.html'), 'utf8')).toBe(pages['a.html']);
  });

  it('does nothing in a plain site', async () => {
    vi.stubEnv('REFERENCE_LEVEL', '1');
    const pages = { 'a.html': page('<p>') };
    const outDir = built(pages);
    await write(outDir, pages);
    expect(fs.readdirSync(path.join(outDir, 'assets/css'))).toEqual(['styles.1a2b.css']);
  });
});

describe('replaceableSheet', () => {
  it.each([
    ['the only sheet', page(''), WHOLE],
    ['none, with a second sheet', page('', '<link rel="stylesheet" href="/b.css" />'), undefined],
    ['none, with a second script', page('', '<script src="/b.js"></script>'), undefined],
    ['none, without the app', page('').replace(' data-app=', ' data-x='), undefined],
  ])('%s', (_name, html, sheet) => {
    expect(replaceableSheet(html)).toBe(sheet);
  });
});

describe('addNames', () => {
  it('keeps nothing of a page but its names', () => {
    const names = new Set<string>();
    const text = 'x'.repeat(100_000);
    const before = usedMemory();
    for (let page = 0; page < 200; page++)
      addNames(`<my-own-element-${page} id="id-of-page-${page}">${text}`.normalize(), names);
    expect(names.size).toBe(400);
    // All pages have 20 MB.
    expect(usedMemory() - before).toBeLessThan(2_000_000);
  });
});

describe('usedStyles', () => {
  const html =
    '<main id="top" class="ref-x b_1-2"><h2 style="color: var(--in-style)">Text of table</h2></main>';
  const used = (css: string): Promise<string> => {
    const names = new Set<string>();
    addNames(html, names);
    return usedStyles(css, names);
  };

  it.each([
    ['an element', 'h2{top:0}'],
    ['a class', 'main>.ref-x{top:0}'],
    ['a class of a CSS module', '.b_1-2{top:0}'],
    ['an id', '#top{top:0}'],
    ['a list with an unused name', '.ref-x>:is(h1,h2){top:0}:where(.a,.ref-x) h2{top:0}'],
    ['any attribute', 'h2[open]{top:0}h2[data-x="y"]{top:0}[aria-busy=true]{top:0}'],
    ['any state', 'h2:hover{top:0}:focus-visible{top:0}'],
    ['a variable in an attribute', ':root{--in-style:red}'],
    ['a variable of a used rule', ':root{--x:red}h2{color:var(--x)}'],
  ])('keeps %s', async (_name, css) => {
    expect(await used(css)).toBe(css);
  });

  it.each([
    ['an element', 'h3{top:0}'],
    ['a class, though it is a word of the text', '.table{top:0}'],
    ['a variable', ':root{--y:red}'],
    ['an unused part of a selector', 'h2 .x{top:0}'],
    ['an animation', '@keyframes x{to{top:0}}'],
  ])('removes %s', async (_name, css) => {
    expect((await used(css)).replace(':root{}', '')).toBe('');
  });
});
