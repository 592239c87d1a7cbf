import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, loadApp, openPage } from '../support/browser.ts';

/** Bytes are gzip -9 of whole files: what a static host sends, without headers. */
const KB = 1000;
const BUDGET = {
  medianPage: 26 * KB,
  largestPage: 60 * KB,
  script: 3 * KB,
  styles: 16 * KB,
  app: 230 * KB,
  appPerPage: 30,
};

const site = inject('site');
const small = inject('small');
const NAMED = ['core-users-list', 'core-users-impersonate-create', 'flows-executor-get'].map(
  (name) => `reference/authentik/${name}`,
);

const sizes = new Map<string, number>();
function bytes(folder: string, file: string): number {
  const full = path.join(folder, file);
  const known = sizes.get(full) ?? gzipSync(fs.readFileSync(full), { level: 9 }).length;
  sizes.set(full, known);
  return known;
}

function addresses(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, address]) => address ?? '');
}

/** What the browser asks for to show a page, without pictures: the app is not among it. */
function loadOf(folder: string, page: string) {
  const html = fs.readFileSync(path.join(folder, page, 'index.html'), 'utf8');
  const styles = addresses(html, /<link[^>]*rel="?stylesheet"?[^>]*href="?([^"\s>]+)/g);
  const scripts = addresses(html, /<script[^>]*\ssrc="?([^"\s>]+)/g);
  const document = bytes(folder, `${page}/index.html`);
  const rest = [...styles, ...scripts].map((file) => bytes(folder, file));
  return { document, styles, scripts, total: document + rest.reduce((a, b) => a + b, 0) };
}

function referencePages(folder: string): string[] {
  return fs
    .readdirSync(path.join(folder, 'reference'), { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'index.html')
    .map((file) => path.posix.join('reference', path.dirname(file).replaceAll(path.sep, '/')));
}

const kilobytes = (number: number): string => `${(number / KB).toFixed(1)} KB`;

describe('before the first intent', () => {
  const pages = referencePages(site.folder).map((page) => ({ page, ...loadOf(site.folder, page) }));
  const sorted = [...pages].sort((a, b) => a.total - b.total);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)];

  it('pages are light', () => {
    const [median, high, largest] = [at(0.5), at(0.95), at(1)];
    console.log(
      `To read one of ${pages.length} pages (gzip): median ${kilobytes(median?.total ?? 0)}, 95th percentile ${kilobytes(high?.total ?? 0)}, largest ${kilobytes(largest?.total ?? 0)} (${largest?.page})`,
    );
    expect(pages.length).toBeGreaterThan(2000);
    expect(median?.total).toBeLessThanOrEqual(BUDGET.medianPage);
    expect(largest?.total).toBeLessThanOrEqual(BUDGET.largestPage);
  });

  it.each(NAMED)('%s is one document, one style sheet and one small script', (page) => {
    const { document, styles, scripts, total } = loadOf(site.folder, page);
    const [style, script] = [...styles, ...scripts].map((file) => bytes(site.folder, file));
    console.log(
      `${page}: ${kilobytes(total)} = document ${kilobytes(document)} + style sheet ${kilobytes(style ?? 0)} + script ${kilobytes(script ?? 0)}`,
    );
    expect([styles.length, scripts.length]).toEqual([1, 1]);
    expect(style).toBeLessThanOrEqual(BUDGET.styles);
    expect(script).toBeLessThanOrEqual(BUDGET.script);
    expect(total).toBeLessThanOrEqual(BUDGET.largestPage);
  });
});

describe('after it', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  /** Scripts of the app that a page brings, each once. */
  async function appOf(origin: string, page: string): Promise<string[]> {
    const { page: tab } = await openPage(browser, origin);
    const scripts = new Set<string>();
    tab.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/assets/js/')) scripts.add(pathname);
    });
    await tab.goto(`/${page}/`);
    await loadApp(tab);
    // Not for the network to be idle: pages that the browser loads ahead keep it busy.
    for (let before = 0; scripts.size > before; await setTimeout(500)) before = scripts.size;
    await tab.context().close();
    return [...scripts];
  }

  const sum = (folder: string, files: readonly string[]): number =>
    files.reduce((total, file) => total + bytes(folder, file), 0);

  it('the app is small, and does not grow with the number of pages', async () => {
    const large = sum(site.folder, await appOf(site.origin, 'reference/authentik/core-users-list'));
    const little = sum(small.folder, await appOf(small.origin, 'reference/bookshop/list-books'));
    const more = referencePages(site.folder).length - referencePages(small.folder).length;
    console.log(
      `The app (gzip): ${kilobytes(large)}; ${((large - little) / more).toFixed(2)} bytes for each of ${more} pages more`,
    );
    expect(little).toBeGreaterThan(100 * KB);
    expect(large).toBeLessThanOrEqual(BUDGET.app);
    expect(Math.abs(large - little) / more).toBeLessThanOrEqual(BUDGET.appPerPage);
  });

  it('holds no component of the reference', () => {
    const folder = path.join(site.folder, 'assets/js');
    // The console comes when it is opened.
    const scripts = fs
      .readdirSync(folder)
      .filter((file) => file.endsWith('.js') && !file.startsWith('console'));
    const code = scripts.map((file) => fs.readFileSync(path.join(folder, file), 'utf8')).join('\n');
    expect(scripts.length).toBeGreaterThan(5);
    // Marks that the components write, which stand in every page's HTML.
    for (const mark of ['ref-title', 'ref-fold', 'ref-beside', 'ref-wrapped']) {
      expect(fs.readFileSync(path.join(site.folder, `${NAMED[0]}/index.html`), 'utf8')).toContain(
        mark,
      );
      expect(new RegExp(`${mark}\\b`).test(code), mark).toBe(false);
    }
  });
});
