import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { appIsThere, launch, openPage, settled } from '../support/browser.ts';

const site = inject('site');
const small = inject('small');
const CREATE = '/reference/bookshop/create-book/';
const USERS = '/reference/authentik/core-users-create/';
const PHONE = { viewport: { width: 390, height: 360 }, hasTouch: true, isMobile: true };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const sidebar = (page: Page) => page.locator('.ref-sidebar');
const menu = (page: Page) => page.locator('#phone-menu');
/** The text: the name for screen readers begins with the method. */
const link = (page: Page, name: string) =>
  sidebar(page)
    .locator('a')
    .filter({ hasText: new RegExp(`^${name}$`) });
const branch = (page: Page, name: string) =>
  sidebar(page)
    .locator('[data-branch]')
    .and(page.getByLabel(`Show ${name}`, { exact: true }));
const field = (page: Page) => sidebar(page).getByRole('searchbox');

/** Paths of what a page loads from now on. */
function requestsOf(page: Page): string[] {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  return requests;
}

it.each([true, false])(
  'by keyboard, the first link of a page leads to its sidebar, with scripts: %s',
  async (javaScriptEnabled) => {
    const { page, complaints } = await openPage(browser, small.origin, { javaScriptEnabled });
    await page.goto(CREATE);
    await page.getByRole('link', { name: 'Skip to the list of pages' }).press('Enter');
    await page.keyboard.press('Tab');
    expect(await sidebar(page).locator(':focus').count()).toBe(1);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

it('the filter stays at the top of a sidebar that opens at the page', async () => {
  const { page } = await openPage(browser, site.origin, { viewport: { width: 1280, height: 600 } });
  await page.goto('/reference/authentik/core-users-set-password-create/');
  const scroller = sidebar(page);
  await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
  const navbar = await page.locator('.navbar').boundingBox();
  const { y = 0 } = (await field(page).boundingBox()) ?? {};
  expect(y).toBeGreaterThan(navbar?.height ?? 0);
  expect(y).toBeLessThan((navbar?.height ?? 0) + 20);
  await page.context().close();
});

describe('categories of the sidebar', () => {
  it('open and close on the page, and stay so when the reader moves on', async () => {
    const { page, complaints } = await openPage(browser, small.origin);
    await page.goto(CREATE);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    expect(await link(page, 'Place an order').count()).toBe(0);
    const orders = branch(page, 'Orders');
    expect(await orders.getAttribute('aria-expanded')).toBe('false');
    await orders.click();
    await link(page, 'Place an order').waitFor();
    expect(await orders.getAttribute('aria-expanded')).toBe('true');
    expect(new URL(page.url()).pathname).toBe(CREATE);
    await appIsThere(page);
    // This replaces the list.
    await link(page, 'Service').click();
    await expect.poll(() => new URL(page.url()).pathname).not.toBe(CREATE);
    await link(page, 'Place an order').waitFor();
    // That of the page can be closed as well.
    const catalogue = branch(page, 'Catalogue');
    await link(page, 'Catalogue').click();
    await link(page, 'List books').waitFor();
    await catalogue.click();
    await expect.poll(() => link(page, 'List books').isVisible()).toBe(false);
    await catalogue.click();
    await expect.poll(() => link(page, 'List books').isVisible()).toBe(true);
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('open although the reader was faster than their script', async () => {
    const { page, complaints } = await openPage(browser, small.origin);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/assets/reference/menu.*.js', (route) => held.then(() => route.continue()));
    await page.goto(CREATE);
    await branch(page, 'Orders').click();
    expect(await branch(page, 'Orders').getAttribute('aria-busy')).toBe('true');
    release();
    await link(page, 'Place an order').waitFor();
    expect(await branch(page, 'Orders').getAttribute('aria-busy')).toBeNull();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('without a page only open and close: a summary, which needs no script', async () => {
    const { page } = await openPage(browser, site.origin, { javaScriptEnabled: false });
    await page.goto(USERS);
    const nav = sidebar(page).locator('nav');
    const folds = nav.locator('summary');
    expect(await folds.count()).toBeGreaterThan(0);
    // What looks like a link is one.
    expect(await nav.locator('a[data-branch], a:not([href])').count()).toBe(0);
    const closed = nav.locator('details:not([open])').last();
    await closed.locator('summary').press('Enter');
    await nav.getByRole('link', { name: 'Show all' }).filter({ visible: true }).click();
    const current = nav.locator('details[open] [aria-current=page]');
    expect(await current.count()).toBe(1);
    await page.context().close();
  });

  it('divide a tag of many operations by resource', async () => {
    const { page, complaints } = await openPage(browser, site.origin);
    await page.goto(USERS);
    const groups = sidebar(page).locator('summary');
    expect(await groups.count()).toBeGreaterThan(5);
    expect(await groups.allTextContents()).toContain('Applications');
    expect(await link(page, 'Delete a user').isVisible()).toBe(true);
    expect(await link(page, 'List applications').count()).toBe(0);
    // Without a page of its own, it only opens and closes.
    await groups.filter({ hasText: /^Applications$/ }).click();
    await link(page, 'List applications').waitFor();
    expect(new URL(page.url()).pathname).toBe(USERS);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('the filter of the sidebar', () => {
  it('finds pages by title, method and path, says how many, and is emptied by Escape', async () => {
    const { page, complaints } = await openPage(browser, small.origin);
    const requests = requestsOf(page);
    await page.goto(CREATE);
    await settled(requests);
    expect(requests.filter((path) => /\/menu\./.test(path))).toEqual([]);
    await field(page).click();
    await expect.poll(() => requests.filter((path) => /\/menu\..*json$/.test(path)).length).toBe(1);
    const found = sidebar(page).locator('[data-found] a');
    const count = () => sidebar(page).locator('output').textContent();
    for (const [query, name] of [
      ['place an ord', 'Place an order'],
      ['post /orders', 'Place an order'],
      ['GET books', 'List books'],
    ] as const) {
      await field(page).fill(query);
      await expect.poll(() => found.allTextContents(), { message: query }).toContain(name);
      expect(await count(), query).toBe(
        `${await found.count()} of ${(await count())?.split(' ').at(-1)}`,
      );
      expect(await link(page, 'Introduction').isVisible(), query).toBe(false);
    }
    await field(page).fill('zz & zz');
    await expect
      .poll(count)
      .toBe('No operation or schema matches “zz & zz”. Search the whole site');
    const search = sidebar(page).getByRole('status').getByRole('link');
    expect(await search.getAttribute('href')).toMatch(/\/search\/\?q=zz%20%26%20zz$/);
    await field(page).press('Escape');
    expect(await field(page).inputValue()).toBe('');
    await expect.poll(() => link(page, 'Introduction').isVisible()).toBe(true);
    expect(await count()).toBe('');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('leaves the list as it is where its data cannot be loaded', async () => {
    const { page } = await openPage(browser, small.origin);
    await page.route(/\/menu\..*json$/, (route) => route.abort());
    await page.goto(CREATE);
    const failed = page.waitForEvent('requestfailed');
    await field(page).fill('order');
    await failed;
    await appIsThere(page);
    expect(await link(page, 'Introduction').isVisible()).toBe(true);
    expect(await sidebar(page).locator('output').textContent()).toBe('');
    expect(await sidebar(page).locator('[data-found]').count()).toBe(0);
    await page.context().close();
  });

  it('stays while the reader moves among what it found', async () => {
    const { page, complaints } = await openPage(browser, small.origin);
    await page.goto(CREATE);
    await field(page).fill('order');
    await appIsThere(page);
    await link(page, 'Place an order').click();
    await expect.poll(() => page.locator('h1').textContent()).toBe('Place an order');
    await expect
      .poll(() => sidebar(page).locator('[data-found] [aria-current]').textContent())
      .toBe('Place an order');
    const current = sidebar(page).locator('[aria-current]');
    await expect
      .poll(async () => {
        // The sidebar of the new page, which has the text as well, may come after the first press.
        await field(page).press('Escape');
        return current.allTextContents();
      })
      .toEqual(['Place an order']);
    expect(await current.isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('the menu of a phone', () => {
  it.each([true, false])('opens at the page, without the app (scripts: %s)', async (hasScripts) => {
    const { page } = await openPage(browser, small.origin, {
      ...PHONE,
      javaScriptEnabled: hasScripts,
    });
    await page.route('**/assets/js/**', (route) => route.abort());
    await page.goto('/reference/bookshop/schemas/problem/');
    expect(await menu(page).isVisible()).toBe(false);
    await page.locator('.navbar__toggle').tap();
    await menu(page).waitFor();
    for (const name of ['Reference', 'Guides'])
      expect(await menu(page).getByRole('link', { name }).first().isVisible(), name).toBe(true);
    const current = menu(page).locator('.ref-sidebar [aria-current=page]');
    if (hasScripts)
      await expect
        .poll(() =>
          current.evaluate((element) => {
            const { top, bottom } = element.getBoundingClientRect();
            return top > 0 && bottom < innerHeight;
          }),
        )
        .toBe(true);
    await menu(page).getByRole('link', { name: 'Introduction' }).tap();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/reference/bookshop/');
    await page.context().close();
  });

  it('is closed by Escape, its button and a tap beside it, and gives the focus back', async () => {
    const { page, complaints } = await openPage(browser, small.origin, PHONE);
    await page.goto(CREATE);
    const toggle = page.locator('.navbar__toggle');
    const focused = () => page.evaluate(() => document.activeElement?.className);
    await toggle.focus();
    await page.keyboard.press('Enter');
    await menu(page).waitFor();
    await page.keyboard.press('Tab');
    expect(await menu(page).locator(':focus').count()).toBe(1);
    await page.keyboard.press('Escape');
    await menu(page).waitFor({ state: 'hidden' });
    expect(await focused()).toContain('navbar__toggle');
    await appIsThere(page);
    await toggle.tap();
    await menu(page).waitFor();
    await toggle.tap();
    await menu(page).waitFor({ state: 'hidden' });
    await toggle.tap();
    await menu(page).waitFor();
    await page.touchscreen.tap(380, 300);
    await menu(page).waitFor({ state: 'hidden' });
    expect(new URL(page.url()).pathname).toBe(CREATE);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('closes when the app shows the page of a link in it', async () => {
    const { page, complaints } = await openPage(browser, small.origin, PHONE);
    await page.goto(CREATE);
    await page.locator('.navbar__toggle').tap();
    await appIsThere(page);
    await link(page, 'List books').tap();
    await expect.poll(() => page.locator('h1').textContent()).toBe('List books');
    await menu(page).waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(['/', '/search/', '/404.html', '/older-page/', '/guides/bookshop/embeds/', CREATE])(
    'is there once at %s, before and after the app',
    async (address) => {
      const { page, complaints } = await openPage(browser, small.origin, PHONE);
      await page.goto(address);
      expect(await menu(page).count()).toBe(1);
      await page.locator('.navbar__toggle').tap();
      await menu(page).getByRole('link', { name: 'Guides' }).waitFor();
      await appIsThere(page);
      expect(await menu(page).count()).toBe(1);
      expect(await menu(page).isVisible()).toBe(true);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );
});

it('there are few stops before the console of an operation', async () => {
  const { page } = await openPage(browser, site.origin);
  await page.goto(USERS);
  let stops = 0;
  do {
    await page.keyboard.press('Tab');
    stops++;
  } while (stops < 200 && (await page.locator('[data-try]:focus').count()) === 0);
  expect(stops).toBeLessThan(30);
  await page.context().close();
});

it('on the home page, the mobile menu leads to the resources of the API', async () => {
  const { page, complaints } = await openPage(browser, small.origin, {
    ...PHONE,
    javaScriptEnabled: false,
  });
  await page.goto('/');
  expect(await page.locator('#phone-menu').count()).toBe(1);
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await menu(page).getByRole('link', { name: 'Catalogue' }).click();
  await page.waitForURL('/reference/bookshop/catalogue/');
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('the mobile menu is a dialog with a name while it is open, and closes when the focus leaves it', async () => {
  const { page, complaints } = await openPage(browser, small.origin, PHONE);
  await page.goto(CREATE);
  const button = page.getByRole('button', { name: 'Menu', exact: true });
  await button.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Menu', exact: true });
  await dialog.waitFor();
  await page.keyboard.press('Tab');
  expect(await dialog.locator(':focus').count()).toBe(1);
  expect(await dialog.isVisible()).toBe(true);
  await dialog.locator('a, button, input').last().focus();
  await page.keyboard.press('Tab');
  await menu(page).waitFor({ state: 'hidden' });
  expect(await page.locator(':focus').count()).toBe(1);
  expect(await menu(page).getAttribute('role')).toBeNull();
  expect(complaints).toEqual([]);
  await page.context().close();
});
