import type { Browser, Page, Request } from 'playwright-core';
import { type Summary, summarize } from './statistics.ts';

/** How a search is used in a browser. */
export interface SearchUse {
  /** Does what a reader does to get a field to write in. */
  open(page: Page): Promise<void>;
  /** Selectors of the field, of what holds the results, and of a result. */
  readonly input: string;
  readonly list: string;
  readonly result: string;
}

export interface SearchFigures {
  /** Over the wire, from the first intent to the first result, with gzip. */
  readonly bytes: Summary;
  /** Milliseconds from a key to its results, with what the search needs loaded by then. */
  readonly keys: Summary;
  /** Queries of which no result came. */
  readonly without: readonly string[];
}

/** How long a result is waited for, in milliseconds. */
const PATIENCE = 15_000;

/** Asks a site's search some queries: each in a new browser context, then letter by letter in one. */
export async function probeSearch(
  browser: Browser,
  address: string,
  use: SearchUse,
  queries: readonly string[],
): Promise<SearchFigures> {
  const bytes: number[] = [];
  const keys: number[] = [];
  const without: string[] = [];
  for (const query of queries) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'networkidle', timeout: 120_000 });
    const requests: Request[] = [];
    page.on('requestfinished', (request) => requests.push(request));
    await use.open(page);
    await page.fill(use.input, query);
    const isThere = await page
      .locator(use.result)
      .first()
      .waitFor({ timeout: PATIENCE })
      .then(
        () => true,
        () => false,
      );
    if (isThere) {
      const sizes = await Promise.all(requests.map((request) => request.sizes()));
      bytes.push(sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0));
      keys.push(...(await keyTimes(page, use, query)));
    } else without.push(query);
    await context.close();
  }
  return { bytes: summarize(bytes), keys: summarize(keys), without };
}

/** Types a query letter by letter and waits for the results of each. */
function keyTimes(page: Page, { input, list }: SearchUse, query: string): Promise<number[]> {
  return page.evaluate(
    async ([inputSelector, listSelector, text]) => {
      const field = document.querySelector<HTMLInputElement>(inputSelector);
      const times: number[] = [];
      for (let length = 1; field && length <= text.length; length++) {
        const start = performance.now();
        const shown = new Promise<boolean>((resolve) => {
          const observer = new MutationObserver((changes) => {
            const isIn = changes.some(
              ({ target }) => target instanceof Element && target.closest(listSelector),
            );
            if (!isIn) return;
            observer.disconnect();
            resolve(true);
          });
          observer.observe(document.body, { childList: true, subtree: true });
          setTimeout(() => {
            observer.disconnect();
            resolve(false);
          }, 5000);
        });
        field.value = text.slice(0, length);
        field.dispatchEvent(new Event('input', { bubbles: true }));
        if (await shown) times.push(performance.now() - start);
        // What comes late of one letter is not counted for the next.
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
      return times;
    },
    [input, list, query] as const,
  );
}
