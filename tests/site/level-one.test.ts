import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appIsThere, launch, openPage, type WatchedPage } from '../support/browser.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { copyProject, run } from '../support/site.ts';

/**
 * The site that Docusaurus builds by itself, in two languages, without anything of `src/site/internals`: what is left
 * when a new version of it is not what that folder knows.
 */
let copy: string;
let output: string;
let site: StaticServer;
let browser: Browser;
const built = (file: string): string => path.join(copy, 'build', file);
const read = (file: string): string => fs.readFileSync(built(file), 'utf8');

beforeAll(async () => {
  copy = copyProject();
  const { code, stderr } = run(copy, ['generate', '--document', 'openapi/bookshop.yaml']);
  expect(code, stderr).toBe(0);
  const docusaurus = spawnSync(process.execPath, ['node_modules/.bin/docusaurus', 'build'], {
    cwd: copy,
    env: { ...process.env, NODE_ENV: undefined, NO_COLOR: '1', REFERENCE_LEVEL: '1' },
    encoding: 'utf8',
  });
  output = docusaurus.stdout + docusaurus.stderr;
  expect(docusaurus.status, output).toBe(0);
  [browser, site] = await Promise.all([launch(), serveFolder(path.join(copy, 'build'))]);
}, 300_000);
afterAll(async () => {
  await Promise.all([browser?.close(), site?.close()]);
  fs.rmSync(copy, { recursive: true, force: true });
});

const OPERATION = '/reference/bookshop/create-book/';

async function open(address: string): Promise<WatchedPage> {
  const watched = await openPage(browser, site.origin);
  await watched.page.goto(address);
  await appIsThere(watched.page);
  return watched;
}

async function close({ page, complaints }: WatchedPage): Promise<void> {
  expect(complaints).toEqual([]);
  await page.context().close();
}

/** Whether pages were loaded anew since this was asked the last time. */
const isSamePage = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const known = 'mark' in window;
    Object.assign(window, { mark: true });
    return known;
  });

