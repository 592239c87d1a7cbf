import type { Browser, Page } from 'playwright-core';
import { GzipSizes } from './page-bytes.ts';

/** Scripts that a browser loads for a page, in bytes after gzip (level 9). */
export interface ScriptBytes {
  /** Without the reader doing anything. */
  readonly before: number;
  /** All of them, once the pointer has been over the brand in the navigation bar. */
  readonly after: number;
}

/**
 * Loads pages in a browser and counts the scripts that it asks for, before and after the reader's
 * first intent. A site that loads its app with the page has the same figure twice.
 *
 * @param folder Of the built site, which `origin` serves.
 * @param pages Names of HTML files below it.
 */
export async function scriptBytes(
  browser: Browser,
  origin: string,
  folder: string,
  pages: readonly string[],
): Promise<ScriptBytes[]> {
  const sizes = new GzipSizes(folder);
  const results: ScriptBytes[] = [];
  for (const name of pages) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const scripts = new Set<string>();
    const isQuiet = quietNetwork(page);
    page.on('request', (request) => {
      // A worker's script, or one that is fetched, is a script too.
      const { pathname, origin: from } = new URL(request.url());
      if (from === origin && /\.m?js$/.test(pathname)) scripts.add(pathname);
    });
    await page.goto(addressOf(origin, name), { waitUntil: 'networkidle', timeout: 120_000 });
    const before = sizes.sum([...scripts]);
    await page.hover('.navbar__brand');
    await isQuiet();
    results.push({ before, after: sizes.sum([...scripts]) });
    await context.close();
  }
  return results;
}

/** Waits until no request has been under way for a second; Playwright's own waits happen once a page. */
function quietNetwork(page: Page): () => Promise<void> {
  const open = new Set<unknown>();
  let last = Date.now();
  page.on('request', (request) => open.add(request));
  const ended = (request: unknown): void => {
    open.delete(request);
    last = Date.now();
  };
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  return async () => {
    const start = Date.now();
    last = start;
    while (Date.now() - start < 30_000 && (open.size > 0 || Date.now() - last < 1000)) {
      await page.waitForTimeout(100);
    }
  };
}

/** Address of a page by the name of its file. */
export function addressOf(origin: string, file: string): string {
  return `${origin}/${file.replace(/index\.html$/, '')}`;
}
