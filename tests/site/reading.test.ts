import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, openPage } from '../support/browser.ts';

/** What a reader does on a page without the app: find, print, and read without any script. */

const small = inject('small');
const site = inject('site');
const CREATE = '/reference/bookshop/create-book/';
const PHONE = { width: 320, height: 640 };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Panels and folds whose inside is not drawn at the moment. */
const closed = (page: Page) =>
  page.evaluate(() => {
    const isHidden = (style: CSSStyleDeclaration): boolean =>
      style.display === 'none' || style.contentVisibility === 'hidden';
    const panels = [...document.querySelectorAll('ref-panel')].filter((panel) =>
      isHidden(getComputedStyle(panel)),
    );
    const folds = [...document.querySelectorAll('main details')].filter((fold) =>
      isHidden(getComputedStyle(fold, '::details-content')),
    );
    return [...panels, ...folds].map((element) => element.id || element.textContent);
  });

describe('finding', () => {
  it('a text in a panel that is not shown opens it, and only it', async () => {
    const { page, complaints } = await openPage(browser, small.origin);
    await page.goto(CREATE);
    const panel = (status: number) => page.locator(`ref-panel#response-${status}`);
    expect(await panel(409).getAttribute('hidden')).toBe('until-found');
    await page.goto('about:blank');
    // A text fragment is the browser's own search, which no script can start with Ctrl+F.
    await page.goto(`${CREATE}#:~:text=There is a book with this ISBN already`);
    await expect.poll(() => panel(409).getAttribute('hidden')).toBeNull();
    expect(await panel(201).getAttribute('hidden')).toBe('until-found');
    expect(await page.getByRole('tab', { name: '409' }).getAttribute('aria-selected')).toBe('true');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

/** A property of a choice that is not selected, closed, in the panel of another status. */
const DEEP = '/reference/conformance/responses-ranges/#response-4XX-cause-limit-window-retry_after';

describe('an address of a place', () => {
  it.each([true, false])('shows it, however deep (scripts: %s)', async (javaScriptEnabled) => {
    const { page, complaints } = await openPage(browser, site.origin, { javaScriptEnabled });
    await page.goto(DEEP);
    const place = page.locator(`[id="${DEEP.split('#')[1]}"]`);
    await expect
      .poll(() =>
        place.evaluate((element) => {
          const { top, bottom, height } = element.getBoundingClientRect();
          return height > 0 && top >= 0 && bottom <= innerHeight && element.checkVisibility();
        }),
      )
      .toBe(true);
    expect(await place.textContent()).toContain('Seconds to wait.');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is copied by the link beside the place', async () => {
    const { page } = await openPage(browser, small.origin);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(CREATE);
    await page.hover('[id="request-title"]');
    await page.getByRole('link', { name: 'Link to title', exact: true }).first().click();
    const address = `${small.origin}${CREATE}#request-title`;
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    expect(page.url()).toBe(address);
    await expect.poll(() => page.locator('#ref-status').textContent()).toBe('Copied');
    await page.context().close();
  });
});

describe('an example of a schema', () => {
  const SCHEMA = '/reference/bookshop/schemas/book/';

  it('is collapsed above the fields on a phone, where it does not scroll within the page', async () => {
    const { page } = await openPage(browser, small.origin, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await page.goto(SCHEMA);
    const code = page.locator('.ref-samples pre').first();
    expect(await code.isVisible()).toBe(false);
    expect((await page.locator('[id="schema-isbn"]').boundingBox())?.y).toBeLessThan(700);
    await page.locator('.ref-samples > summary').tap();
    await expect.poll(() => code.isVisible()).toBe(true);
    const rest = await code.evaluate(
      ({ scrollHeight, clientHeight }) => scrollHeight - clientHeight,
    );
    expect(rest).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  it('is beside the fields if there is room, without a script as well', async () => {
    const { page } = await openPage(browser, small.origin, {
      viewport: { width: 1440, height: 900 },
      javaScriptEnabled: false,
    });
    await page.goto(SCHEMA);
    const [field, code] = await Promise.all(
      ['[id="schema-isbn"]', '.ref-samples pre'].map((one) =>
        page.locator(one).first().boundingBox(),
      ),
    );
    expect(code?.height).toBeGreaterThan(50);
    expect(code?.x).toBeGreaterThan((field?.x ?? Infinity) + (field?.width ?? 0));
    await page.context().close();
  });
});

describe('printing', () => {
  it.each([true, false])(
    'shows every panel and fold, and samples in one language (scripts: %s)',
    async (javaScriptEnabled) => {
      const { page } = await openPage(browser, small.origin, { javaScriptEnabled: true });
      if (!javaScriptEnabled) await page.route('**/*.js', (route) => route.abort());
      await page.goto(CREATE);
      expect((await closed(page)).length).toBeGreaterThan(5);
      await page.emulateMedia({ media: 'print' });
      const left = await closed(page);
      expect(left.filter((id) => !id?.startsWith('sample-'))).toEqual([]);
      const shown = await page.locator('ref-panel[id^="sample-"]:visible').count();
      expect(shown).toBe(1);
      await page.context().close();
    },
  );
});

describe('without scripts', () => {
  it('a phone has all of the text, the sidebar and the links of the navbar', async () => {
    const { page } = await openPage(browser, small.origin, {
      javaScriptEnabled: false,
      viewport: PHONE,
    });
    await page.goto(CREATE);
    expect(await page.locator('ref-panel#response-409').isVisible()).toBe(true);
    // Only those that open something without a script: the menu of the site, and that of the page.
    const buttons = page.locator('button:visible, .ref-sidebar input:visible');
    const opened = await buttons.evaluateAll((all) =>
      all.map((button) => button.getAttribute('popovertarget')),
    );
    expect(opened).toEqual(['phone-menu', 'page-menu']);
    const follow = async (name: string, path: string): Promise<void> => {
      await buttons.first().click();
      const menu = page.locator('#phone-menu');
      await menu.getByRole('link', { name, exact: true }).first().click();
      expect(new URL(page.url()).pathname).toBe(path);
    };
    await follow('Orders', '/reference/bookshop/orders/');
    await follow('Guides', '/guides/bookshop/embeds/');
    await page.context().close();
  });

  it('every link of the site leads to a page and to a place on it', async () => {
    const { page } = await openPage(browser, small.origin, { javaScriptEnabled: false });
    const seen = new Map<string, Set<string>>();
    const links = new Set<string>();
    const queue = ['/'];
    for (let address = queue.pop(); address !== undefined; address = queue.pop()) {
      if (seen.has(address)) continue;
      const response = await page.goto(address);
      expect(response?.status(), address).toBe(200);
      seen.set(
        address,
        new Set(await page.$$eval('[id]', (elements) => elements.map((element) => element.id))),
      );
      const hrefs = await page.$$eval('a[href]', (anchors) =>
        anchors.map((anchor) => (anchor as HTMLAnchorElement).href),
      );
      for (const href of hrefs) {
        const url = new URL(href);
        if (url.origin !== small.origin || /\.\w+$/.test(url.pathname)) continue;
        links.add(url.pathname + url.hash);
        queue.push(url.pathname);
      }
    }
    const broken = [...links].filter((link) => {
      const [pathname = '', hash = ''] = link.split('#');
      return hash !== '' && !seen.get(pathname)?.has(decodeURIComponent(hash));
    });
    expect(broken).toEqual([]);
    expect(seen.size).toBeGreaterThan(25);
    await page.context().close();
  });
});

it('one click shows the other color mode, and the second one follows the system again', async () => {
  const { page, complaints } = await openPage(browser, small.origin, { colorScheme: 'light' });
  await page.goto(CREATE);
  const mode = () => page.evaluate(() => document.documentElement.dataset.theme);
  const button = page.getByRole('button', { name: /^Switch between dark and light mode/ });
  await button.click();
  await expect.poll(mode).toBe('dark');
  await button.click();
  await expect.poll(mode).toBe('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(mode).toBe('dark');
  expect(complaints).toEqual([]);
  await page.context().close();
});

it.each(['/search/', '/nowhere/'])('%s is in the middle', async (address) => {
  const { page } = await openPage(browser, small.origin, {
    viewport: { width: 1440, height: 900 },
  });
  await page.goto(address);
  const { x = 0, width = 0 } = (await page.locator('main').boundingBox()) ?? {};
  expect(width).toBeLessThan(900);
  expect(Math.abs(x + width / 2 - 720)).toBeLessThan(10);
  await page.context().close();
});

it('the list of sections marks the one that is read', async () => {
  const { page, complaints } = await openPage(browser, small.origin, {
    viewport: { width: 1600, height: 500 },
  });
  await page.goto('/reference/bookshop/');
  const list = page.getByRole('navigation', { name: 'On this page' });
  const current = () => list.locator('[aria-current]').allTextContents();
  await page.locator('#errors').evaluate((heading) => heading.scrollIntoView());
  await expect.poll(current).toEqual(['Errors']);
  await page.locator('#servers').evaluate((heading) => heading.scrollIntoView());
  await expect.poll(current).toEqual(['Servers']);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('printed, one response is apart from the next one', async () => {
  const { page } = await openPage(browser, small.origin, {
    viewport: { width: 718, height: 1000 },
  });
  await page.goto(CREATE);
  await page.emulateMedia({ media: 'print' });
  const [first, second] = await Promise.all(
    [201, 400].map((status) => page.locator(`#response-${status}`).boundingBox()),
  );
  const end = (first?.y ?? 0) + (first?.height ?? 0);
  expect((second?.y ?? 0) - end).toBeGreaterThan(16);
  await page.context().close();
});
