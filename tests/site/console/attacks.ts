import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../../support/axe.ts';
import type { StaticServer } from '../../support/server.ts';
import { type ApiServer, type Received, startApi } from './api-server.ts';

/** What the tests of the console share. */
export interface Stage {
  readonly browser: Browser;
  readonly api: ApiServer;
  readonly site: StaticServer;
  readonly openConsole: (id: string, options?: BrowserContextOptions) => Promise<Page>;
  readonly field: (page: Page, label: string) => Locator;
  readonly send: (page: Page) => Promise<void>;
  readonly response: (page: Page) => Locator;
  readonly sent: (page: Page) => Promise<Received>;
}

/** What documents, servers and links try with the console. */
export function describeAttacks(stage: () => Stage): void {
  describe('a provider whose discovery names a script', () => {
    it('gets nothing of what the tab keeps', async () => {
      const { api, openConsole, field } = stage();
      const page = await openConsole('bearer');
      await field(page, 'Token').fill('GOOD-SECRET');
      await page.goto('/reference/playground/evil-id/');
      await page.getByRole('button', { name: 'Try it' }).click();
      await field(page, 'Client ID').fill('anything');
      await page.getByRole('button', { name: /Authorization code: get token/ }).click();
      await page.getByText(/Invalid address of the authorization server/).waitFor();
      await expect.poll(() => page.context().pages().length).toBe(1);
      // The thief's request would be there before this one.
      await page.evaluate((url) => fetch(url), `${api.origin}/v1/last`);
      expect(api.received.at(-1)?.url).toBe('/v1/last');
      expect(api.received.filter(({ url }) => /stolen|SECRET/.test(url))).toEqual([]);
      await page.context().close();
    });
  });

  describe('answers of the redirect page that are not those of a login', () => {
    it('leave it waiting', async () => {
      const { site, openConsole, field } = stage();
      const page = await openConsole('oauth');
      await field(page, 'Client ID').fill('Waiter');
      const popup = page.context().waitForEvent('page');
      await page.getByRole('button', { name: /Authorization code: get token/ }).click();
      const login = await popup;
      await login.getByRole('link', { name: 'Sign in' }).waitFor();
      for (const query of ['code=x&state=other', 'error=access_denied', '']) {
        const visit = await page.context().newPage();
        // It closes itself.
        await visit.goto(`${site.origin}/oauth2-redirect.html?${query}`).catch(() => {});
        if (!visit.isClosed()) await visit.close();
      }
      expect(await field(page, 'Token').inputValue()).toBe('');
      await login.getByRole('link', { name: 'Sign in' }).click();
      await expect
        .poll(() => field(page, 'Token').inputValue())
        .toBe('authorization_code-for-things:read');
      await page.context().close();
    });
  });

  describe('the server of a link', () => {
    let attacker: ApiServer;
    let host: string;
    beforeAll(async () => {
      attacker = await startApi();
      host = new URL(attacker.origin).host;
    });
    afterAll(() => attacker.close());

    const addressOf = (id: string, shared: object): string =>
      `/reference/playground/${id}/#try=${Buffer.from(JSON.stringify(shared)).toString('base64url')}`;
    const notice = (page: Page) => page.getByRole('alert').filter({ hasText: 'A link set' });

    /** As if it was opened from elsewhere. */
    async function open(page: Page, address: string): Promise<void> {
      await page.goto('about:blank');
      await page.goto(address);
      await page.locator('.ref-try form').waitFor();
    }

    async function newPage(): Promise<Page> {
      const { browser, site } = stage();
      const page = await (await browser.newContext({ baseURL: site.origin })).newPage();
      page.setDefaultTimeout(10_000);
      return page;
    }

    it('gets nothing, and is no server of the reader, until the reader agrees', async () => {
      const { field, send, response } = stage();
      const page = await newPage();
      const address = addressOf('bearer', { host: attacker.origin });
      await open(page, address);
      const before = attacker.received.length;
      await notice(page).getByText(`A link set the server to ${host}.`).waitFor();
      await page.locator('.ref-try').getByText('(from a link)').waitFor();
      expect(await field(page, 'Token').count()).toBe(0);
      await send(page);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
        'Use this server',
      );
      expect(await violations(page)).toEqual([]);
      // Closed and opened again.
      await page.getByRole('button', { name: 'Close' }).click();
      await page.getByRole('button', { name: 'Try it' }).click();
      await notice(page).waitFor();
      expect(await field(page, 'Token').count()).toBe(0);
      // Another operation, by a link of the page and by its address.
      const link = page.locator('a[href$="/key-header/"]').first();
      await link.evaluate((anchor: HTMLAnchorElement) => anchor.click());
      await page.waitForURL('**/key-header/');
      for (const again of [false, true]) {
        if (again) await page.goto('/reference/playground/key-header/');
        await page.getByRole('button', { name: 'Try it' }).click();
        expect(await field(page, 'Your instance').inputValue()).toBe('');
        expect(await notice(page).count()).toBe(0);
        await field(page, 'API key in header X-Key').fill('KEY');
        await send(page);
        await page.getByText('Enter the base URL of the API').waitFor();
      }
      expect(attacker.received.length).toBe(before);

      // The document's server.
      await open(page, address);
      await page.getByRole('button', { name: 'Use the document’s server' }).click();
      await notice(page).waitFor({ state: 'detached' });
      expect(await field(page, 'Your instance').inputValue()).toBe('');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('try');

      // That of the link.
      await open(page, address);
      await page.getByRole('button', { name: 'Use this server' }).click();
      await notice(page).waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('try');
      expect(attacker.received.length).toBe(before);
      await field(page, 'Token').fill('T0');
      await send(page);
      await response(page).getByText('200 OK').waitFor();
      expect(attacker.received.at(-1)?.headers.authorization).toBe('Bearer T0');
      // Now it is the reader's own.
      await open(page, address);
      expect(await notice(page).count()).toBe(0);
      await page.goto('/reference/playground/key-header/');
      await page.getByRole('button', { name: 'Try it' }).click();
      expect(await field(page, 'Your instance').inputValue()).toBe(attacker.origin);
      await page.context().close();
    });

    it('is the reader’s own once it is edited', async () => {
      const { api, field, sent } = stage();
      const page = await newPage();
      await open(page, addressOf('bearer', { server: 'own', host: attacker.origin }));
      await notice(page).waitFor();
      await field(page, 'Base URL').fill(`${api.origin}/v1`);
      await notice(page).waitFor({ state: 'detached' });
      await field(page, 'Token').fill('T1');
      expect((await sent(page)).headers.authorization).toBe('Bearer T1');
      await page.context().close();
    });

    it('does not take the place of the one that the reader had', async () => {
      const { api, openConsole, field } = stage();
      const page = await openConsole('bearer');
      await field(page, 'Token').fill('MINE');
      await open(page, addressOf('bearer', { host: attacker.origin }));
      await notice(page).waitFor();
      await page.getByRole('button', { name: 'Use the document’s server' }).click();
      expect(await field(page, 'Your instance').inputValue()).toBe(api.origin);
      await expect.poll(() => field(page, 'Token').inputValue()).toBe('MINE');
      await page.context().close();
    });

    it('gets no secret of a client from addresses that are relative to it', async () => {
      const { field } = stage();
      const page = await newPage();
      const before = attacker.received.length;
      for (const id of ['oauth', 'open-id', 'basic', 'key-query']) {
        await open(page, addressOf(id, { host: attacker.origin }));
        await notice(page).waitFor();
        expect(await page.locator('.ref-try input[type=password]').count()).toBe(0);
        expect(await field(page, 'Client ID').count()).toBe(0);
        expect(await page.getByRole('button', { name: /get token/ }).count()).toBe(0);
      }
      expect(attacker.received.length).toBe(before);
      await page.context().close();
    });
  });

  it.each(['javascript:alert(1)', 'mailto:a@b.example', 'https://good.example@127.0.0.1'])(
    'a base URL %s is refused with words',
    async (url) => {
      const { api, openConsole, field, send } = stage();
      const page = await openConsole('error');
      await field(page, 'Your instance').fill(url);
      const before = api.received.length;
      await send(page);
      await page.getByText('http or https, without a user name').waitFor();
      expect(api.received.length).toBe(before);
      await page.context().close();
    },
  );

  it('cookies of the site stay, and are told', async () => {
    const { site, openConsole, field, sent } = stage();
    const page = await openConsole('key-cookie');
    await page.context().addCookies([{ name: 'session', value: 'own', url: site.origin }]);
    await field(page, 'API key in cookie session').fill('other');
    await page.getByText('This site already has cookies with these names').waitFor();
    expect((await sent(page)).headers.cookie).toBe('session=own');
    expect(await page.evaluate(() => document.cookie)).toBe('session=own');
    await page.context().close();
  });

  it('attributes that a link gives to the page do not keep the console away, or fill it', async () => {
    const { api, browser, site, field } = stage();
    const page = await (await browser.newContext({ baseURL: site.origin })).newPage();
    page.setDefaultTimeout(10_000);
    const given = { 'has-hydrated': 'true', ref: '', part: 'x', try: `${api.origin}/v1/slice` };
    const query = new URLSearchParams(
      Object.entries(given).map(([name, value]) => [`docusaurus-data-${name}`, value]),
    );
    const before = api.received.length;
    await page.goto(`/reference/playground/get-echo/?${query}`);
    await page.getByRole('button', { name: 'Try it' }).click();
    await field(page, 'Your instance').waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    expect(await field(page, 'id required').count()).toBe(1);
    expect(api.received.length).toBe(before);
    await page.context().close();
  });

  describe('answers that are documents', () => {
    it.each(['page', 'drawing', 'xml'])('%s: runs nothing, opened from its address', async (id) => {
      const { openConsole, send } = stage();
      // It throws where there is a dialog.
      const page = await openConsole(id);
      let dialogs = 0;
      page.context().on('dialog', () => {
        dialogs += 1;
      });
      await send(page);
      const link = page.getByRole('link', { name: 'Download' });
      await link.waitFor();
      const isForSaving = page.context().waitForEvent('page');
      await link.evaluate((anchor: HTMLAnchorElement) => void window.open(anchor.href));
      const opened = await isForSaving;
      // What is not shown is saved, and the window closes.
      await opened.waitForEvent('close', { timeout: 1000 }).catch(() => {});
      expect(dialogs).toBe(0);
      if (id === 'drawing')
        expect(await page.locator('.ref-try-response img').getAttribute('src')).toMatch(
          /^data:image\/svg\+xml;base64,/,
        );
      await page.context().close();
    });

    it('the name of a download leads nowhere', async () => {
      const { openConsole, send } = stage();
      const page = await openConsole('named');
      await send(page);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('__.._.bashrc');
      await page.context().close();
    });
  });
}
