import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, openPage } from '../support/browser.ts';
import { type ForeignSite, foreignSite } from '../support/foreign-site.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { ROOT } from '../support/site.ts';

/** The sites in `tests/sites`, which are examples as well: each is built once, below its base URL in `out`. */
function built(name: string, base: string, ...before: readonly (readonly string[])[]) {
  const made = { site: {} as ForeignSite, server: {} as StaticServer, output: '' };
  beforeAll(async () => {
    made.site = await foreignSite(path.join(ROOT, 'tests/sites', name));
    for (const args of [...before, ['build', '--out-dir', `out${base}`]]) {
      const { code, output } = made.site.docusaurus(args);
      expect(code, output).toBe(0);
      made.output = output;
    }
    made.server = await serveFolder(path.join(made.site.folder, 'out'));
  }, 300_000);
  afterAll(async () => {
    await made.server.close?.();
    made.site.remove?.();
  });
  return made;
}

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Opens a page, and expects that it leaves no message. */
async function inPage(
  { server }: ReturnType<typeof built>,
  address: string,
  act: (page: Page) => Promise<void>,
  options: Parameters<typeof openPage>[2] = {},
): Promise<void> {
  const { page, complaints } = await openPage(browser, server.origin, options);
  await page.goto(address, { waitUntil: 'load' });
  await act(page);
  expect(complaints).toEqual([]);
  await page.context().close();
}

const styleOf = (locator: Locator, name: string): Promise<string> =>
  locator.evaluate((element, key) => getComputedStyle(element).getPropertyValue(key), name);

/** Arguments of the command that fails if a fact of a document is missing. */
const coverage = (document: string, id: string, site: string): readonly string[] => [
  ...['coverage', '--document', document, '--id', id, '--site', site, '--fail-under', '100'],
];

describe('the tea shop', () => {
  const shop = built('shop', '/dev');
  const ORDER = '/dev/reference/tea/create-order';

  it('is built without a warning, and complete', () => {
    expect(shop.output).not.toMatch(/WARN/);
    const { code, output } = shop.site.command(coverage('openapi.yaml', 'tea', 'out/dev'));
    expect(code, output).toBe(0);
  });

  it.each([
    ['light', 'rgb(11, 107, 75)', 'rgb(243, 248, 245)', 'rgb(8, 78, 44)'],
    ['dark', 'rgb(123, 220, 181)', 'rgb(22, 33, 28)', 'rgb(134, 217, 166)'],
  ] as const)(
    'has the colors and components of the site: %s',
    async (colorScheme, link, surface, pill) => {
      const look = async (page: Page): Promise<void> => {
        const reference = page.locator('.reference');
        const button = reference.locator('button[data-try]');
        await expect
          .poll(() => styleOf(reference.getByRole('link', { name: 'Orders' }).first(), 'color'))
          .toBe(link);
        expect(await styleOf(button, 'border-radius')).toBe('0px');
        expect(await styleOf(page.locator('a[data-search]'), 'background-color')).toBe(surface);
        // One of its own in the place of ours, with its style sheet, and one around ours.
        const badge = reference.locator('b', { hasText: 'POST' }).first();
        expect(await styleOf(badge, 'background-color')).toBe(pill);
        await reference.getByText('Ask the shop about this operation').waitFor();
        expect(await page.locator('h1').textContent()).toBe('Create an order');
      };
      await inPage(shop, ORDER, look, { colorScheme });
    },
  );

  it('loads its app when somebody uses a page of the reference, and keeps the HTML', async () => {
    await inPage(shop, ORDER, async (page) => {
      const hydrated = () => page.evaluate(() => document.documentElement.dataset.hasHydrated);
      await page.evaluate(() => document.querySelector('.reference')?.setAttribute('id', 'kept'));
      expect(await hydrated()).toBe('false');
      await page.getByRole('link', { name: 'Cancel an order' }).first().hover();
      await expect.poll(hydrated).toBe('true');
      expect(await page.locator('#kept').count()).toBe(1);
    });
  });

  it.each([
    ['a field', '/dev/', 'gift_wrap', '/dev/reference/tea/schemas/order#schema-gift_wrap'],
    ['an operation', '/dev/blog', 'cancelOrder', '/dev/reference/tea/cancel-order'],
    ['a value', ORDER, 'oolong', /^\/dev\/(?:blog|reference\/tea\/schemas\/kind#)/],
    ['a text of a guide', ORDER, 'pantry', '/dev/guides/first-order'],
    ['a post', ORDER, 'Oolong is back', '/dev/blog/2026/03/01/oolong'],
  ])('finds %s', async (_name, start, query, target) => {
    await inPage(shop, start, async (page) => {
      await page.keyboard.press('/');
      await page.locator('.ref-search-input').fill(query);
      await page.locator('a[role=option]').first().waitFor();
      await page.keyboard.press('Enter');
      const at = () => page.evaluate(() => location.pathname + location.hash);
      await expect.poll(at).toMatch(target);
      if ((await at()).includes('#'))
        await expect.poll(() => page.locator('[data-target]').innerText()).toContain(query);
    });
  });

  it('searches in the language of the page', async () => {
    await inPage(shop, '/dev/de/', async (page) => {
      await page.keyboard.press('/');
      await page.getByPlaceholder('Operationen, Felder, Schemas …').fill('gift_wrap');
      await page.locator('a[role=option]').first().waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.url()).toContain('/dev/de/reference/tea/schemas/order#');
    });
  });

  it('has the search as a page, and a component of the site in guides', async () => {
    await inPage(shop, '/dev/search?q=steeping', async (page) => {
      await page.getByText('steeping_time').first().waitFor();
    });
    await inPage(shop, '/dev/guides/first-order', async (page) => {
      await page.getByText('Steep for 3 minutes.').waitFor();
    });
  });
});

describe('the library', () => {
  const library = built('stock', '', ['gen-api-docs', 'all', '--all-versions']);

  it('is built without a warning, and complete', () => {
    expect(library.output).not.toMatch(/WARN/);
    const asked = coverage('openapi/library.yaml', 'library', 'out');
    const { code, output } = library.site.command(asked);
    expect(code, output).toBe(0);
  });

  it('has the addresses of the stock plugin, and a switch between versions', async () => {
    await inPage(library, '/docs/library/list-books/', async (page) => {
      await page.getByText('Only books by this author.').first().waitFor();
      await page.getByRole('link', { name: 'Get a book' }).first().click();
      await expect.poll(() => new URL(page.url()).pathname).toBe('/docs/library/get-book/');
      await page.getByText('Where to look for it.').waitFor();
      await page.locator('.version-button').hover();
      await page.getByRole('link', { name: 'v1.0' }).click();
      await expect
        .poll(() => new URL(page.url()).pathname)
        .toMatch(/^\/docs\/library\/1\.0\/library\/?$/);
    });
  });

  it('shows what the stock plugin wrote, and what somebody added to it', async () => {
    await inPage(library, '/docs/returns/return-book/', async (page) => {
      await page.getByText('Put the book on the counter').waitFor();
      await page.getByText('Whether it needs a new cover.').waitFor();
      await page.getByText('The book is back.').waitFor();
    });
  });

  it('has neither our search nor anything of it', () => {
    const html = library.site.read('out/docs/library/list-books/index.html');
    expect(html).not.toMatch(/<a [^>]*data-search/);
  });
});
