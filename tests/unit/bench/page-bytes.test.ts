import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderSize, gzipSize, pageBytes, pulledBy } from '../../bench/page-bytes.ts';

const HTML = `<!DOCTYPE html><html><head>
<link rel="stylesheet" href="/a.css?v=1" /><link rel=icon href="/icon.svg">
<link rel="preload" as="script" href="/a.js"><link rel="preload" as="font" href="/font.woff2">
<script src="/a.js" data-app="/app.js /main.js" defer></script><script>inline()</script>
<script type="speculationrules">{}</script></head><body><p>text</p><script src=/b.js></script></body></html>`;

describe('what a page pulls in', () => {
  it('is what its HTML names, each once, and not what a script may load later', () => {
    expect(pulledBy(HTML)).toEqual({
      styles: ['/a.css?v=1'],
      scripts: ['/a.js', '/b.js'],
      preloads: ['/font.woff2'],
    });
  });
});

describe('bytes of pages', () => {
  let folder = '';
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-bytes-'));
    const files = { 'p/index.html': HTML, 'a.css': 'css', 'a.js': 'a', 'b.js': 'b', 'app.js': 'x' };
    for (const [name, content] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), content);
    }
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  it('are those of the HTML and of all that it pulls in, compressed', () => {
    const result = pageBytes(folder, ['p/index.html', 'gone/index.html']);
    const scripts = gzipSize('a') + gzipSize('b');
    const all = gzipSize(HTML) + gzipSize('css') + scripts;
    expect(result.scripts.median).toBe(scripts);
    expect(result.all).toEqual({ count: 1, median: all, p95: all, max: all });
    expect(result.requests.max).toBe(5);
    expect([result.pages, result.missing]).toEqual([1, 1]);
  });

  it('of a folder are those on disk', () => {
    expect(folderSize(folder)).toEqual({ files: 5, bytes: HTML.length + 6 });
  });
});
