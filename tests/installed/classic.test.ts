import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../support/browser.ts';
import { type ForeignSite, foreignSite, PACKAGE } from '../support/foreign-site.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { ROOT } from '../support/site.ts';

/**
 * The package in the site that `create-docusaurus` makes, with a second docs instance and a version of the docs: a
 * build without it, one with it and our search, and one without the search in which its pages are fast.
 */
let site: ForeignSite;
const TEMPLATES = path.join(ROOT, 'node_modules/create-docusaurus/templates');

const DOCS = `['@docusaurus/plugin-content-docs', {
      id: 'team', path: 'team', routeBasePath: 'for/team', sidebarPath: './team.ts',
    }],`;

/** What a reader of the guide "Add a reference to your site" adds to the configuration. */
const OURS = `['${PACKAGE}', { apis: [
      { id: 'bookshop', document: 'openapi.yaml' },
      { id: 'inside', document: 'openapi.yaml', docsPluginId: 'team', outputDir: 'team/books' },
      {
        id: 'shop',
        document: 'shop-2.0.yaml',
        versions: [{ version: '1.0', document: 'shop-1.0.yaml' }],
      },
    ] }],`;
/** A page with most of what Docusaurus can show. */
const FEATURES = 'docs/tutorial-basics/markdown-features.mdx';
const SEARCH = `'${PACKAGE}/search'`;

/** A configuration with plugins and themes. */
const withParts = (config: string, plugins: string, themes = ''): string =>
  config.replace(
    '\n  themeConfig: {',
    `\n  plugins: [${plugins}],\n  themes: [${themes}],\n  themeConfig: {`,
  );

const built = (args: readonly string[], env?: Readonly<Record<string, string>>): string => {
  const { code, output } = site.docusaurus(args, env);
  expect(code, output).toBe(0);
  return output;
};

