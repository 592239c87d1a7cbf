import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { LANGUAGES } from '../../src/model/samples/languages/table.ts';
import { launch, openPage } from '../support/browser.ts';

const small = inject('small');
const CREATE = '/reference/bookshop/create-book/';
const LIST = '/reference/bookshop/list-books/';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Ids of the panels of samples that are drawn. */
const shown = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-tabs=language] > ref-panel:not([hidden])')].map(
      ({ id }) => id,
    ),
  );

describe('the language of samples', () => {
  it('is one of all, and none needs a script', async () => {
    // Node.js has the code of JavaScript here.
    const shown = LANGUAGES.filter(({ id }) => id !== 'node');
    const { page } = await openPage(browser, small.origin, { javaScriptEnabled: false });
    await page.goto(CREATE);
    const names = await page.locator('[data-tabs=language] > div > a').allTextContents();
    expect(names).toEqual(shown.map(({ label }) => label));
    for (const { id } of shown) {
      expect(await page.locator(`#sample-${id} code`).isVisible(), id).toBe(true);
    }
    await page.context().close();
  });

  it('is kept on the next page, the home page, and one that is gone back to', async () => {
    const { page, complaints } = await openPage(browser, small.origin);
    await page.goto(LIST);
    expect(await shown(page)).toEqual(['sample-curl']);
    await page.getByRole('tab', { name: 'Python', exact: true }).click();
    expect(await shown(page)).toEqual(['sample-python']);
    await page.goto(CREATE);
    expect(await shown(page)).toEqual(['sample-python']);
    await page.goto('/');
    expect(await shown(page)).toEqual(['first-request-python']);
    await page.getByText('More', { exact: true }).last().click();
    await page.getByRole('tab', { name: 'Rust', exact: true }).click();
    await page.goBack();
    await expect.poll(() => shown(page)).toEqual(['sample-rust']);
    const tab = page.getByRole('tab', { name: 'Rust', exact: true });
    expect(await tab.getAttribute('aria-selected')).toBe('true');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is copied as plain text', async () => {
    const { page } = await openPage(browser, small.origin, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.goto(CREATE);
    await page.getByRole('tab', { name: 'Go', exact: true }).click();
    await page.locator('#sample-go button').click();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^package main\n\nimport \(\n\t"fmt"/);
    expect(text).not.toContain('<span');
    await page.context().close();
  });
});

/**
 * Serves the small site, its pages a little at a time and with a pause among the tabs of samples, and its
 * scripts when all has been painted.
 */
async function slowly(): Promise<{ origin: string; close: () => void }> {
  const server = http.createServer(async ({ url = '' }, response) => {
    const file = path.join(small.folder, url.endsWith('/') ? `${url}index.html` : url);
    if (!fs.existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };
    const extension = path.extname(file) as keyof typeof type;
    response.setHeader('content-type', `${type[extension] ?? 'image/svg+xml'}; charset=utf-8`);
    const bytes = fs.readFileSync(file);
    if (extension === '.js') await setTimeout(3_000);
    if (extension === '.html') {
      const pause = bytes.indexOf('href="#sample-java"');
      for (let at = 0; at < bytes.length; ) {
        const end = at < pause ? Math.min(at + 2_000, pause) : at + 2_000;
        response.write(bytes.subarray(at, end));
        await setTimeout(end === pause ? 200 : 20);
        at = end;
      }
      response.end();
    } else response.end(bytes);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** https://wicg.github.io/layout-instability */
interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** In every frame: what is selected, and what is drawn; how much the samples have moved. */
interface Frames {
  readonly frames: string[];
  shift: number;
}

describe('before the first paint', () => {
  it.concurrent.each(['python', 'http'])(
    'only %s is drawn, and nothing moves',
    async (language) => {
      const server = await slowly();
      const { page } = await openPage(browser, server.origin);
      await page.addInitScript((key) => {
        localStorage.setItem('ref-tab-language', key);
        const seen: Frames = { frames: [], shift: 0 };
        Object.assign(window, { seen });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as Shift[])
            if (
              entry.sources.some(({ node }) => node?.parentElement?.closest('[data-tabs=language]'))
            )
              seen.shift += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        const look = (): void => {
          const group = document.querySelector('[data-tabs=language]');
          const panels = group?.querySelectorAll(':scope > ref-panel:not([hidden])') ?? [];
          const tabs =
            group?.querySelectorAll(':scope > div > :is([aria-current],[aria-selected=true])') ??
            [];
          for (const element of [...panels, ...tabs]) {
            seen.frames.push(element.id || (element.getAttribute('href') ?? ''));
          }
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }, language);
      await page.goto(CREATE, { waitUntil: 'load' });
      // The page's script has come.
      await page.locator('[role=tablist]').first().waitFor();
      const { frames, shift } = await page.evaluate(
        () => (window as unknown as { seen: Frames }).seen,
      );
      expect(frames.length).toBeGreaterThan(20);
      const allowed = [`sample-${language}`, `#sample-${language}`, `tab:sample-${language}`];
      const others = new Set(frames.filter((id) => !allowed.includes(id)));
      expect([...others]).toEqual([]);
      expect(shift).toBe(0);
      await page.context().close();
      server.close();
    },
  );
});

it('the first successful response is below the samples', async () => {
  const { page, complaints } = await openPage(browser, small.origin, {
    viewport: { width: 1440, height: 900 },
  });
  await page.goto(LIST);
  const link = page.getByRole('link', { name: 'Response 200 OK' });
  const example = page.locator('.ref-samples').getByText('"total"');
  const { y = 900 } = (await example.boundingBox()) ?? {};
  expect(y).toBeLessThan(800);
  await link.click();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(900);
  await page.setViewportSize({ width: 1279, height: 900 });
  expect(await link.isVisible()).toBe(true);
  const { y: end = 0, height = 0 } =
    (await page.locator('.ref-samples [role=tablist]').boundingBox()) ?? {};
  expect((await link.boundingBox())?.y).toBeGreaterThan(end + height);
  // With all of its properties, it is what the responses show then.
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('radio', { name: 'All fields' }).click();
  const shown = page.locator('#response-200 .ref-example pre code').first();
  const copy = page.locator('.ref-samples code').last();
  await expect.poll(() => page.locator('.ref-samples[aria-busy]').count()).toBe(0);
  expect(await copy.textContent()).toBe(await shown.textContent());
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('a line that wraps goes on further in than the next one begins', async () => {
  const { page } = await openPage(browser, small.origin, {
    viewport: { width: 390, height: 844 },
  });
  await page.goto(CREATE);
  const rows = await page.locator('#sample-curl code').evaluate((code) => {
    const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    const found: { text: string; x: number; y: number }[] = [];
    while (walker.nextNode()) {
      const { textContent } = walker.currentNode;
      for (let at = 0; at < (textContent ?? '').length; at += 1) {
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + 1);
        const text = range.toString();
        const { x, y, width } = range.getBoundingClientRect();
        const row = found.at(-1);
        if (width === 0 || (text === ' ' && row?.y !== y)) continue;
        if (row && Math.abs(row.y - y) < 8) row.text += text;
        else found.push({ text, x, y });
      }
    }
    return found;
  });
  const options = rows.filter(({ text }) => text.startsWith('--'));
  const type = rows.findIndex(({ text }) => text.startsWith("--header 'Content-Type"));
  expect(options.length).toBeGreaterThan(3);
  expect(rows[type]?.text).not.toContain('json');
  expect(rows[type + 1]?.x).toBeGreaterThan((options[0]?.x ?? 0) + 8);
  await page.context().close();
});
