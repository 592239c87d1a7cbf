import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { VIEWS, violations } from '../support/axe.ts';
import { launch, openPage } from '../support/browser.ts';
import { KINDS } from './kinds.ts';

const small = inject('small');
const CREATE = '/reference/bookshop/create-book/';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Opens every fold and shows every panel. */
function openAll(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const panel of document.querySelectorAll('ref-panel')) panel.removeAttribute('hidden');
  });
}

const LOOKED_AT = { ...KINDS, 'page that is not there': '/nothing/here/' };

describe.each(VIEWS)('axe, $colorScheme mode, $width pixels', ({ colorScheme, width }) => {
  it.each(Object.entries(LOOKED_AT))('finds nothing on the %s', async (_kind, address) => {
    const viewport = { width, height: 900 };
    const { page } = await openPage(browser, small.origin, { colorScheme, viewport });
    await page.goto(address);
    expect(await violations(page), 'closed').toEqual([]);
    await openAll(page);
    expect(await violations(page), 'open').toEqual([]);
    await page.context().close();
  });
});

/** Levels of headings in the order of the page. */
const outline = (page: Page): Promise<number[]> =>
  page
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((all) => all.map((heading) => Number(heading.localName.slice(1))));

describe.each(Object.entries(KINDS))('the %s', (_kind, address) => {
  it('has one first heading, and no level is left out', async () => {
    const { page } = await openPage(browser, small.origin);
    await page.goto(address);
    const levels = await outline(page);
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    for (const [index, level] of levels.entries()) {
      expect(level - (levels[index - 1] ?? 0), `heading ${index + 1}`).toBeLessThanOrEqual(1);
    }
    await page.context().close();
  });

  it('has room for text of twice the size, and for lines that begin on the right', async () => {
    const { page } = await openPage(browser, small.origin, {
      viewport: { width: 1280, height: 800 },
    });
    await page.goto(address);
    // Infima's own side of a language from right to left comes with such a language only.
    const overflow = () =>
      page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    expect(await overflow(), 'twice the size').toBe(0);
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    expect(await overflow(), 'right to left').toBe(0);
    await page.context().close();
  });
});

it('names in the accessibility tree of an operation are as they were', async () => {
  const { page } = await openPage(browser, small.origin);
  await page.goto(CREATE);
  const tree = await page.locator('main').ariaSnapshot();
  await expect(`${tree}\n`).toMatchFileSnapshot('./snapshot/create-book.aria.yaml');
  await page.context().close();
});

describe('the keyboard alone', () => {
  it('skips to the text, and reaches every control in the order of the page', async () => {
    const { page, complaints } = await openPage(browser, small.origin);
    await page.goto(CREATE);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Skip to/);
    await page.keyboard.press('Enter');
    const seen: string[] = [];
    for (let presses = 0; presses < 250; presses++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        if (!element.closest('main')) return undefined;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        return {
          name: element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '',
          // As css/site.css has it; the browser's own is thinner, and black.
          mark: `${outlineWidth} ${outlineStyle}`,
          isOnScreen: box.bottom > 0 && box.top < innerHeight && box.width > 0,
        };
      });
      if (!focused) break;
      seen.push(focused.name);
      expect(focused.name, `stop ${seen.length}`).not.toBe('');
      expect(focused.mark, focused.name).toBe('2px solid');
      expect(focused.isOnScreen, focused.name).toBe(true);
    }
    const position = (name: RegExp): number => seen.findLastIndex((one) => name.test(one));
    const stops = [/^Copy URL/, /^curl$/, /^201/, /^Next/].map(position);
    expect(stops.includes(-1), seen.join('\n')).toBe(false);
    expect(stops).toEqual(stops.toSorted((a, b) => a - b));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('moves among tabs with arrows, Home and End, and opens folds', async () => {
    const { page } = await openPage(browser, small.origin);
    await page.goto(CREATE);
    const tab = (name: string) => page.getByRole('tab', { name, exact: true });
    await tab('curl').focus();
    for (const [key, name] of [
      ['ArrowRight', 'Python'],
      ['End', 'HTTP'],
      ['ArrowRight', 'curl'],
      ['ArrowLeft', 'HTTP'],
      ['Home', 'curl'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await tab(name).getAttribute('aria-selected'), `${key} to ${name}`).toBe('true');
      expect(await tab(name).evaluate((element) => element === document.activeElement)).toBe(true);
    }
    const fold = page.locator('main details.ref-nested').first();
    const before = await fold.getAttribute('open');
    await fold.locator('> summary').focus();
    await page.keyboard.press('Enter');
    expect(await fold.getAttribute('open')).not.toBe(before);
    await page.context().close();
  });
});
