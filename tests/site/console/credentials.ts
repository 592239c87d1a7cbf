import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { VIEWS, violations } from '../../support/axe.ts';
import { openPage } from '../../support/browser.ts';
import type { StaticServer } from '../../support/server.ts';
import type { ApiServer } from './api-server.ts';

/** What the tests need of the others. */
interface Setting {
  readonly browser: Browser;
  readonly api: ApiServer;
  readonly site: StaticServer;
}

const opener = (page: Page) => page.locator('.navbar').getByRole('button', { name: 'Credentials' });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Server and credentials' });

/** Credentials that are entered once, in the navbar. */
export function describeCredentials(setting: () => Setting): void {
  /** A page of the API, as it comes: without the app. */
  async function visit(page: Page, id: string): Promise<void> {
    await page.goto(`/reference/playground/${id}`);
  }

  describe('credentials in the navbar', () => {
    it('are entered by keyboard, and used and copied on other pages', async () => {
      const { browser, api, site } = setting();
      const { page, complaints } = await openPage(browser, site.origin, {
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      await visit(page, 'get-echo/');
      await opener(page).focus();
      await page.keyboard.press('Enter');
      const token = dialog(page).getByLabel('Token').first();
      await dialog(page).waitFor();
      // The first field has the focus, and the page behind cannot be reached.
      expect(
        await page.evaluate(() => document.activeElement?.closest('dialog')?.open === true),
      ).toBe(true);
      await token.fill('s3cret');
      expect(await token.getAttribute('type')).toBe('password');
      await page.keyboard.press('Enter');
      await dialog(page).waitFor({ state: 'detached' });
      await expect.poll(() => opener(page).textContent()).toBe('Credentials entered');
      expect(
        await page.evaluate(() => document.activeElement?.textContent?.startsWith('Credentials')),
      ).toBe(true);
      // Samples of another page, loaded from its address: before the reader does anything.
      await visit(page, 'bearer/');
      const curl = page.locator('#sample-curl');
      await expect.poll(() => curl.textContent()).toContain('Bearer ********');
      await curl.getByRole('button', { name: 'Copy code' }).click();
      await expect
        .poll(() => page.evaluate(() => navigator.clipboard.readText()))
        .toContain('Bearer s3cret');
      // The console has it, and what it changes is in the navbar.
      await page.getByRole('button', { name: 'Try it' }).click();
      const field = page.locator('[data-console]').getByLabel('Token', { exact: true });
      expect(await field.inputValue()).toBe('s3cret');
      await page.locator('[data-console]').getByLabel('Your instance').fill(api.origin);
      await page.getByRole('button', { name: /^Send/ }).click();
      await page.locator('.ref-try-response').getByText('200 OK').waitFor();
      expect(api.received.at(-1)?.headers.authorization).toBe('Bearer s3cret');
      await opener(page).click();
      expect(await dialog(page).getByLabel('Base URL').inputValue()).toBe(`${api.origin}/v1`);
      expect(await token.inputValue()).toBe('s3cret');
      await dialog(page).getByRole('button', { name: 'Clear' }).click();
      expect(await token.inputValue()).toBe('');
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'detached' });
      expect(await field.inputValue()).toBe('');
      await expect.poll(() => opener(page).textContent()).toBe('Credentials');
      await page.getByRole('button', { name: 'Close' }).click();
      await expect.poll(() => curl.textContent()).toContain('YOUR_TOKEN');
      // So is the server: in the address of an operation, and in its samples.
      await visit(page, 'get-echo/');
      await expect.poll(() => page.locator('[data-base]').textContent()).toBe(`${api.origin}/v1`);
      expect(await curl.textContent()).toContain(`${api.origin}/v1/`);
      // The only request to another host is the one that was sent.
      expect(complaints).toEqual([`request to ${api.origin}/v1/bearer`]);
      await page.context().close();
    });

    it('are for a server, which is named with them: before or after them, and on the home page', async () => {
      const { browser, api, site } = setting();
      const { page } = await openPage(browser, site.origin);
      await page.goto('/');
      await opener(page).click();
      const url = dialog(page).getByLabel('Base URL');
      const token = dialog(page).getByLabel('Token').first();
      // What is missing is selected, so that typing replaces it.
      await expect.poll(() => url.evaluate((field) => field === document.activeElement)).toBe(true);
      await token.fill('s3cret');
      await url.fill('ftp://nowhere');
      await page.keyboard.press('Enter');
      await dialog(page).getByText('Enter the base URL of the API').waitFor();
      expect(await token.inputValue()).toBe('s3cret');
      await url.fill(api.origin);
      await page.keyboard.press('Enter');
      await dialog(page).waitFor({ state: 'detached' });
      await expect.poll(() => opener(page).textContent()).toBe('Credentials entered');
      await visit(page, 'bearer/');
      await expect.poll(() => page.locator('[data-base]').textContent()).toBe(`${api.origin}/v1`);
      await expect.poll(() => page.locator('#sample-curl').textContent()).toContain('Bearer ****');
      // An open console follows, and another server has no credentials yet.
      await page.getByRole('button', { name: 'Try it' }).click();
      const instance = page.locator('[data-console]').getByLabel('Your instance');
      expect(await instance.inputValue()).toContain(api.origin);
      await opener(page).click();
      await url.fill('https://other.example/v1/');
      await url.blur();
      await expect.poll(() => token.inputValue()).toBe('');
      await page.keyboard.press('Escape');
      await expect.poll(() => instance.inputValue()).toContain('https://other.example');
      await page.context().close();
    });

    it('are on no pages of other kinds, and not without scripts', async () => {
      const { browser, site } = setting();
      const { page } = await openPage(browser, site.origin, { javaScriptEnabled: false });
      await visit(page, 'bearer/');
      expect(await page.locator('.ref-credentials').count()).toBeGreaterThan(0);
      expect(await page.locator('.ref-credentials:visible').count()).toBe(0);
      await page.goto('/nothing/here/');
      expect(await page.locator('.ref-credentials').count()).toBe(0);
      await page.context().close();
    });

    it('are in the mobile menu', async () => {
      const { browser, site } = setting();
      const { page } = await openPage(browser, site.origin, {
        viewport: { width: 390, height: 800 },
      });
      await visit(page, 'bearer/');
      await page.getByRole('button', { name: 'Menu', exact: true }).click();
      await page.locator('#phone-menu').getByRole('button', { name: 'Credentials' }).click();
      await dialog(page).getByLabel('Token').first().fill('s3cret');
      await dialog(page).getByRole('button', { name: 'Done' }).click();
      await dialog(page).waitFor({ state: 'detached' });
      await page
        .locator('#phone-menu')
        .getByRole('button', { name: 'Credentials entered' })
        .waitFor();
      await page.context().close();
    });

    it.each(VIEWS)('axe, $colorScheme mode, $width pixels', async ({ colorScheme, width }) => {
      const { browser, site } = setting();
      const viewport = { width, height: 900 };
      const { page } = await openPage(browser, site.origin, { colorScheme, viewport });
      await visit(page, 'bearer/');
      if (width < 997) await page.getByRole('button', { name: 'Menu', exact: true }).click();
      await page.locator('.ref-credentials:visible').click();
      await dialog(page).getByLabel('Token').first().fill('s3cret');
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
      await page.context().close();
    });
  });
}
