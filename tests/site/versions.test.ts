import fs from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VIEWS, violations } from '../support/axe.ts';
import { launch, loadApp, openPage } from '../support/browser.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { siteOf } from './sites.ts';

/** The pages of an API in two versions, and how they lead to each other. */
const SHOP = '/reference/versioned-shop';

let site: string;
let server: StaticServer;
let browser: Browser;
beforeAll(async () => {
  site = siteOf('real');
  [server, browser] = await Promise.all([serveFolder(site), launch()]);
}, 240_000);
afterAll(() => Promise.all([browser.close(), server.close()]));

const open = (options?: BrowserContextOptions) => openPage(browser, server.origin, options);
const heading = (page: Page) => page.locator('h1').textContent();
const canonical = (page: Page) => page.locator('link[rel=canonical]').getAttribute('href');

describe.each([
  ['before any script', false],
  ['in the app', true],
])('versions, %s', (_name, javaScriptEnabled) => {
  it('lead to the same page, by keyboard', async () => {
    const { page, complaints } = await open({ javaScriptEnabled });
    await page.goto(`${SHOP}/place-order/`);
    if (javaScriptEnabled) {
      await loadApp(page);
      await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
    }
    const list = page.locator('main summary', { hasText: 'Version 2.0' });
    await list.press('Enter');
    await page.getByRole('link', { name: '1.x', exact: true }).press('Enter');
    await expect.poll(() => heading(page)).toBe('Create an order');
    await expect.poll(() => page.title()).toContain('Shop 1.x');
    await expect.poll(() => canonical(page)).toMatch(new RegExp(`${SHOP}/place-order/$`));
    await page.getByRole('link', { name: 'This page in version 2.0' }).click();
    await expect.poll(() => heading(page)).toBe('Place an order');
    await expect.poll(() => canonical(page)).toMatch(new RegExp(`${SHOP}/place-order/$`));
    await expect.poll(() => page.title()).not.toContain('1.x');
    if (javaScriptEnabled) expect(await page.evaluate(() => 'isSameDocument' in window)).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('say where there is no such page, and lead to the introduction', async () => {
    const { page } = await open({ javaScriptEnabled });
    await page.goto(`${SHOP}/1.0/list-vouchers/`);
    expect(await page.getByRole('note').textContent()).toContain('Version 2.0 has no such page.');
    expect(await canonical(page)).toMatch(new RegExp(`${SHOP}/1.0/list-vouchers/$`));
    await page.locator('main summary', { hasText: 'Version 1.x' }).click();
    await page.getByRole('link', { name: '2.0 (no such page)' }).click();
    await page.waitForURL(`**${SHOP}/`);
    await page.context().close();
  });
});

it.each(VIEWS)('the list fits, and axe has nothing against it: %j', async (view) => {
  const { width, colorScheme } = view;
  const { page } = await open({ viewport: { width, height: 800 }, colorScheme });
  await page.goto(`${SHOP}/1.0/list-vouchers/`);
  expect(await violations(page)).toEqual([]);
  await page.locator('main summary', { hasText: 'Version 1.x' }).click();
  const { x = -1, width: own = width } =
    (await page.getByRole('link', { name: '2.0 (no such page)' }).boundingBox()) ?? {};
  expect(x).toBeGreaterThanOrEqual(0);
  expect(x + own).toBeLessThanOrEqual(width);
  // The open list covers links in part.
  const found = await violations(page);
  expect(found.filter((one) => !one.startsWith('target-size'))).toEqual([]);
  await page.context().close();
});

it('the list stays closed in print, unlike folds', async () => {
  const { page } = await open();
  await page.goto(`${SHOP}/list-books/`);
  const closed = () => page.locator('main details:not([open])').count();
  const before = await closed();
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(before).toBeGreaterThan(1);
  expect(await closed()).toBe(1);
  await page.context().close();
});

it.each([
  ['list_books', 1, `${SHOP}/list-books/`, 'GET /books'],
  // Only in 1.0.
  ['list_vouchers', 1, `${SHOP}/1.0/list-vouchers/`, 'version 1.x'],
  ['redeemable_until', 1, `${SHOP}/1.0/schemas/voucher/`, 'version 1.x'],
  // Only on a page that 2.0 also has.
  ['create_order', 0, '', ''],
])('search for %s', async (query, count, target, text) => {
  const { page } = await open();
  await page.goto(`${SHOP}/1.0/`);
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill(query);
  const results = page.locator('[role=option][href*="versioned-shop"]');
  if (count > 0) {
    await expect.poll(() => results.first().getAttribute('href')).toContain(target);
    expect(await results.first().textContent()).toContain(text);
  } else
    await page
      .getByText(/No results|Search full text/)
      .first()
      .waitFor();
  const exact = results.filter({ hasText: query });
  expect(await exact.count()).toBeLessThanOrEqual(count);
  await page.context().close();
});

it('the sitemap has the pages of the current version, and those that only an older one has', () => {
  const sitemap = fs.readFileSync(path.join(site, 'sitemap.xml'), 'utf8');
  const pages = [...sitemap.matchAll(/<loc>[^<]*versioned-shop\/([^<]*)/g)].map(([, at]) => at);
  expect(pages.filter((at) => at?.startsWith('1.0'))).toEqual([
    '1.0/list-vouchers/',
    '1.0/schemas/voucher/',
  ]);
  expect(pages).toContain('place-order/');
});
