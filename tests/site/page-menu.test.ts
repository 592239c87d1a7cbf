import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { VIEWS, violations } from '../support/axe.ts';
import { launch, loadApp, openPage } from '../support/browser.ts';

const small = inject('small');
const LIST = '/reference/bookshop/list-books/';
const PAGES = [
  '/reference/bookshop/',
  '/reference/bookshop/catalogue/',
  '/reference/bookshop/schemas/book/',
  LIST,
];
const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const menu = (page: Page) => page.locator('#page-menu');
const opener = (page: Page) => page.getByRole('button', { name: 'Page menu' });
const clipboard = (page: Page): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText());
const twinOf = (address: string): string =>
  fs.readFileSync(path.join(small.folder, address.replace(/\/$/, '.md')), 'utf8');

describe('the menu of a page', () => {
  it.each(PAGES)(
    'of %s copies its Markdown twin, and asks for it when it is opened',
    async (address) => {
      const { page, complaints } = await openPage(browser, small.origin, CLIPBOARD);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(address);
      await loadApp(page);
      expect(asked.filter((one) => /\.(md|yaml)$|openapi/.test(one))).toEqual([]);
      await opener(page).click();
      await menu(page).getByRole('button', { name: 'Copy page as Markdown' }).click();
      await expect.poll(() => clipboard(page)).toBe(twinOf(address));
      await expect.poll(() => page.locator('#ref-status').textContent()).toBe('Copied');
      // The browser itself leaves no trace of a third party.
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it('copies the address of the page, and stays there', async () => {
    const { page } = await openPage(browser, small.origin, CLIPBOARD);
    await page.goto(`${LIST}#authentication`);
    await opener(page).click();
    await expect.poll(() => menu(page).locator('button').isEnabled()).toBe(true);
    await menu(page).getByRole('link', { name: 'Copy link to this page' }).click();
    await expect.poll(() => clipboard(page)).toMatch(/\/reference\/bookshop\/list-books\/?$/);
    expect(page.url()).toMatch(/#authentication$/);
    await page.context().close();
  });

  it('is opened, used and closed with the keyboard', async () => {
    const { page } = await openPage(browser, small.origin, CLIPBOARD);
    await page.goto(LIST);
    await opener(page).press('Enter');
    await menu(page).waitFor();
    await expect.poll(() => menu(page).locator('button').isEnabled()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => clipboard(page)).toBe(twinOf(LIST));
    await page.keyboard.press('Escape');
    expect(await menu(page).isVisible()).toBe(false);
    expect(await opener(page).evaluate((one) => one === document.activeElement)).toBe(true);
    await page.context().close();
  });

  it('follows the app to another page', async () => {
    const { page } = await openPage(browser, small.origin, CLIPBOARD);
    await page.goto('/reference/bookshop/get-book/');
    await loadApp(page);
    await page.locator('.menu').getByRole('link', { name: 'List books' }).click();
    await page.getByRole('heading', { level: 1, name: 'List books' }).waitFor();
    await opener(page).click();
    await menu(page).getByRole('button', { name: 'Copy page as Markdown' }).click();
    await expect.poll(() => clipboard(page)).toBe(twinOf(LIST));
    await page.context().close();
  });

  it('has links that hold without any script, and no button that does nothing', async () => {
    const { page } = await openPage(browser, small.origin, { javaScriptEnabled: false });
    await page.goto(LIST);
    await opener(page).click();
    await menu(page).waitFor();
    expect(await menu(page).getByRole('button').count()).toBe(0);
    const links = await menu(page)
      .getByRole('link')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    expect(links).toHaveLength(7);
    for (const link of links.filter((one) => one.startsWith(small.origin)))
      expect((await page.request.get(link)).status(), link).toBe(200);
    await page.context().close();
  });

  it.each(VIEWS)(
    'is below its button and within the page, $colorScheme, $width',
    async ({ colorScheme, width }) => {
      const { page } = await openPage(browser, small.origin, {
        colorScheme,
        viewport: { width, height: 900 },
      });
      await page.goto(LIST);
      await opener(page).click();
      await expect.poll(() => menu(page).locator('button').isEnabled()).toBe(true);
      const [button, list] = [await opener(page).boundingBox(), await menu(page).boundingBox()];
      if (!button || !list) throw new Error('The menu is not there.');
      expect(list.y - button.y - button.height).toBeGreaterThanOrEqual(0);
      expect(list.y - button.y - button.height).toBeLessThan(12);
      expect(list.x).toBeGreaterThanOrEqual(0);
      expect(list.x + list.width).toBeLessThanOrEqual(width);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );
});
