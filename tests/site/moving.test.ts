import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { addressFile } from '../../src/generate/addresses.ts';
import { writeMovedPages } from '../../src/site/moved-pages.ts';
import { appIsThere, launch, loadApp, openPage, type WatchedPage } from '../support/browser.ts';
import { serveFolder } from '../support/server.ts';

const site = inject('site');
const small = inject('small');
const CREATE = '/reference/bookshop/create-book/';
const LIST = '/reference/bookshop/list-books/';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const heading = (page: Page) => page.locator('h1').textContent();
const scrollY = (page: Page) => page.evaluate(() => window.scrollY);
const link = (page: Page, name: string) => page.locator('.ref-sidebar').getByRole('link', { name });
const isSameDocument = (page: Page) => page.evaluate(() => 'sameDocument' in window);

async function open(address: string): Promise<WatchedPage> {
  const watched = await openPage(browser, small.origin, { viewport: { width: 1280, height: 500 } });
  await watched.page.goto(address);
  return watched;
}

/** Brings the app, and marks the document: a page that is loaded anew has no mark. */
async function loadAppHere(page: Page): Promise<void> {
  await loadApp(page);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
}

describe('before the app is there', () => {
  it('a link that the pointer is on is fetched, and followed by the browser', async () => {
    const { page, complaints } = await open(CREATE);
    // The app stays away: all that comes is what the browser does by itself.
    await page.route('**/assets/js/**', () => {});
    await link(page, 'List books').hover();
    await page.waitForTimeout(500);
    await link(page, 'List books').click();
    await expect.poll(() => heading(page)).toBe('List books');
    const kind = await page.evaluate(
      () => performance.getEntriesByType('navigation')[0]?.toJSON().deliveryType,
    );
    expect(kind).toBe('navigational-prefetch');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('the very first key press opens a dropdown of the navbar', async () => {
    const { page, complaints } = await open(CREATE);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/assets/js/main.*', (route) => held.then(() => route.continue()));
    await page.getByRole('button', { name: 'More' }).focus();
    await page.keyboard.press('Enter');
    const item = page.getByRole('link', { name: 'In the dropdown' });
    expect(await item.isVisible()).toBe(false);
    release();
    await expect.poll(() => item.isVisible()).toBe(true);
    expect(new URL(page.url()).hash).toBe('');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('where it does not come, a click on what needs it loads the page anew', async () => {
    const { page } = await open(CREATE);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    let failed = 0;
    await page.route('**/assets/js/**', (route) => route.abort().then(() => (failed += 1)));
    await page.hover('.navbar__brand');
    await expect.poll(() => failed).toBeGreaterThan(0);
    expect(await isSameDocument(page)).toBe(true);
    await page.locator('.navbar button[class*=toggle]').last().click();
    await expect.poll(() => isSameDocument(page)).toBe(false);
    await link(page, 'List books').click();
    await expect.poll(() => heading(page)).toBe('List books');
    await page.context().close();
  });

  it('a key press on a control brings it', async () => {
    const { page, complaints } = await open(CREATE);
    await page.keyboard.press('Tab');
    await appIsThere(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('with the app', () => {
  let watched: WatchedPage;
  beforeEach(async () => {
    watched = await open(CREATE);
    await loadAppHere(watched.page);
    return () => watched.page.context().close();
  });

  it('a move goes to the top, focuses the heading, announces the page and keeps the sidebar', async () => {
    const { page, complaints } = watched;
    await page.evaluate(() => window.scrollTo(0, 700));
    const sidebar = page.locator('.ref-sidebar');
    await sidebar.evaluate((element) => element.scrollTo(0, 60));
    await link(page, 'List books').click();
    await expect.poll(() => heading(page)).toBe('List books');
    expect(await scrollY(page)).toBe(0);
    expect(await sidebar.evaluate((element) => element.scrollTop)).toBe(60);
    await expect
      .poll(() => page.locator('h1').evaluate((h1) => h1 === document.activeElement))
      .toBe(true);
    await expect
      .poll(() => page.locator('#ref-status').textContent())
      .toBe('List books · GET /books | Bookshop');
    expect(await isSameDocument(page)).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('back and forward restore the scroll', async () => {
    const { page, complaints } = watched;
    await page.evaluate(() => window.scrollTo(0, 700));
    await page.waitForTimeout(100);
    await link(page, 'List books').click();
    await expect.poll(() => heading(page)).toBe('List books');
    await page.evaluate(() => window.scrollTo(0, 250));
    await page.waitForTimeout(100);
    await page.goBack();
    await expect.poll(() => heading(page)).toBe('Add a book');
    await expect.poll(() => scrollY(page)).toBe(700);
    await page.goForward();
    await expect.poll(() => heading(page)).toBe('List books');
    await expect.poll(() => scrollY(page)).toBe(250);
    expect(await isSameDocument(page)).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('a link to a field opens what is around it, also after a move', async () => {
    const { page, complaints } = watched;
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = '/reference/bookshop/list-books/#response-401';
      link.textContent = 'To the field';
      document.querySelector('[data-part=page]')?.prepend(link);
    });
    const [panel] = await page
      .context()
      .request.get(LIST)
      .then(
        async (response) =>
          /<ref-panel id="(response-\d+)" hidden/.exec(await response.text())?.slice(1) ?? [],
      );
    await page.getByText('To the field').evaluate((element, id) => {
      (element as HTMLAnchorElement).hash = id ?? '';
    }, panel);
    await page.getByText('To the field').click();
    await expect.poll(() => heading(page)).toBe('List books');
    const target = page.locator(`[id="${panel}"]`);
    await expect.poll(() => target.isVisible()).toBe(true);
    await expect
      .poll(() => target.evaluate((element) => Math.abs(element.getBoundingClientRect().top) < 200))
      .toBe(true);
    expect(complaints).toEqual([]);
  });

  it('a page is fetched once, on hover, and not again by the click', async () => {
    const { page } = watched;
    const fetched: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === LIST) fetched.push(request.resourceType());
    });
    await link(page, 'List books').hover();
    await expect.poll(() => fetched).toEqual(['fetch']);
    await link(page, 'List books').click();
    await expect.poll(() => heading(page)).toBe('List books');
    expect(fetched).toEqual(['fetch']);
  });

  it('a failed fetch leaves the move to the browser', async () => {
    const { page } = watched;
    await page.route(`**${LIST}`, (route) =>
      route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
    );
    await link(page, 'List books').click();
    await expect.poll(() => heading(page)).toBe('List books');
    expect(await isSameDocument(page)).toBe(false);
  });

  it('a site that was deployed anew is loaded anew', async () => {
    const { page } = watched;
    await page.route(`**${LIST}`, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/styles\.\w+\.css/g, 'styles.new.css');
      await route.fulfill({ response, body });
    });
    await page.route('**/styles.new.css', (route) => route.fulfill({ contentType: 'text/css' }));
    await link(page, 'List books').click();
    await expect.poll(() => heading(page)).toBe('List books');
    expect(await isSameDocument(page)).toBe(false);
    expect(await page.locator('script[data-app]').getAttribute('data-app')).toMatch(
      /styles\.new\.css /,
    );
  });

  it('of two quick moves the last one counts, whichever page comes first', async () => {
    const { page, complaints } = watched;
    const SLOW = [
      { first: 300, second: 1200 },
      { first: 1200, second: 300 },
    ];
    for (const { first, second } of SLOW) {
      await page.goto(CREATE);
      await loadAppHere(page);
      const delays = { [LIST]: first, '/reference/bookshop/orders/': second };
      for (const [address, delay] of Object.entries(delays)) {
        await page.route(`**${address}`, async (route) => {
          await new Promise((resolve) => setTimeout(resolve, delay));
          await route.continue();
        });
      }
      await link(page, 'List books').click();
      await link(page, 'Orders').click();
      await page.waitForTimeout(2000);
      expect(new URL(page.url()).pathname).toBe('/reference/bookshop/orders/');
      expect(await heading(page)).toBe('Orders');
      expect(await page.title()).toContain('Orders');
      await page.unrouteAll();
    }
    expect(complaints).toEqual([]);
  });

  it('a link within a page goes to its target, and back from it to where the reader was', async () => {
    const { page, complaints } = watched;
    await page.evaluate(() => window.scrollTo(0, 700));
    await page.waitForTimeout(100);
    await link(page, 'List books').click();
    await expect.poll(() => heading(page)).toBe('List books');
    await page.evaluate(() => window.scrollTo(0, 120));
    await page.waitForTimeout(100);
    await page.evaluate(() => {
      const anchor = document.createElement('a');
      anchor.href = '#responses';
      anchor.id = 'to-responses';
      anchor.textContent = 'To the responses';
      document.querySelector('[data-part=page]')?.append(anchor);
      anchor.click();
    });
    const top = () =>
      page.locator('#responses').evaluate((element) => element.getBoundingClientRect().top);
    await expect.poll(async () => Math.abs(await top())).toBeLessThan(150);
    await page.waitForTimeout(300);
    expect(Math.abs(await top())).toBeLessThan(150);
    await page.goBack();
    await expect.poll(() => scrollY(page)).toBe(120);
    await page.goBack();
    await expect.poll(() => heading(page)).toBe('Add a book');
    await expect.poll(() => scrollY(page)).toBe(700);
    expect(complaints).toEqual([]);
  });

  it('to a page written by hand among the generated ones, and back', async () => {
    const { page, complaints } = watched;
    await page.goto('/reference/bookshop/tips/');
    await loadAppHere(page);
    expect(await heading(page)).toBe('Tips');
    await page.locator('.navbar').getByRole('link', { name: 'Reference' }).hover();
    await page.locator('.navbar').getByRole('link', { name: 'Reference' }).click();
    await expect.poll(() => heading(page)).toBe('Bookshop');
    await page.goBack();
    await expect.poll(() => heading(page)).toBe('Tips');
    expect(await isSameDocument(page)).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('an address without a page shows the 404 page', async () => {
    const { page } = watched;
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = '/reference/bookshop/gone/';
      link.textContent = 'Gone';
      document.querySelector('[data-part=page]')?.prepend(link);
    });
    await page.getByText('Gone').click();
    await expect.poll(() => heading(page)).toBe('Page not found');
  });
});

it('an old address of an API gets the 404 page, whose controls work', async () => {
  const watched = await openPage(browser, small.origin);
  const { page } = watched;
  await page.goto('/reference/bookshop/renamed/');
  await page.locator('.navbar button[class*=toggle]').last().click();
  await expect
    .poll(() => page.evaluate(() => document.documentElement.dataset.themeChoice))
    .not.toBe('system');
  expect(await heading(page)).toBe('Page not found');
  // Chromium itself says that the page came with 404.
  expect(watched.complaints.filter((complaint) => !complaint.includes('status of 404'))).toEqual(
    [],
  );
  await page.context().close();
});

it('in a long list, the rest is behind its ends, also when the app moves', async () => {
  const { page, complaints } = await openPage(browser, site.origin);
  await page.goto('/reference/authentik/schemas/paginatedagentlist/');
  await loadAppHere(page);
  const more = page.locator('.menu__more a').last();
  const address = await more.getAttribute('href');
  await more.click();
  await expect.poll(() => new URL(page.url()).pathname).toBe(address);
  const sidebar = page.locator('.ref-sidebar');
  await expect
    .poll(() => sidebar.locator('[aria-current=page]').getAttribute('href'))
    .toBe(address);
  expect(await sidebar.locator('.menu__more [aria-current=page]').count()).toBe(0);
  expect(await sidebar.locator('.menu__more').first().textContent()).toMatch(/^\d+ before$/);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('parts of the reference in a guide come with the app, and are there at once when it returns', async () => {
  const { page, complaints } = await open(LIST);
  await loadAppHere(page);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  const guide = '/guides/bookshop/embeds/';
  await page.locator('.navbar').getByRole('link', { name: 'Guides' }).click();
  await page.waitForURL(guide);
  await page.getByText('Send the same').first().waitFor();
  expect(requests.filter((path) => path === guide)).toHaveLength(1);
  expect(await page.locator('[data-part*="."]:empty').count()).toBe(0);
  await page.getByText('Query parameters').click();
  await page.locator('[id="operation.list-books.query-q"]').waitFor();
  await page.getByRole('link', { name: 'Place an order' }).first().click();
  await expect.poll(() => heading(page)).toBe('Place an order');
  await page.goBack();
  await expect.poll(() => heading(page)).toBe('Embeds');
  expect(await page.locator('[data-part*="."]:empty').count()).toBe(0);
  expect(requests.filter((path) => path === guide)).toHaveLength(1);
  expect(await isSameDocument(page)).toBe(true);
  expect(complaints).toEqual([]);
  await page.context().close();
});

describe('an address that a page has left', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'moved-'));
  beforeAll(async () => {
    const write = (file: string, text: string) => {
      fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      fs.writeFileSync(path.join(folder, file), text);
    };
    write(
      ...addressFile('shop', {
        ids: new Map([
          ['one', 'list'],
          ['two', 'schemas/box'],
        ]),
        moved: new Map([
          ['old', 'one'],
          ['schemas/old', 'two'],
        ]),
      }),
    );
    await writeMovedPages(folder, folder, { id: 'shop', base: '' }, { baseUrl: '/' });
    const target = '<!doctype html><title>Here</title><link rel="icon" href="data:,">';
    for (const id of ['list', 'schemas/box']) write(`${id}/index.html`, target);
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  it.each([
    ['old', 'list', true],
    ['schemas/old', 'schemas/box', true],
    ['schemas/old', 'schemas/box', false],
  ])('%s leads to %s, with the place on it where scripts run (%s)', async (from, to, hasScript) => {
    const server = await serveFolder(folder);
    const { page } = await openPage(browser, server.origin, { javaScriptEnabled: hasScript });
    await page.goto(`/${from}/#request-email`, { waitUntil: 'commit' });
    await page.waitForURL(`**/${to}/${hasScript ? '#request-email' : ''}`);
    await page.waitForFunction(() => document.title === 'Here');
    await page.context().close();
    await server.close();
  });
});
