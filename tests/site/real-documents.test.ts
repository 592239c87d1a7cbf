import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { launch, loadApp, openPage } from '../support/browser.ts';
import { realDocuments } from '../support/documents.ts';
import { serveFolder } from '../support/server.ts';
import { run } from '../support/site.ts';
import { siteOf } from './sites.ts';

const documents = realDocuments();
let site: string;
beforeAll(() => {
  site = siteOf('real');
}, 240_000);

/** Pages of an API, and the bytes of each. */
function pagesOf(id: string): Map<string, number> {
  const root = path.join(site, 'reference', id);
  const files = fs.readdirSync(root, { recursive: true, encoding: 'utf8' });
  return new Map(
    files
      .filter((file) => path.basename(file) === 'index.html')
      .map((file) => [file, fs.statSync(path.join(root, file)).size]),
  );
}

it('has enough of them to mean something', () => {
  expect(documents.length).toBeGreaterThan(70);
});

it.each(documents)('$id has its pages, each of a size to be read', ({ id }) => {
  const sizes = [...pagesOf(id).values()];
  expect(sizes.length).toBeGreaterThan(0);
  expect(Math.max(...sizes)).toBeLessThan(600_000);
});

it('shows all that the documents say', () => {
  const { code, stdout, stderr } = run(path.dirname(site), ['coverage']);
  expect(code, stderr).toBe(0);
  const reports = stdout.matchAll(
    /^([\w-]+): \S+\n[\d,]+ pages?\b[\s\S]*?^ {2}all +([\d,]+) +([\d,]+) /gm,
  );
  const number = (text = ''): number => Number(text.replaceAll(',', ''));
  const missing = Object.fromEntries(
    Array.from(reports, ([, id = '', shown, all]) => [id, number(all) - number(shown)]),
  );
  for (const { id } of [...documents, { id: 'wide' }]) expect(missing[id], id).toBe(0);
});

describe('the scripts of a site of many APIs', () => {
  const labels = 12;

  it('list none of them: only the tagline names some', () => {
    const folders = ['assets/js', 'assets/reference'].map((name) => path.join(site, name));
    const scripts = folders.flatMap((folder) =>
      fs
        .readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.js'))
        .map((file) => fs.readFileSync(path.join(folder, file), 'utf8')),
    );
    expect(scripts.length).toBeGreaterThan(20);
    const named = documents.filter(({ id }) => scripts.some((code) => code.includes(id)));
    expect(named.length).toBeLessThanOrEqual(labels);
    const addresses = documents.filter(({ id }) =>
      scripts.some((code) => code.includes(`reference/${id}`)),
    );
    expect(addresses).toEqual([]);
  });

  it('lead from one API to another', async () => {
    const [browser, server] = await Promise.all([launch(), serveFolder(site)]);
    const { page, complaints } = await openPage(browser, server.origin);
    const list = () => page.locator('.ref-sidebar [data-menu]').first().getAttribute('data-menu');
    const credentials = () =>
      page.locator('[data-credentials]').getAttribute('data-credentials', { timeout: 5000 });
    await page.goto('/reference/3-0-security/');
    await loadApp(page);
    await page.evaluate(() => Object.assign(window, { isSame: true }));
    expect(await credentials()).toMatch(/^3-0-security \/reference\/3-0-security\//);
    const first = await list();
    await page.locator('.navbar a[href="/reference/"]').first().click();
    await page.locator('[data-part=apis] a[href="/reference/3-1-security/"]').click();
    await page.waitForURL('**/reference/3-1-security/');
    expect(await credentials()).toMatch(/^3-1-security /);
    // From a page of one to a page of another, nothing between them.
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), {
        href: '/reference/3-0-security/',
        id: 'across',
        textContent: 'Across',
      });
      document.querySelector('[data-part=page]')?.prepend(link);
    });
    const second = await list();
    expect(second).not.toBe(first);
    await page.locator('#across').click();
    await page.waitForURL('**/reference/3-0-security/');
    await expect.poll(list).toBe(first);
    await expect.poll(credentials).toMatch(/^3-0-security /);
    expect(await page.locator('.ref-sidebar a[aria-current]').first().getAttribute('href')).toBe(
      '/reference/3-0-security/',
    );
    expect(await page.locator('meta[property="og:image"]').getAttribute('content')).toContain(
      '/img/social/3-0-security.png',
    );
    expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
    expect(complaints).toEqual([]);
    await Promise.all([browser.close(), server.close()]);
  });
});