/** The page without our search control, and the names of scripts and styles, which have hashes. */
const bodyOf = (file: string): string =>
  site
    .read(file)
    .replace(/^[\s\S]*?(?=<div id="?__docusaurus"?>)/, '')
    .replace(/<a class="?search_[\s\S]*?<\/a>/, '')
    .replace(/\/assets\/(?:js|css)\/[^"]+/g, 'asset');

beforeAll(async () => {
  site = await foreignSite(
    path.join(TEMPLATES, 'shared'),
    path.join(TEMPLATES, 'classic-typescript'),
  );
  site.write('team.ts', `export default { team: ['intro', 'features'] };\n`);
  site.write('team/intro.md', '# For the team\n');
  site.write(
    'team/features.mdx',
    site.read(FEATURES).replaceAll('./create-a-page.mdx', './intro.md'),
  );
  const config = site.read('docusaurus.config.ts');
  site.write('docusaurus.config.ts', withParts(config, DOCS));
  built(['build', '--out-dir', 'before']);
  site.write('openapi.yaml', fs.readFileSync(path.join(ROOT, 'openapi/bookshop.yaml'), 'utf8'));
  for (const file of ['shop-1.0.yaml', 'shop-2.0.yaml'])
    site.write(file, fs.readFileSync(path.join(ROOT, 'tests/support/versions', file), 'utf8'));
  const theme = `'${PACKAGE}/theme'`;
  site.write('docusaurus.config.ts', withParts(config, DOCS + OURS, `${theme}, ${SEARCH}`));
  // As a build, so that the version gets the pages of the reference as well.
  built(['docs:version', '1.0'], { NODE_ENV: 'production' });
  built(['build']);
  const plain = withParts(config, DOCS + OURS, theme);
  site.write(
    'docusaurus.config.ts',
    `import { withFastPages } from '${PACKAGE}/config';\n${plain.replace('export default config', 'export default withFastPages(config)')}`,
  );
  expect(built(['build', '--out-dir', 'fast'])).not.toContain('[openapi-reference] page-template');
}, 600_000);
afterAll(() => site.remove());

describe('the package in a classic site', () => {
  it.each([
    ['the version that readers see first', 'docs/reference/bookshop'],
    ['the next version', 'docs/next/reference/bookshop'],
    ['another docs instance', 'for/team/books'],
  ])('has all pages and their data in %s', (_name, base) => {
    const pages = fs
      .readdirSync(path.join(site.folder, 'docs/reference/bookshop'), {
        recursive: true,
        encoding: 'utf8',
      })
      .filter((file) => file.endsWith('.mdx'))
      .map((file) => file.replace(/\.\w+\.mdx$/, ''));
    expect(pages.length).toBe(29);
    for (const page of pages.filter((id) => id !== 'bookshop')) {
      const html = site.read(`build/${base}/${page}/index.html`);
      const [, reference = ''] = /<div class="?reference([\s\S]*)/.exec(html) ?? [];
      expect(JSON.parse(site.read(`build/${base}/${page}.json`))['x-page']).toBeDefined();
      // Links stay in the version and the instance.
      const links = [...reference.split('</article>', 1)].flatMap((part) =>
        [...part.matchAll(/<a\b[^>]*?href="?(\/[^"#\s>]*)/g)].map(([, href = '']) => href),
      );
      expect(reference).not.toBe('');
      expect(links.filter((href) => !`${href}/`.startsWith(`/${base}/`))).toEqual([]);
    }
  });

  it('says every fact of the document in its static HTML', () => {
    const { code, output } = site.command([
      ...['coverage', '--document', 'openapi.yaml', '--id', 'bookshop', '--fail-under', '100'],
    ]);
    expect(code, output).toBe(0);
  });

  it.each(
    ['build', 'fast'].flatMap((folder) =>
      ['docs', 'docs/next'].map((docs) => [folder, `${docs}/reference/shop`] as const),
    ),
  )('leads to other versions of an API: %s, %s', (folder, base) => {
    const linksOf = (page: string): string[] => {
      const html = site.read(`${folder}/${base}/${page}/index.html`);
      const [, list = ''] = /<details class="dropdown([\s\S]*?)<\/details>/.exec(html) ?? [];
      const [, canonical] = /<link[^>]*rel="?canonical"?[^>]*href="?([^" >]*)/.exec(html) ?? [];
      const links = [...list.matchAll(/href="?([^" >]*)"?[^>]*>([^<]*)/g)];
      return [
        ...links.map(([, href = '', text]) => `${text}: ${href}`),
        new URL(canonical ?? '').pathname,
      ];
    };
    expect(linksOf('place-order')).toEqual([
      `2.0.1 (current): /${base}/place-order`,
      `1.0: /${base}/1.0/create-order`,
      `/${base}/place-order`,
    ]);
    expect(linksOf('1.0/create-order').at(-1)).toBe(`/${base}/place-order`);
    expect(linksOf('1.0/list-vouchers')).toEqual([
      `2.0.1 (no such page): /${base}`,
      `1.0: /${base}/1.0/list-vouchers`,
      `/${base}/1.0/list-vouchers`,
    ]);
  });

  it.each(['build', 'fast'])('changes no other page: %s', (folder) => {
    const others = [
      'index.html',
      'markdown-page/index.html',
      'blog/index.html',
      'blog/archive/index.html',
      'blog/welcome/index.html',
      'for/team/features/index.html',
      '404.html',
    ];
    for (const file of others) expect(bodyOf(`${folder}/${file}`)).toBe(bodyOf(`before/${file}`));
  });

  it.each(['build', 'fast'])(
    'ships no text of the document in scripts, and the components of its pages in none: %s',
    (built) => {
      const folder = path.join(site.folder, built, 'assets/js');
      const scripts = fs
        .readdirSync(folder)
        .map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
      expect(scripts.length).toBeGreaterThan(10);
      expect(scripts.filter((code) => code.includes('Idempotency-Key'))).toEqual([]);
      expect(scripts.filter((code) => code.includes('ref.operationId'))).toEqual([]);
    },
  );
});

/** A page as it stays: images and colors may come late. */
async function steadyPicture(page: Page): Promise<Buffer> {
  let last: Buffer = Buffer.alloc(0);
  for (;;) {
    const next = await page.screenshot({ fullPage: true, animations: 'disabled' });
    if (next.equals(last)) return next;
    last = next;
  }
}

/** Our search control, and which heading the table of contents marks, which depends on when the picture is taken. */
const NOT_COMPARED = `
  [class*=navbarSearchContainer_] { display: none !important }
  .table-of-contents__link--active { color: var(--ifm-toc-link-color) !important }`;

/** Full pages that are not ours. */
async function pictures(browser: Browser, folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const server = await serveFolder(path.join(site.folder, folder));
  const found = new Map<string, Buffer>();
  for (const width of [1440, 390])
    for (const colorScheme of ['light', 'dark'] as const) {
      const viewport = { width, height: 900 };
      const page = await browser.newPage({ baseURL: server.origin, viewport, colorScheme });
      // Pictures of the blog's authors are on another server.
      await page.route(/^https:/, (route) => route.abort());
      for (const address of ['/', '/for/team/features/', '/blog/welcome/']) {
        await page.goto(address, { waitUntil: 'load' });
        await page.waitForFunction(() => document.documentElement.dataset.hasHydrated === 'true');
        await page.addStyleTag({ content: NOT_COMPARED });
        const name = `${address} ${width} ${colorScheme}`;
        found.set(name, await steadyPicture(page));
      }
      await page.close();
    }
  await server.close();
  return found;
}

it('changes not one pixel of other pages', async () => {
  const browser = await launch();
  const before = await pictures(browser, 'before');
  for (const folder of ['build', 'fast']) {
    const after = await pictures(browser, folder);
    const changed = [...before].filter(([name, image]) => !after.get(name)?.equals(image));
    expect([after.size, changed.map(([name]) => `${folder}: ${name}`)]).toEqual([12, []]);
  }
  await browser.close();
}, 120_000);

/** Types a query into the search. */
async function search(page: Page, query: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('.ref-search-input').fill(query);
  await page.locator('.ref-search-results a[id]').first().waitFor();
}

describe('our search', () => {
  let server: StaticServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await serveFolder(path.join(site.folder, 'build'));
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  const messagesOf = (page: Page): string[] => {
    const messages: string[] = [];
    page.on('console', (message) => {
      if (!/net::ERR_/.test(message.text())) messages.push(message.text());
    });
    page.on('pageerror', (error) => messages.push(error.message));
    return messages;
  };

  it.each([
    ['the blog', '/blog/', 'Idempotency-Key', /^\/docs\/reference\/bookshop\//],
    [
      'the next version',
      '/docs/next/reference/bookshop/create-order/',
      'Idempotency-Key',
      /^\/docs\/next\//,
    ],
    [
      'another docs instance',
      '/for/team/books/create-order/',
      'Idempotency-Key',
      /^\/for\/team\/books\//,
    ],
    ['the blog, for a page', '/blog/', 'Congratulations', /^\/docs\/tutorial-basics\/congrat/],
    ['the blog, for a post', '/docs/intro/', 'Long Blog Post', /^\/blog\/long-blog-post/],
    ['the blog, for a text', '/docs/intro/', 'elementum', /^\/blog\/long-blog-post/],
  ])('from %s leads there', async (_name, start, query, target) => {
    const page = await browser.newPage({ baseURL: server.origin });
    const messages = messagesOf(page);
    await page.goto(start, { waitUntil: 'load' });
    await search(page, query);
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname).toMatch(target);
    expect(messages).toEqual([]);
    await page.close();
  });

  it('has a page', async () => {
    const page = await browser.newPage({ baseURL: server.origin });
    const messages = messagesOf(page);
    await page.goto('/search/?q=Idempotency-Key', { waitUntil: 'load' });
    await page.locator('.ref-search-results a[id]').first().waitFor();
    await page.waitForFunction(() => document.documentElement.dataset.hasHydrated === 'true');
    // The app has kept it.
    expect(await page.locator('.ref-search-results a[id]').count()).toBeGreaterThan(0);
    expect(messages).toEqual([]);
    await page.close();
  });

  it('is in no file of a site without the entry', () => {
    const files = fs
      .readdirSync(path.join(site.folder, 'fast'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.includes('search'));
    expect(files).toEqual([]);
    const [script = ''] = fs.readdirSync(path.join(site.folder, 'fast/assets/reference'));
    expect(site.read(`fast/assets/reference/${script}`)).not.toContain('data-search');
  });
});

describe.each([
  ['with documented features only', 'build', 'true'],
  ['with fast pages', 'fast', 'false'],
])('in a browser, %s', (_name, folder, loadsApp) => {
  let server: StaticServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await serveFolder(path.join(site.folder, folder));
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('moves between pages, opens the console, and leaves other pages alone', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const messages: string[] = [];
    page.on('console', (message) => {
      // Pictures of the blog's authors are on another server.
      if (/error|warning/.test(message.type()) && !/net::ERR_/.test(message.text()))
        messages.push(message.text());
    });
    page.on('pageerror', (error) => messages.push(error.message));
    const hydrated = () => page.evaluate(() => document.documentElement.dataset.hasHydrated);
    await page.goto(`${server.origin}/docs/reference/bookshop/create-order/`);
    await page.waitForLoadState('load');
    await expect.poll(hydrated).toBe(loadsApp);
    await page.getByRole('link', { name: 'Get an order' }).first().hover();
    await expect.poll(hydrated).toBe('true');
    await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
    await page.getByRole('link', { name: 'Get an order' }).first().click();
    await expect.poll(() => page.locator('h1').textContent()).toBe('Get an order');
    expect(await page.title()).toContain('Get an order');
    await page.locator('button[data-try]').click();
    await page.locator('[data-console] form').first().waitFor();
    await page.getByRole('link', { name: 'Blog' }).first().click();
    await expect.poll(() => page.title()).toContain('Blog');
    await page.goBack();
    await expect.poll(() => page.locator('h1').textContent()).toBe('Get an order');
    await expect.poll(() => page.locator('[data-part] [data-copy]').count()).toBeGreaterThan(0);
    expect(await page.evaluate(() => 'isSameDocument' in window)).toBe(true);
    expect(messages).toEqual([]);
  });

  it('moves to the same page in another version, by keyboard, and keeps its canonical URL', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    await page.goto(`${server.origin}/docs/reference/shop/place-order/`);
    await page.locator('main summary', { hasText: 'Version 2.0.1' }).press('Enter');
    await page.getByRole('link', { name: '1.0', exact: true }).press('Enter');
    await expect.poll(() => page.locator('h1').textContent()).toBe('Create an order');
    // If the browser was faster than the app, it has loaded the page, and the app waits for the reader again.
    await page.hover('.navbar__brand');
    await expect
      .poll(() => page.evaluate(() => document.documentElement.dataset.hasHydrated))
      .toBe('true');
    const canonical = () => page.locator('link[rel=canonical]').getAttribute('href');
    await expect.poll(canonical).toMatch(/\/docs\/reference\/shop\/place-order\/?$/);
    await page.getByRole('link', { name: 'This page in version 2.0.1' }).click();
    await expect.poll(() => page.locator('h1').textContent()).toBe('Place an order');
    await expect.poll(canonical).toMatch(/\/docs\/reference\/shop\/place-order\/?$/);
    // Loaded as the first page: the app must keep what the server wrote.
    await page.goto(`${server.origin}/docs/reference/shop/1.0/get-book/`);
    await page.locator('main summary', { hasText: 'Version 1.0' }).press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.documentElement.dataset.hasHydrated))
      .toBe('true');
    expect(await canonical()).toMatch(/\/docs\/reference\/shop\/get-book\/?$/);
  });
});
