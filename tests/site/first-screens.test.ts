import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch, openPage } from '../support/browser.ts';

const { folder, origin } = inject('site');

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function openAt(address: string, width = 1440, height = 900) {
  const opened = await openPage(browser, origin);
  await opened.page.setViewportSize({ width, height });
  await opened.page.goto(address);
  return opened;
}

it('the home page shows the first request at once, and ends within three screens of a phone', async () => {
  const { page } = await openAt('/');
  const sample = await page.locator('[data-tabs=language]').first().boundingBox();
  expect((sample?.y ?? 900) + (sample?.height ?? 0)).toBeLessThan(900);
  await page.setViewportSize({ width: 390, height: 844 });
  const [height, width] = await page.evaluate(() => [
    document.documentElement.scrollHeight,
    document.documentElement.scrollWidth,
  ]);
  expect(height).toBeLessThan(3 * 844);
  expect(width).toBe(390);
  await page.close();
});

it('its field opens the search', async () => {
  const { page } = await openAt('/');
  await page.click('main a[data-search]');
  await page.waitForSelector('dialog[data-search][open]');
  await page.close();
});

it('the introduction leads to the document, which is complete', async () => {
  const { page } = await openAt('/reference/authentik/');
  const href = (await page.locator('a[download]').first().getAttribute('href')) ?? '';
  const document = JSON.parse(fs.readFileSync(path.join(folder, href), 'utf8'));
  expect(Object.keys(document.paths)).toContain('/core/users/');
  expect(document.components.schemas).toHaveProperty('User');
  await page.close();
});

it('rows of a tag are one line, in groups that a filter narrows', async () => {
  const { page } = await openAt('/reference/authentik/core/');
  const row = page.locator('.ref-filtered li', { hasText: '/core/groups/' }).first();
  expect((await row.boundingBox())?.height).toBeLessThan(42);
  const shown = () => page.locator('.ref-filtered li:visible').count();
  const all = await shown();
  expect(all).toBe(78);
  await page.fill('[data-filter]', 'delete user');
  // The app brings the filter.
  await expect.poll(shown).toBeLessThan(10);
  expect(await page.locator('.ref-filtered section:visible').count()).toBeLessThan(4);
  expect(await page.locator('main output').textContent()).toMatch(/^\d \/ 78$/);
  await page.fill('[data-filter]', 'zzz');
  const said = () => page.locator('main output').textContent();
  await expect.poll(said).toBe('Nothing in this list matches “zzz”. Search the whole site');
  await page.fill('[data-filter]', '');
  expect(await said()).toBe('');
  expect(await shown()).toBe(all);
  await page.close();
});

it.each([
  ['/core_users_create/', '/reference/authentik/core-users-create/'],
  ['/reference/authentik/core-user-list', '/reference/authentik/core-users-list/'],
  ['/reference/authentik/schemas/usr/', '/reference/authentik/schemas/user/'],
])('the page for %s, which is not there, guesses %s', async (address, expected) => {
  const { page } = await openAt(address);
  const guesses = page.locator('div[data-search] a');
  await guesses.first().waitFor();
  const hrefs = await guesses.evaluateAll((links) =>
    links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
  );
  expect(hrefs).toContain(expected);
  await page.close();
});