describe('the search of a site of many APIs', () => {
  const rows = (page: Page) => page.locator('[role=option]');

  it('finds what all of them have, from a page of none, in one index', async () => {
    const [browser, server] = await Promise.all([launch(), serveFolder(site)]);
    const { page, complaints } = await openPage(browser, server.origin);
    const asked = new Set<string>();
    page.on('request', (request) => {
      const [, folder] = /\/assets\/search\/([^/]+)\.[0-9a-f]{8}\//.exec(request.url()) ?? [];
      if (folder !== undefined) asked.add(folder);
    });
    await page.goto('/reference/');
    await page.keyboard.press('/');
    await page.locator('.ref-search-input').fill('list site deploys');
    const found = rows(page).filter({ hasText: /^List site deploys/ });
    await found.first().waitFor();
    // Which API it is of, and where it leads.
    expect(await found.first().textContent()).toContain('Netlify');
    expect(await found.first().getAttribute('href')).toContain('/reference/netlify/');
    expect([...asked].filter((folder) => folder !== 'guides')).toEqual(['-all']);
    // An API by its name.
    await page.locator('.ref-search-input').fill('galaxy');
    await page.getByRole('group', { name: 'APIs' }).locator('a').first().click();
    await page.waitForURL('**/reference/galaxy/');
    expect(complaints).toEqual([]);
    await Promise.all([browser.close(), server.close()]);
  });

  it('asks one API on its pages, and all of them if it has nothing', async () => {
    const [browser, server] = await Promise.all([launch(), serveFolder(site)]);
    const { page } = await openPage(browser, server.origin);
    await page.goto('/reference/3-0-security/');
    await page.keyboard.press('/');
    await page.locator('.ref-search-input').fill('listSiteDeploys');
    await rows(page).filter({ hasText: 'Search all APIs' }).click();
    await rows(page).filter({ hasText: 'Netlify' }).first().waitFor();
    await Promise.all([browser.close(), server.close()]);
  });
});

describe('schemas that refer to each other over and over', () => {
  it('stay small', () => {
    const pages = pagesOf('connected');
    const largest = [...pages].reduce((a, b) => (b[1] > a[1] ? b : a));
    console.info(`connected: ${pages.size} pages, the largest ${largest[1]} bytes (${largest[0]})`);
    expect(largest[1]).toBeLessThan(200_000);
  });

  it.each([
    ['send-by-property', 'byproperty'],
    ['send-by-items', 'byitems'],
    ['send-by-all-of', 'byallof'],
    ['send-by-one-of', 'byoneof'],
    ['send-by-any-of', 'byanyof'],
    ['send-by-map', 'bymap'],
  ])('%s ends in a link to %s', (page, schema) => {
    const file = path.join(site, 'reference/connected', page, 'index.html');
    expect(fs.readFileSync(file, 'utf8')).toContain(`/reference/connected/schemas/${schema}/`);
  });

  it('goes on at the page of the schema where the depth ends', () => {
    const read = (page: string): string =>
      fs.readFileSync(path.join(site, 'reference/connected', page, 'index.html'), 'utf8');
    // Each level is there once, or linked; following the links reaches the last one.
    const reached = new Set<string>();
    const open = ['send-level-0'];
    for (let page = open.pop(); page !== undefined; page = open.pop()) {
      if (reached.has(page)) continue;
      reached.add(page);
      for (const [, next = ''] of read(page).matchAll(
        /\/reference\/connected\/(schemas\/[\w-]+)\//g,
      ))
        open.push(next);
    }
    expect([...reached].filter((page) => /level/.test(page)).length).toBeGreaterThan(1);
    expect([...reached].some((page) => read(page).includes('Level 13.'))).toBe(true);
  });
});
