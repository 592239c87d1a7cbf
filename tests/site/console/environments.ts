import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { violations } from '../../support/axe.ts';
import type { ApiServer } from './api-server.ts';

/** What the test needs of the others. */
interface Setting {
  readonly browser: Browser;
  readonly api: ApiServer;
  readonly openConsole: (id: string, options?: BrowserContextOptions) => Promise<Page>;
  readonly field: (page: Page, label: string) => ReturnType<Page['locator']>;
}

/** Servers that readers name. */
export function describeEnvironments(setting: () => Setting): void {
  it('an environment is saved, chosen in another tab, and shared by a link', async () => {
    const { browser, api, openConsole, field } = setting();
    const page = await openConsole('get-echo', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('button', { name: 'Environments' }).click();
    await field(page, 'Name of this server').fill('Staging');
    await page.getByRole('button', { name: 'Save environment' }).click();
    await page.getByText('Saved in this browser.').waitFor();
    expect(await field(page, 'Environment').inputValue()).toBe('Staging');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Copy link' }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());

    const tab = await page.context().newPage();
    await tab.goto('/reference/playground/post-echo/');
    await tab.getByRole('button', { name: 'Try it' }).click();
    await field(tab, 'Environment').selectOption('Staging');
    expect(await field(tab, 'Your instance').inputValue()).toBe(api.origin);
    await expect.poll(() => tab.locator('#sample-curl').textContent()).toContain(api.origin);
    await field(tab, 'Your instance').fill('https://other.example');
    expect(await field(tab, 'Environment').inputValue()).toBe('');
    await field(tab, 'Environment').selectOption('Staging');
    await tab.getByRole('button', { name: 'Remove environment' }).click();
    expect(await tab.evaluate(() => JSON.stringify(localStorage))).not.toContain('Staging');

    const other = await (await browser.newContext()).newPage();
    await other.goto(link);
    // Nothing is saved of a server that the reader has not agreed to.
    await other.getByRole('button', { name: 'Use this server' }).waitFor();
    expect(await other.getByRole('button', { name: 'Save environment' }).count()).toBe(0);
    await other.getByRole('button', { name: 'Use this server' }).click();
    expect(await field(other, 'Name of this server').inputValue()).toBe('Staging');
    await other.getByRole('button', { name: 'Save environment' }).click();
    expect(await field(other, 'Environment').inputValue()).toBe('Staging');
    await Promise.all([other.context().close(), page.context().close()]);
  });
}
