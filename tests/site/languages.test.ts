import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { launch, loadApp, openPage } from '../support/browser.ts';
import { readPage, textOf } from '../support/html.ts';

const { folder, origin } = inject('site');
const small = inject('small');
const HOST = 'https://docs.example.com';

/** Addresses of pages below a folder, without `index.html`. */
function pagesIn(below: string): string[] {
  return fs
    .readdirSync(below, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'index.html')
    .map((file) => path.dirname(file))
    .sort();
}

const address = 'reference/conformance/request-body-media-types';

describe('the site in German', () => {
  const english = readPage(folder, address);
  const german = readPage(folder, `de/${address}`);

  it('has the same pages', () => {
    expect(pagesIn(path.join(folder, 'de/reference'))).toEqual(
      pagesIn(path.join(folder, 'reference')),
    );
  });

  it('says so, and where the page is in the other language', () => {
    expect(english).toContain('<html lang="en"');
    expect(german).toContain('<html lang="de"');
    expect(german).toContain(`rel="canonical" href="${HOST}/de/${address}/"`);
    for (const html of [english, german]) {
      expect(html).toContain(`rel="alternate" href="${HOST}/${address}/" hrefLang="en"`);
      expect(html).toContain(`rel="alternate" href="${HOST}/de/${address}/" hrefLang="de"`);
      expect(html).toContain(`rel="alternate" href="${HOST}/${address}/" hrefLang="x-default"`);
    }
  });

  it('is a link away, without a script', () => {
    expect(english).toMatch(new RegExp(`<a [^>]*href="/de/${address}/"[^>]*>Deutsch</a>`));
    expect(german).toMatch(new RegExp(`<a [^>]*href="/${address}/"[^>]*>English</a>`));
  });

  it('is in German but for what the document says', () => {
    const text = textOf(german);
    expect(text).toContain('Antworten');
    expect(text).toContain('Einführung');
    expect(text).toContain('Zum Hauptinhalt springen');
    expect(text).toContain('Referenz');
    expect(text).not.toMatch(/\b(?:Authentication|Introduction|Copy|Expand all|Next)\b/);
  });

  it('brings no second copy of the data', () => {
    const data = (below: string) =>
      fs
        .readdirSync(below, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.json'));
    expect(data(path.join(folder, 'reference'))).not.toEqual([]);
    expect(data(path.join(folder, 'de/reference'))).toEqual([]);
  });
});

it('works in a browser as the English one does', async () => {
  const browser = await launch();
  const { page, complaints } = await openPage(browser, origin);
  await page.goto(`/de/${address}/`);
  const part = page.locator('[data-part=page]');
  const before = await part.innerHTML();
  expect(before).toContain('Kopieren');
  // The app keeps what the server drew, and moves on to German pages.
  await loadApp(page);
  // But for the keys of lists of fields, of whose links one is a stop.
  const stops = / (?:tabindex="-1"|aria-keyshortcuts="ArrowDown[^"]*")/g;
  const after = await part.innerHTML();
  expect(after.replace(stops, '')).toBe(before.replace(stops, ''));
  await page.click('.pagination-nav__link--next');
  await page.waitForFunction((from) => !location.pathname.includes(from), address);
  expect(new URL(page.url()).pathname).toMatch(/^\/de\/reference\/conformance\//);
  const other = new URL(page.url()).pathname.replace(/^\/de/, '');
  // The address changes before the page does.
  await page.waitForSelector(`a[hreflang=en][href="${other}"]`, { state: 'attached' });
  await page.getByRole('link', { name: 'English' }).click();
  await page.waitForURL(`**${other}`);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  expect(complaints).toEqual([]);
  await browser.close();
});

it('the link to the other language leads to the same place on the page', async () => {
  const browser = await launch();
  const { page } = await openPage(browser, origin);
  await page.goto(`/${address}/#responses`);
  await page.getByRole('link', { name: 'Deutsch' }).click();
  await page.waitForURL(`**/de/${address}/#responses`);
  await browser.close();
});

it('leads from the page for what is not there to the home page in the other language', () => {
  const file = (name: string): string => fs.readFileSync(path.join(folder, name), 'utf8');
  expect(file('404.html')).toMatch(/<a [^>]*href="\/de\/"[^>]*>Deutsch<\/a>/);
  expect(file('de/404.html')).toMatch(/<a [^>]*href="\/"[^>]*>English<\/a>/);
});

it('in German, what documents and guides say is marked as English', () => {
  const german = readPage(folder, `de/${address}`);
  expect(german).toMatch(/<h1[^>]* lang="en"/);
  const texts = [...german.matchAll(/<div class="ref-md"[^>]*>/g)].map(String);
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((tag) => !tag.includes('lang="en"'))).toEqual([]);
  // The sidebar: the document's names, and ours among them.
  const users = readPage(folder, 'de/reference/authentik/core-users-create');
  expect(users).toMatch(/<li class="menu__list-item menu__group" lang="en">/);
  expect(users).toMatch(/<li class="menu__list-item"><a [^>]*>Einführung</);
  const all = [...users.matchAll(/<a [^>]*>Alle zeigen</g)].map(String);
  expect(all.length).toBeGreaterThan(0);
  expect(all.filter((tag) => !tag.includes('lang="de"'))).toEqual([]);
  expect(readPage(folder, 'de/guides/hosting')).toMatch(/<div lang="en"><div class="theme-doc-m/);
  // Where the page is English, nothing says so again.
  const english = readPage(folder, address).replace(/<html[^>]*>|<a [^>]*hrefLang[^>]*>/g, '');
  expect(english).not.toContain('lang="');
});

it('a site in one language names no other', () => {
  const html = readPage(small.folder, 'reference/bookshop/list-books');
  expect(html).not.toContain('hrefLang="de"');
  expect(html).not.toContain('Deutsch');
  expect(fs.existsSync(path.join(small.folder, 'de'))).toBe(false);
});
