import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, loadApp, openPage, settled } from '../support/browser.ts';
import { KINDS } from './kinds.ts';

const site = inject('site');
const small = inject('small');
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Without what the keys of lists of fields set, once the app is there: one of their links is a stop. */
const withoutStops = (html: string): string =>
  html.replace(/ (?:tabindex="-1"|aria-keyshortcuts="ArrowDown[^"]*")/g, '');

describe.each(Object.entries(KINDS))('%s', (kind, address) => {
  it('loads without the app, and says nothing in the console when the app comes', async () => {
    const { page, complaints } = await openPage(browser, small.origin);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.goto(address);
    await settled(requests);
    expect(requests.filter((path) => /\/assets\/js\//.test(path))).toEqual([]);
    const part = page.locator('[data-part]').last();
    const before =
      kind.includes('page') && !kind.includes('older') ? await part.innerHTML() : undefined;
    await loadApp(page);
    if (before !== undefined)
      expect(withoutStops(await part.innerHTML())).toBe(withoutStops(before));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('does not scroll sideways at 320 and 1280 pixels', async () => {
    for (const width of [320, 1280]) {
      const { page } = await openPage(browser, small.origin, { viewport: { width, height: 800 } });
      await page.goto(address);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
        `${width}`,
      ).toBeLessThanOrEqual(width);
      await page.context().close();
    }
  });
});

describe('an operation page', () => {
  it('switches the tabs of statuses, by mouse and by keys', async () => {
    const { page, complaints } = await openPage(browser, site.origin);
    await page.goto('/reference/authentik/core-users-impersonate-create/');
    const detail = page.locator('[id="response-403-detail"]');
    expect(await detail.isVisible()).toBe(false);
    await page.getByRole('tab', { name: /^403/ }).click();
    await expect.poll(() => detail.isVisible()).toBe(true);
    expect(await page.locator('[id="response-400-code"]').isVisible()).toBe(false);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.locator('[id="response-400-code"]').isVisible()).toBe(true);
    await page.keyboard.press('Home');
    await expect
      .poll(() => page.getByText('Successfully started impersonation').isVisible())
      .toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('opens what an address points to', async () => {
    const { page } = await openPage(browser, site.origin);
    await page.goto('/reference/authentik/core-users-impersonate-create/#response-403-detail');
    await expect.poll(() => page.locator('[id="response-403-detail"]').isVisible()).toBe(true);
    await page.context().close();
  });

  it('expands and collapses nested schemas', async () => {
    const { page } = await openPage(browser, site.origin);
    await page.goto('/reference/authentik/core-users-list/');
    const folds = page.locator('[data-part=page] details');
    const open = () =>
      folds.evaluateAll((all) => all.filter((one) => (one as HTMLDetailsElement).open).length);
    const before = await open();
    await page
      .locator('#responses')
      .locator('..')
      .getByRole('button', { name: /^Expand/ })
      .first()
      .click();
    await expect.poll(open).toBeGreaterThan(before);
    await page.context().close();
  });

  it('shows everything and links everywhere with scripts off', async () => {
    const { page } = await openPage(browser, site.origin, { javaScriptEnabled: false });
    await page.goto('/reference/authentik/core-users-impersonate-create/');
    for (const id of ['response-400-code', 'response-403-detail']) {
      expect(await page.locator(`[id="${id}"]`).isVisible(), id).toBe(true);
    }
    await page.locator('.ref-sidebar').getByRole('link', { name: 'Policies', exact: true }).click();
    expect(new URL(page.url()).pathname).toBe('/reference/authentik/policies/');
    await page.context().close();
  });
});

describe('the app', () => {
  it('toggles the colour mode on the very first click', async () => {
    const { page, complaints } = await openPage(browser, small.origin, { colorScheme: 'light' });
    await page.goto('/reference/bookshop/create-book/');
    const mode = () => page.evaluate(() => document.documentElement.dataset.themeChoice);
    const before = await mode();
    await page.locator('.navbar button[class*=toggle]').last().click();
    await expect.poll(mode).not.toBe(before);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows at once that the console is coming', async () => {
    const [pressed, shown] = ['[data-try]', '.ref-try'];
    const { page, complaints } = await openPage(browser, small.origin, PHONE);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/assets/js/**', (route) => held.then(() => route.continue()));
    await page.goto('/reference/bookshop/create-book/');
    await page.locator(pressed).tap();
    const isBusy = () => page.locator(pressed).getAttribute('aria-busy');
    expect(await isBusy()).toBe('true');
    const style = await page
      .locator(pressed)
      .evaluate((button) => getComputedStyle(button).animationName);
    expect(style).not.toBe('none');
    release();
    await page.locator(shown).waitFor();
    await expect.poll(isBusy).toBeNull();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('moves on without loading the document anew, and back and forward', async () => {
    const { page, complaints } = await openPage(browser, small.origin);
    await page.goto('/reference/bookshop/create-book/');
    await loadApp(page);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    const heading = () => page.locator('h1').textContent();
    const go = async (action: () => Promise<unknown>, title: string): Promise<void> => {
      await action();
      await expect.poll(heading).toBe(title);
      await expect.poll(() => page.title()).toContain(title);
    };
    const sidebar = page.locator('.ref-sidebar');
    await go(() => sidebar.getByRole('link', { name: 'List books' }).click(), 'List books');
    expect(await sidebar.locator('[aria-current=page]').textContent()).toBe('List books');
    await go(() => sidebar.getByRole('link', { name: 'Orders', exact: true }).click(), 'Orders');
    await go(() => page.goBack(), 'List books');
    await go(() => page.goBack(), 'Add a book');
    await go(() => page.goForward(), 'List books');
    await go(() => page.locator('.navbar').getByRole('link', { name: 'Guides' }).click(), 'Embeds');
    await go(() => page.goBack(), 'List books');
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows the home page when it comes from elsewhere', async () => {
    const { page, complaints } = await openPage(browser, small.origin);
    await page.goto('/reference/bookshop/create-book/');
    await loadApp(page);
    await page.locator('.navbar__brand').click();
    await expect.poll(() => page.locator('h1').textContent()).toBe('Bookshop');
    await expect.poll(() => page.getByText('First request').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('pages of the stock plugin', () => {
  it('open the console of the operation in their front matter, also when the app moves on to them', async () => {
    const { page, complaints } = await openPage(browser, small.origin);
    const opened = async (url: string): Promise<void> => {
      await page.getByRole('button', { name: 'Try it' }).click();
      await page.locator('.ref-try').getByText(`Base URL: ${url}`).waitFor();
    };
    await page.goto(KINDS['page of the older form']);
    await opened('https://bank.example.com');
    await page.evaluate((address) => {
      const link = Object.assign(document.createElement('a'), { href: address, text: 'Onward' });
      document.querySelector('[data-part]')?.append(link);
      Object.assign(window, { sameDocument: true });
    }, KINDS['page of the stock plugin']);
    await page.getByText('Onward').click();
    await page.getByText('It has moved in.').waitFor();
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    await opened('https://north.zoo.example.com');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

it('an unknown address gets the 404 page', async () => {
  const { page } = await openPage(browser, small.origin);
  const response = await page.goto('/nothing/here/');
  expect(response?.status()).toBe(404);
  expect(await page.getByRole('link').count()).toBeGreaterThan(2);
  await page.context().close();
});
