import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFeeds } from '../../../src/site/feeds.ts';
import type { PublishedApi } from '../../../src/site/published.ts';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'feeds-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** The feed of a changelog with one version. */
function feeds(title: string, release: object): Record<string, string> {
  const slice = 'docs/shop/changes.changelog.json';
  const releases = [{ version: '2', page: 'changes/2', previous: '1', counts: {}, ...release }];
  fs.mkdirSync(path.join(folder, 'docs/shop'), { recursive: true });
  fs.writeFileSync(path.join(folder, slice), JSON.stringify({ 'x-page': { releases } }));
  const page = { slice, source: '', page: 'changes', path: 'reference/shop/changes' };
  const api = { id: 'shop', title, base: 'reference/shop', pages: [page] };
  writeFeeds(api as unknown as PublishedApi, {
    siteDir: folder,
    outDir: path.join(folder, 'build'),
    url: { url: 'https://docs.example', baseUrl: '/', trailingSlash: true },
    locale: 'en',
    translate: ({ message = '' }, values = {}) =>
      message.replace(/\{(\w+)\}/g, (_, name) => String(values[name])),
  });
  const at = path.join(folder, 'build/reference/shop/changes');
  if (!fs.existsSync(at)) return {};
  return Object.fromEntries(
    fs.readdirSync(at).map((name) => [name, fs.readFileSync(path.join(at, name), 'utf8')]),
  );
}

const CHANGED = {
  date: '2026-05-01',
  counts: { changed: 2 },
  groups: {
    changed: [
      { operations: 3, changes: [{ kind: 'security-changed' }] },
      { changes: [{ kind: 'info-changed' }] },
    ],
  },
};

test('titles are text in each, also where the format takes them for HTML', () => {
  const texts = feeds('List<T> & <img src=x onerror=alert(1)>', CHANGED);
  expect(Object.keys(texts).sort()).toEqual(['atom.xml', 'feed.json', 'rss.xml']);
  const [, html = ''] =
    /<entry>\s*<title type="html"><!\[CDATA\[(.*?)\]\]>/.exec(texts['atom.xml'] ?? '') ?? [];
  expect(html).toBe('List&lt;T&gt; &amp; &lt;img src=x onerror=alert(1)&gt; 2');
  expect(JSON.parse(texts['feed.json'] ?? '').items[0].title).toBe(
    'List<T> & <img src=x onerror=alert(1)> 2',
  );
});

test('each change has words', () => {
  const { items } = JSON.parse(feeds('Shop', CHANGED)['feed.json'] ?? '');
  expect(items[0].content_html).toBe(
    '<h2>Changed</h2><ul><li>3 operations</li><li>The API as a whole</li></ul>',
  );
});

test('there are none without a date', () => {
  expect(feeds('Shop', { groups: {} })).toEqual({});
});
