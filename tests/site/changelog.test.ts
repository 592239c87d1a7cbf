import fs from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VIEWS, violations } from '../support/axe.ts';
import { launch, loadApp, openPage } from '../support/browser.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { siteOf } from './sites.ts';

/** The changelog of an API, and what its pages say about changes. */
const API = '/reference/ferries';
const CHANGES = `${API}/changes/`;

let site: string;
let server: StaticServer;
let browser: Browser;
beforeAll(async () => {
  site = siteOf('changelog');
  [server, browser] = await Promise.all([serveFolder(site), launch()]);
}, 480_000);
afterAll(() => Promise.all([browser?.close(), server?.close()]));

const open = (options?: BrowserContextOptions) => openPage(browser, server.origin, options);
const read = (file: string) => fs.readFileSync(path.join(site, file), 'utf8');
const compared = (page: Page) => page.getByRole('region', { name: /^(?:From|Änderungen von) / });
const choose = async (page: Page, from: string, to: string) => {
  await page.locator('[data-compare] [name=from]').selectOption(from);
  await page.locator('[data-compare] [name=to]').selectOption(to);
  await page.locator('[data-compare] button').press('Enter');
};

describe('without scripts', () => {
  it('the changelog is there, with a page for each version', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(CHANGES);
    const headings = page.locator('main h2 > a:first-child');
    expect(await headings.allTextContents()).toEqual(['2.0', '1.1']);
    // Nothing would happen.
    expect(await page.locator('[data-compare]').isVisible()).toBe(false);
    await page.getByRole('link', { name: '1.1', exact: true }).first().click();
    await page.waitForURL(`**${CHANGES}1-1/`);
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/Decreased maximum query size\s+100 → 50/);
    expect(text).toContain('<b id=x>');
    await page.context().close();
  });

  it('pages say what changed, fields since when they are there, and links to what is gone lead to it', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${API}/list-boats/#query-color`);
    const changes = page.locator('section', { has: page.locator('#changes') });
    expect(await changes.innerText()).toMatch(/Removed parameter query color/);
    expect(await page.locator('#query-color').innerText()).toContain('Removed');
    expect(await page.locator('#query-size').innerText()).toContain('changed in 1.1');
    await page.goto(`${API}/schemas/boat/`);
    expect(await page.locator('main').innerText()).toContain('new in 1.1');
    await page.context().close();
  });

  it('a removed operation has a page that says when, and what to use instead', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${API}/drop-anchor/`);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    expect(await page.locator('main').innerText()).toContain('removed in version 2.0');
    const instead = page.getByRole('link', { name: 'List boats' });
    await instead.click();
    await page.waitForURL(`**${API}/list-boats/`);
    await page.context().close();
  });
});

it('an operation that has moved redirects, with the anchor', async () => {
  const { page } = await open();
  await page.goto(`${API}/get-boat/#path-id`);
  await page.waitForURL(`**${API}/show-boat/#path-id`);
  await page.context().close();
});

it.each([
  ['rss.xml', 'RSS', 'item'],
  ['atom.xml', 'Atom', 'entry'],
])('the page links to a feed that browsers can read: %s', async (file, label, entry) => {
  const { page } = await open();
  await page.goto(CHANGES);
  const href = await page.getByRole('link', { name: label, exact: true }).getAttribute('href');
  expect(href).toBe(`${CHANGES}${file}`);
  const found = await page.evaluate(
    ([xml = '', name = '']) => {
      const feed = new DOMParser().parseFromString(xml, 'text/xml');
      const titles = [...feed.querySelectorAll(`${name} > title`)];
      return { error: feed.querySelector('parsererror')?.textContent, titles: titles.length };
    },
    [read(`reference/ferries/changes/${file}`), entry],
  );
  expect(found).toEqual({ titles: 2 });
  await page.context().close();
});

it('the same as JSON has whole addresses', () => {
  const { items } = JSON.parse(read('reference/ferries/changes/feed.json'));
  expect(items.map(({ url }: { url: string }) => url)).toEqual([
    `https://docs.example.com${CHANGES}2-0/`,
    `https://docs.example.com${CHANGES}1-1/`,
  ]);
});

