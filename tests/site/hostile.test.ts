import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch, openPage } from '../support/browser.ts';

const hostile = inject('hostile');
const reference = path.join(hostile.folder, 'reference');
const PAGES = fs
  .readdirSync(reference, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'index.html')
  .map((file) => `/reference/${path.dirname(file).replaceAll(path.sep, '/')}/`);

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('has a page for everything in the document', () => {
  expect(PAGES.length).toBe(8);
});

it.each([...PAGES, '/'])('nothing of the document runs on %s', async (address) => {
  const { page, complaints } = await openPage(browser, hostile.origin);
  await page.goto(address);
  await page.hover('.navbar__brand');
  await page.waitForFunction(() => document.documentElement.dataset.hasHydrated === 'true');
  const dangerous = await page.$$eval(
    'a[href^="javascript:"], [onerror], [onclick], iframe',
    (found) => found.length,
  );
  expect(dangerous).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('shows the text as written, and its formatting', async () => {
  const { page } = await openPage(browser, hostile.origin, { javaScriptEnabled: false });
  await page.goto('/reference/hostile/');
  const text = await page.locator('.reference').textContent();
  // biome-ignore lint/suspicious/noTemplateCurlyInString: text that a template would run
  for (const written of ['{process.exit(1)}', '<id>', 'a <= b', '${x}', ']]>'])
    expect(text).toContain(written);
  expect(await page.locator('.reference td').count()).toBe(2);
  expect(await page.getByText('bold', { exact: true }).evaluate((element) => element.tagName)).toBe(
    'B',
  );
  await page.context().close();
});
