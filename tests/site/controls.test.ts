import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, loadApp, openPage } from '../support/browser.ts';
import { KINDS } from './kinds.ts';

const small = inject('small');
const CREATE = '/reference/bookshop/create-book/';
const ORDER = '/reference/bookshop/create-order/';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const styleOf = (element: Locator, name: string, pseudo = '') =>
  element.evaluate(
    (one, [property, part]) => getComputedStyle(one, part || null).getPropertyValue(property),
    [name, pseudo] as const,
  );

/** Controls that are smaller than 24 pixels; links that are text may be. */
function small24(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      'a[href], button, summary, input:not([type=hidden]), select, textarea',
    );
    // Its lines are as far apart.
    const isText = (element: Element): boolean =>
      element.localName === 'a' && getComputedStyle(element).display === 'inline';
    const found: string[] = [];
    for (const control of controls) {
      if (!control.checkVisibility({ visibilityProperty: true }) || isText(control)) continue;
      // The label is part of the target.
      const { width, height } = (control.closest('label') ?? control).getBoundingClientRect();
      // For screen readers only, or shown with the focus.
      if (width <= 1 || height <= 1 || control.matches('[class*=skipToContent]')) continue;
      if (width < 23.5 || height < 23.5)
        found.push(
          `${control.localName}.${control.className} "${(control.ariaLabel ?? control.textContent ?? '').trim().slice(0, 30)}" ${Math.round(width)}x${Math.round(height)}`,
        );
    }
    return found;
  });
}

describe('on phones, controls are at least 24 pixels high and wide', () => {
  it.each(Object.entries(KINDS))('on the %s', async (_kind, address) => {
    const { page } = await openPage(browser, small.origin, PHONE);
    await page.goto(address);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await small24(page)).toEqual([]);
    await page.context().close();
  });

  it('in the menu', async () => {
    const { page } = await openPage(browser, small.origin, PHONE);
    await page.goto(CREATE);
    await page.locator('.navbar__toggle').tap();
    await page.locator('#phone-menu').waitFor();
    expect(await small24(page)).toEqual([]);
    await page.context().close();
  });
});

it('code of a guide is copied line by line, and without the app', async () => {
  const { page } = await openPage(browser, inject('site').origin, {
    ...PHONE,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.route('**/assets/js/**', (route) => route.abort());
  await page.goto('/guides/authentik/connect-an-application/');
  const code = page.locator('.theme-code-block').first();
  await code.getByRole('button', { name: 'Copy code' }).tap();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe('export AUTHENTIK=https://authentik.example.com/api/v3\nexport AUTHENTIK_TOKEN=...');
  expect(await code.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
  await page.context().close();
});

it.each(Object.entries(KINDS))(
  'what is pressed shows it at once on the %s',
  async (_kind, address) => {
    // Before any script could do it.
    const { page } = await openPage(browser, small.origin, { javaScriptEnabled: false });
    await page.goto(address);
    // One of each kind.
    const count = await page.evaluate(() => {
      const kinds = new Set<string>();
      const all = document.querySelectorAll('main :is(a, summary, button), .navbar :is(a, button)');
      for (const one of all) {
        const kind = `${one.localName} ${one.className}`;
        if (kinds.has(kind) || !one.checkVisibility({ visibilityProperty: true })) continue;
        one.setAttribute('data-pressed', String(kinds.size));
        kinds.add(kind);
      }
      return kinds.size;
    });
    expect(count).toBeGreaterThan(3);
    const client = await page.context().newCDPSession(page);
    for (const domain of ['DOM.enable', 'CSS.enable'] as const) await client.send(domain);
    const { root } = await client.send('DOM.getDocument');
    for (let index = 0; index < count; index++) {
      const selector = `[data-pressed="${index}"]`;
      const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector });
      const control = page.locator(selector);
      const atRest = await styleOf(control, 'background');
      const opacity = await styleOf(control, 'opacity');
      await client.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: ['active'] });
      // Some fade.
      await expect
        .poll(() => styleOf(control, 'background'), { message: await control.innerHTML() })
        .not.toBe(atRest);
      // Paler would look disabled. Some are only there for the pointer or the focus.
      expect(await styleOf(control, 'opacity')).toBe(opacity);
    }
    await page.context().close();
  },
);

describe('the keyboard', () => {
  it('stops once at a list of fields, whose links the arrows lead to', async () => {
    const { page } = await openPage(browser, small.origin);
    await page.goto(CREATE);
    await loadApp(page);
    const links = page
      .locator('main ul.ref-fields > li > div > a[data-copy]')
      .filter({ visible: true });
    expect(await links.count()).toBeGreaterThan(3);
    const list = page.locator('ul.ref-fields:has(a[data-copy])').first();
    const own = list.locator('li > div > a[data-copy]');
    expect(
      await own.evaluateAll(
        (all) => all.filter((one) => (one as HTMLElement).tabIndex === 0).length,
      ),
    ).toBe(1);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
    const visible = own.filter({ visible: true });
    const href = (index: number) => visible.nth(index).getAttribute('href');
    await own.first().focus();
    for (const [key, index] of [
      ['ArrowDown', 1],
      ['ArrowDown', 2],
      ['ArrowUp', 1],
      ['End', -1],
      ['Home', 0],
    ] as const) {
      await page.keyboard.press(key);
      expect(await focused(), key).toBe(await href(index));
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toBe(await href(1));
    await page.context().close();
  });

  it('skips to text that is not below the navbar', async () => {
    const { page } = await openPage(browser, small.origin, {
      viewport: { width: 1280, height: 500 },
    });
    await page.goto(CREATE);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const top = () => page.locator('main').evaluate((main) => main.getBoundingClientRect().top);
    const bar = await page.locator('.navbar').evaluate((one) => one.getBoundingClientRect().bottom);
    await expect.poll(top).toBeGreaterThanOrEqual(bar - 1);
    await page.context().close();
  });
});

it('forced colors show what is chosen, and what is a method', async () => {
  const { page } = await openPage(browser, small.origin, { forcedColors: 'active' });
  await page.goto(ORDER);
  const groups = page.locator('main [data-tabs] > [role=tablist]').filter({ visible: true });
  expect(await groups.count()).toBeGreaterThan(2);
  for (const group of await groups.all()) {
    const [chosen, other] = [true, false].map((selected) =>
      group.getByRole('tab', { selected }).filter({ visible: true }).first(),
    );
    if (!chosen || !other || (await other.count()) === 0) continue;
    const name = await group.getAttribute('aria-label');
    expect(await styleOf(chosen, 'background-color'), String(name)).not.toBe(
      await styleOf(other, 'background-color'),
    );
  }
  const links = page.locator('.ref-sidebar .menu__link');
  const current = page.locator('.ref-sidebar [aria-current=page]');
  expect(await styleOf(current, 'background-color')).not.toBe(
    await styleOf(links.first(), 'background-color'),
  );
  expect(await styleOf(current, 'outline-style', '::before')).toBe('solid');
  const badge = page.locator('main [class*=method_]').first();
  expect(await styleOf(badge, 'outline-style')).toBe('solid');
  await page.context().close();
});