describe('any two versions', () => {
  it('are compared, by keyboard, and the address says so', async () => {
    const { page, complaints } = await open();
    await page.goto(CHANGES);
    await loadApp(page);
    await choose(page, '1.0', '2.0');
    const region = compared(page);
    await region.waitFor();
    expect(new URL(page.url()).hash).toBe('#rev=1.0..2.0');
    const text = await region.innerText();
    expect(text).toContain('From 1.0 to 2.0');
    // It became an integer in the version in which it came to be, for those who come from 1.0.
    expect(text).toMatch(/Added property\s+\["<b id=x>"\]/);
    expect(text).not.toMatch(/Changed type/);
    expect(text).toMatch(/Decreased maximum query size\s+100 → 50/);
    expect(await page.locator('#x').count()).toBe(0);
    await region.getByRole('link', { name: 'List boats' }).first().click();
    await page.waitForURL(`**${API}/list-boats/`);
    await page.goBack();
    await compared(page).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('are compared as well if they were chosen before the app was there', async () => {
    const { page, complaints } = await open();
    await page.goto(CHANGES);
    // The first interaction of all: the script of the page keeps the click for the app.
    await page.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>('[data-compare]');
      Object.assign(form?.elements.namedItem('to') ?? {}, { value: '1.1' });
      form?.querySelector('button')?.click();
    });
    await compared(page).waitFor();
    expect(await compared(page).locator('h2').innerText()).toBe('From 1.0 to 1.1');
    expect(new URL(page.url()).hash).toBe('#rev=1.0..1.1');
    expect(new URL(page.url()).search).toBe('');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('are those of the address, the earlier one first', async () => {
    const { page } = await open();
    await page.goto(`${CHANGES}#rev=2.0..1.1`);
    await compared(page).waitFor();
    expect(await compared(page).locator('h2').innerText()).toBe('From 1.1 to 2.0');
    expect(await page.locator('[name=from]').inputValue()).toBe('1.1');
    expect(await page.locator('[name=to]').inputValue()).toBe('2.0');
    await choose(page, '1.1', '1.1');
    await expect.poll(() => compared(page).innerText()).toContain('The API did not change.');
    await page.context().close();
  });

  it.each(['#rev=1.0..9.9', '#rev=<img src=x>..2.0', '#rev=', '#rev=1.0..1.1..2.0', '#rev=%..2.0'])(
    'that do not exist are not compared: %s',
    async (hash) => {
      const { page, complaints } = await open();
      await page.goto(`${CHANGES}${hash}`);
      await page.locator('html[data-has-hydrated=true]').waitFor();
      expect(await compared(page).count()).toBe(0);
      expect(await page.locator('main img[src=x]').count()).toBe(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it('that do not exist replace those that are shown', async () => {
    const { page } = await open();
    await page.goto(`${CHANGES}#rev=1.0..2.0`);
    await compared(page).waitFor();
    await page.evaluate(() => {
      window.location.hash = '#rev=1.0..9.9';
    });
    await compared(page).waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('that cannot be loaded are asked for once more, and then left out of the address', async () => {
    const { page } = await open();
    await page.goto(CHANGES);
    await page.route('**/reference/ferries/changes/*.json', (route) => route.abort());
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });
    await page.evaluate(() => {
      window.location.hash = '#rev=1.0..2.0';
      window.location.reload();
    });
    await page.waitForURL((url) => url.pathname === CHANGES && url.hash === '');
    await loadApp(page);
    expect(loads).toBe(3);
    await page.context().close();
  });

  it('in German', async () => {
    const { page } = await open();
    await page.goto(`/de${CHANGES}#rev=1.0..2.0`);
    await compared(page).waitFor();
    expect(await compared(page).innerText()).toContain('Änderungen von 1.0 bis 2.0');
    const link = compared(page).getByRole('link', { name: 'List boats' }).first();
    expect(await link.getAttribute('href')).toBe(`/de${API}/list-boats/`);
    await page.context().close();
  });

  it.each(VIEWS)('fit, and axe has nothing against them: %j', async (view) => {
    const { width, colorScheme } = view;
    const { page } = await open({ viewport: { width, height: 800 }, colorScheme });
    await page.goto(`${CHANGES}#rev=1.0..2.0`);
    await compared(page).waitFor();
    expect(await violations(page)).toEqual([]);
    const scrolls = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(scrolls).toBe(false);
    await page.context().close();
  });
});