describe('what is built', () => {
  it('has all that the command "build" gives a site, in both languages', () => {
    for (const folder of ['', 'de/'])
      for (const file of [
        'index.html',
        '404.html',
        'search.json',
        'sitemap.xml',
        'oauth2-redirect.html',
        'oauth2-redirect.js',
        'img/social/bookshop.png',
        'reference/index.html',
        'reference/bookshop/schemas/index.html',
        'reference/bookshop/schemas/book/index.html',
      ])
        expect(fs.existsSync(built(folder + file)), folder + file).toBe(true);
    for (const file of ['csp.txt', '_headers', 'licenses.txt', 'reference/bookshop/bookshop.json'])
      expect(fs.existsSync(built(file)), file).toBe(true);
    expect(fs.existsSync(built('de/reference/bookshop/bookshop.json'))).toBe(false);
  });

  it('has the names of the API once, for all languages', () => {
    const [english, german] = ['search.json', 'de/search.json'].map((file) =>
      JSON.parse(read(file)),
    );
    expect(german.apis).toEqual([{ ...english.apis[0], folder: `../${english.apis[0].folder}` }]);
    for (const folder of [english.apis[0].folder, english.about.folder, english.texts])
      expect(fs.existsSync(built(folder))).toBe(true);
    for (const folder of [german.apis[0].folder, german.about.folder, german.texts])
      expect(fs.existsSync(built(`de/${folder}`))).toBe(true);
  });

  it('uses nothing of the folder, and warns of nothing', () => {
    expect(output).not.toMatch(/\[openapi-reference\] (?!building the search index)/);
    const html = read('reference/bookshop/create-book/index.html');
    expect(html).not.toContain('data-app=');
    expect(html.match(/<script src="?[^>]*\/assets\/js\//g)?.length).toBeGreaterThanOrEqual(2);
    const scripts = fs.readdirSync(built('assets/js')).map((file) => read(`assets/js/${file}`));
    expect(scripts.join()).toContain('/reference/bookshop/schemas/book/');
  });
});

describe('a page', () => {
  it('is complete without scripts', async () => {
    const { page } = await openPage(browser, site.origin, { javaScriptEnabled: false });
    await page.goto(OPERATION);
    for (const status of ['201', '409'])
      expect(await page.locator(`[id^="response-${status}"]`).first().isVisible()).toBe(true);
    expect(await page.locator('.ref-sidebar a').count()).toBeGreaterThan(5);
    await page.locator('.ref-sidebar').getByRole('link', { name: 'List books' }).click();
    expect(new URL(page.url()).pathname).toBe('/reference/bookshop/list-books/');
    await page.context().close();
  });

  it('stays as it was drawn when the app takes over', async () => {
    const response = await fetch(site.origin + OPERATION);
    const html = await response.text();
    const watched = await open(OPERATION);
    const text = await watched.page.locator('[data-part=page]').innerText();
    expect(text.length).toBeGreaterThan(1000);
    expect(html).toContain('data-part=');
    expect(await watched.page.title()).toMatch(/Bookshop$/);
    await close(watched);
  });

  it('leads to others by links, in the sidebar and the text, back, and from a guide', async () => {
    const watched = await open('/guides/your-own-document/');
    const { page } = watched;
    await isSamePage(page);
    await page.locator('.navbar a[href="/reference/bookshop/"]').first().click();
    await page.locator('h1', { hasText: 'Bookshop' }).waitFor();
    await page.locator('.ref-sidebar').getByRole('link', { name: 'Catalogue' }).click();
    await page.locator('h1', { hasText: 'Catalogue' }).waitFor();
    expect(await page.title()).toBe('Catalogue | Bookshop');
    const current = page.locator('.ref-sidebar [aria-current=page]');
    await expect.poll(() => current.innerText()).toBe('Catalogue');
    await page
      .locator('[data-part=page]')
      .getByRole('link', { name: 'List books' })
      .first()
      .click();
    await expect.poll(() => current.innerText()).toBe('List books');
    await expect.poll(() => page.locator('#responses').isVisible()).toBe(true);
    await page.goBack();
    await page.locator('h1', { hasText: 'Catalogue' }).waitFor();
    await expect.poll(() => current.innerText()).toBe('Catalogue');
    expect(await isSamePage(page)).toBe(true);
    await close(watched);
  });

  it('opens its console', async () => {
    const watched = await open(OPERATION);
    const { page } = watched;
    await page.getByRole('button', { name: 'Try it' }).click();
    await page
      .locator('.ref-try')
      .getByRole('button', { name: /^Send / })
      .waitFor();
    await close(watched);
  });

  it('takes no attribute of ours from a link', async () => {
    const given = { copy: 'x', try: `${site.origin}/other.json`, ref: '', 'has-hydrated': 'true' };
    const query = new URLSearchParams(
      Object.entries(given).map(([name, value]) => [`docusaurus-data-${name}`, value]),
    );
    const watched = await open(`${OPERATION}?${query}&docusaurus-data-navbar=false`);
    const { page } = watched;
    const {
      copy: text,
      try: address,
      navbar,
    } = await page.evaluate(() => ({
      ...document.documentElement.dataset,
    }));
    expect([text, address, navbar]).toEqual([undefined, undefined, 'false']);
    // The page's script runs all the same.
    await page.locator('[role=tab]').first().waitFor();
    await page.getByRole('button', { name: 'Try it' }).click();
    await page
      .locator('.ref-try')
      .getByRole('button', { name: /^Send / })
      .waitFor();
    await close(watched);
  });

  it.each([
    ['/', 'isbn'],
    ['/de/', 'isbn'],
  ])('can be searched for, from %s', async (address, query) => {
    const watched = await open(address);
    const { page } = watched;
    await page.keyboard.press('/');
    await page.keyboard.type(query);
    const result = page.getByRole('option').first();
    await result.waitFor();
    await result.click();
    await page.waitForURL(`**${address}reference/bookshop/**`);
    await close(watched);
  });
});
