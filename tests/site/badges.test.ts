import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch, openPage } from '../support/browser.ts';

/** Methods look the same wherever they are. */

const small = inject('small');

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** How badges look, by their colors; each look once. */
async function looksOf(badges: Locator, pseudo = ''): Promise<string[]> {
  await badges.first().waitFor();
  const looks = await badges.evaluateAll(
    (all, before) =>
      all.map((badge) => {
        const style = getComputedStyle(badge, before || null);
        const { backgroundColor, color, borderTopLeftRadius, fontFamily, fontWeight } = style;
        return [backgroundColor, color, borderTopLeftRadius, fontFamily, fontWeight].join(' ');
      }),
    pseudo,
  );
  return [...new Set(looks)].sort();
}

it.each(['light', 'dark'] as const)('the same method has one badge (%s)', async (colorScheme) => {
  const { page } = await openPage(browser, small.origin, {
    colorScheme,
    viewport: { width: 1440, height: 900 },
  });
  await page.goto('/reference/bookshop/create-book/');
  const endpoint = await looksOf(page.locator('main b', { hasText: /^POST$/ }).first());
  expect(endpoint).toHaveLength(1);
  expect(await looksOf(page.locator('.post > .menu__link:visible'), '::before')).toEqual(endpoint);
  for (const address of ['/reference/bookshop/catalogue/', '/reference/bookshop/schemas/book/']) {
    await page.goto(address);
    expect(await looksOf(page.locator('main b', { hasText: /^POST$/ })), address).toEqual(endpoint);
  }
  await page.goto('/search/?q=create');
  expect(await looksOf(page.locator('.ref-search-method', { hasText: /^POST$/ }))).toEqual(
    endpoint,
  );
  await page.goto('/guides/bookshop/embeds/');
  expect(await looksOf(page.locator('main b', { hasText: /^GET$/ }))).toHaveLength(1);
  await page.context().close();
});
