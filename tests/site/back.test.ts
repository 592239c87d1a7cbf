import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { appIsThere, launch, openPage } from '../support/browser.ts';

const small = inject('small');
const BEFORE = '/reference/bookshop/';
const CREATE = '/reference/bookshop/create-book/';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const at = (page: Page) => new URL(page.url()).pathname;

/** Each page of the history is one step back. */
async function goesBack(page: Page): Promise<void> {
  for (const address of [CREATE, BEFORE]) {
    await page.goBack();
    await expect.poll(() => at(page)).toBe(address);
  }
}

/** A phone at the second page of its history; by default without close watchers, as in Safari and Firefox. */
async function openPhone(options = {}, hasWatchers = false) {
  const { page, complaints } = await openPage(browser, small.origin, { ...PHONE, ...options });
  if (!hasWatchers) await page.addInitScript(() => Reflect.deleteProperty(window, 'CloseWatcher'));
  await page.goto(BEFORE);
  await page.goto(CREATE);
  return { page, complaints };
}

/** What can be opened: how, what is then visible, and how it is closed without Back. */
const COVERS = {
  search: {
    open: (page: Page) => page.locator('.navbar a[data-search]').tap(),
    shown: 'dialog[data-search] .ref-search-close',
    close: (page: Page) => page.locator('.ref-search-close').tap(),
  },
  menu: {
    open: (page: Page) => page.locator('.navbar__toggle').tap(),
    shown: '#phone-menu',
    close: (page: Page) => page.locator('.navbar__toggle').tap(),
  },
  console: {
    open: (page: Page) => page.locator('[data-try]').tap(),
    shown: '.ref-try',
    close: (page: Page) => page.getByRole('button', { name: 'Close' }).tap(),
  },
} as const;

describe.each(Object.entries(COVERS))('on a phone, Back closes the %s', (_name, cover) => {
  it('and stays on the page, at its place; the next one leaves it', async () => {
    const { page, complaints } = await openPhone();
    await page.hover('main h1');
    await page.locator('article a, article button').first().focus();
    await appIsThere(page);
    await page.evaluate(() => scrollTo(0, 120));
    await cover.open(page);
    await page.locator(cover.shown).waitFor();
    const place = await page.evaluate(() => scrollY);
    await page.goBack();
    await page.locator(cover.shown).waitFor({ state: 'hidden' });
    expect(at(page)).toBe(CREATE);
    // Chromium gives the focus back, at most.
    expect(Math.abs((await page.evaluate(() => scrollY)) - place)).toBeLessThan(400);
    await page.goBack();
    await expect.poll(() => at(page)).toBe(BEFORE);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('which leaves nothing behind if it was closed otherwise', async () => {
    const { page } = await openPhone();
    await cover.open(page);
    await page.locator(cover.shown).waitFor();
    await cover.close(page);
    await page.locator(cover.shown).waitFor({ state: 'hidden' });
    await expect.poll(() => page.evaluate(() => history.state?.over)).toBeUndefined();
    await page.goBack();
    await expect.poll(() => at(page)).toBe(BEFORE);
    await page.context().close();
  });
});

it('a result of the search is one step from the page', async () => {
  const { page, complaints } = await openPhone();
  await COVERS.search.open(page);
  await page.locator(COVERS.search.shown).waitFor();
  await page.locator('dialog input').fill('list books');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => at(page)).toBe('/reference/bookshop/list-books/');
  await goesBack(page);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('so is a link in the menu, once the app is there', async () => {
  const { page, complaints } = await openPhone();
  await COVERS.menu.open(page);
  await appIsThere(page);
  await page.locator('#phone-menu').getByText('List books').tap();
  await expect.poll(() => at(page)).toBe('/reference/bookshop/list-books/');
  await page.locator('#phone-menu').waitFor({ state: 'hidden' });
  await goesBack(page);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('where there are close watchers, the console has one, and the history stays as it is', async () => {
  const { page } = await openPhone({}, true);
  const length = await page.evaluate(() => history.length);
  await COVERS.console.open(page);
  await page.locator('.ref-try').waitFor();
  // As Back does on Android.
  await page.keyboard.press('Escape');
  await page.locator('.ref-try').waitFor({ state: 'hidden' });
  expect(await page.evaluate(() => history.length)).toBe(length);
  await page.context().close();
});

it('with a mouse, Back leaves the page, whatever is open', async () => {
  const { page } = await openPhone({ hasTouch: false, isMobile: false, viewport: null });
  await page.locator('[data-try]').click();
  await page.locator('.ref-try').waitFor();
  await page.goBack();
  await expect.poll(() => at(page)).toBe(BEFORE);
  await page.context().close();
});

it('in landscape, a search shows results', async () => {
  const { page } = await openPhone({ viewport: { width: 844, height: 390 } });
  await COVERS.search.open(page);
  await page.locator('dialog input').fill('book');
  const options = page.getByRole('option');
  await options.first().waitFor();
  const boxes = await Promise.all(
    (await options.all()).slice(0, 3).map((one) => one.boundingBox()),
  );
  for (const box of boxes) expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThan(390);
  await page.context().close();
});
