import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../support/browser.ts';
import { type ForeignSite, foreignSite, PACKAGE } from '../support/foreign-site.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { ROOT } from '../support/site.ts';

/**
 * The command of the package where there is no site: `build` with a document only, and `create`, whose site is then
 * built. The folder around both has the packages.
 */
let around: ForeignSite;
const TEMPORARY = 'temporary';

beforeAll(async () => {
  around = await foreignSite();
  const bookshop = fs.readFileSync(path.join(ROOT, 'openapi/bookshop.yaml'), 'utf8');
  around.write('alone/openapi.yaml', bookshop);
  fs.mkdirSync(path.join(around.folder, TEMPORARY));
});
afterAll(() => around.remove());

const namesIn = (folder: string): string[] => fs.readdirSync(path.join(around.folder, folder));

/** Docusaurus has some of its own. */
const leftovers = (): string[] => namesIn(TEMPORARY).filter((name) => name.startsWith(PACKAGE));

/** Runs a command, whose temporary files are seen. */
const command = (args: readonly string[], below: string) =>
  around.command(args, below, { TMPDIR: path.join(around.folder, TEMPORARY) });

/** The command's own report: every fact of the document is in the static HTML. */
function expectWhole(args: readonly string[], below: string): void {
  const { code, output } = around.command(['coverage', ...args, '--fail-under', '100'], below);
  expect(code, output).toBe(0);
}

describe('a document without a site', () => {
  let server: StaticServer;
  let browser: Browser;
  beforeAll(async () => {
    const { code, output } = command(['build', 'openapi.yaml'], 'alone');
    expect(code, output).toBe(0);
    expect(output).toContain('Preview it with npx docusaurus-openapi-reference serve,');
    server = await serveFolder(path.join(around.folder, 'alone/build'));
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('becomes a site in one folder, and nothing else stays', () => {
    expect(namesIn('alone')).toEqual(['build', 'openapi.yaml']);
    expect(leftovers()).toEqual([]);
    expect(namesIn('alone/build')).toEqual(
      expect.arrayContaining(['404.html', '_headers', 'csp.txt', 'licenses.txt', 'search.json']),
    );
  });

  it('has every fact of the document in its static HTML', () => {
    expectWhole(['openapi.yaml'], 'alone');
  });

  it('has the styles of all that it shows', () => {
    const styles = namesIn('alone/build/assets/css')
      .map((file) => around.read(path.join('alone/build/assets/css', file)))
      .join('');
    const page = around.read('alone/build/reference/bookshop/create-order/index.html');
    const classes = [...page.matchAll(/class="?([^">]*)/g)]
      .flatMap(([, names = '']) => names.split(' '))
      // Those of CSS modules.
      .filter((name) => /[^_]_[\w+/-]{4}$/.test(name));
    expect(classes.length).toBeGreaterThan(20);
    expect(classes.filter((name) => !styles.includes(name))).toEqual([]);
  });

  it('claims no address that it does not have', () => {
    const pages = fs
      .readdirSync(path.join(around.folder, 'alone/build'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:html|xml|txt|json)$/.test(file));
    expect(pages.length).toBeGreaterThan(30);
    expect(pages).not.toContain('sitemap.xml');
    const html = (file: string): string => around.read(path.join('alone/build', file));
    expect(pages.filter((file) => /site-address\.invalid/.test(html(file)))).toEqual([]);
    expect(html('index.html')).toContain('rel="canonical" href="/"');
  });

  it('keeps the last site when the document is bad', () => {
    around.write('alone/bad.yaml', 'openapi: 3.1.0\ninfo: {\n');
    const before = around.read('alone/build/index.html');
    const { code, output } = command(['build', 'bad.yaml'], 'alone');
    expect(output).toMatch(/^bad\.yaml:3:1 {2}error/m);
    expect(code).toBe(1);
    expect(around.read('alone/build/index.html')).toBe(before);
    expect(leftovers()).toEqual([]);
  });

  it('is named after the document, fast, searched and tried in a browser', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const messages: string[] = [];
    page.on('console', (message) => {
      if (/error|warning/.test(message.type())) messages.push(message.text());
    });
    page.on('pageerror', (error) => messages.push(error.message));
    await page.goto(`${server.origin}/`);
    expect(await page.title()).toContain('Bookshop');
    const hydrated = () => page.evaluate(() => document.documentElement.dataset.hasHydrated);
    expect(await hydrated()).not.toBe('true');
    await page.keyboard.press('/');
    await page.keyboard.type('place order');
    await page
      .getByRole('option', { name: /Place an order/ })
      .first()
      .click();
    await expect.poll(() => page.locator('h1').textContent()).toBe('Place an order');
    await page.locator('button[data-try]').click();
    await page.locator('[data-console] form').first().waitFor();
    expect(messages).toEqual([]);
  });
});

describe('a site that create writes', () => {
  beforeAll(() => {
    const created = around.command(['create', 'own', '--document', 'alone/openapi.yaml']);
    expect(created.code, created.output).toBe(0);
    const { code, output } = command(['build'], 'own');
    expect(code, output).toBe(0);
  }, 600_000);

  it('shows the document, and parts of it in its guide', () => {
    expectWhole([], 'own');
    const guide = around.read('own/build/guides/start/index.html');
    expect(guide).toContain('/reference/bookshop/list-books/');
    expect(around.read('own/build/index.html')).toContain('>Guides</a>');
  });
});
