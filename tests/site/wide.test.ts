import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, openPage } from '../support/browser.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { KINDS, schemaName } from '../support/wide-document.ts';
import { siteOf } from './sites.ts';

let site: string;
let server: StaticServer;
let browser: Browser;
beforeAll(async () => {
  site = siteOf('real');
  server = await serveFolder(site);
  browser = await launch();
}, 240_000);
afterAll(async () => {
  await browser.close();
  await server.close();
});

const PAY = '/reference/wide/pay/';

function read(page: string): string {
  return fs.readFileSync(path.join(site, 'reference/wide', page, 'index.html'), 'utf8');
}

async function open(address: string, options = {}): Promise<Page> {
  const { page } = await openPage(browser, server.origin, options);
  await page.goto(address);
  return page;
}

/** The panel of a kind that a reader sees. */
async function shownKind(page: Page): Promise<string | undefined> {
  const panel = page.locator('ref-panel[id^="request-"]:not([hidden])', {
    hasText: 'Used when kind is',
  });
  const note = panel.getByText('Used when kind is');
  return (await note.locator('code').nth(1).textContent()) ?? undefined;
}

describe('a choice among many', () => {
  it('is a list of their values, each with what sets its name apart', async () => {
    const page = await open(PAY);
    const tabs = page.getByRole('tablist', { name: 'Variant' }).getByRole('tab');
    expect(await tabs.count()).toBe(KINDS.length);
    expect(await tabs.nth(1).textContent()).toBe('bank-transfer BankTransferPaymentRequest');
    const list = await page.getByRole('tablist', { name: 'Variant' }).boundingBox();
    expect(list?.height).toBeLessThan(300);
    await page.context().close();
  });

  it('narrows while a reader types, and Enter takes the first', async () => {
    const page = await open(PAY);
    const field = page.getByRole('searchbox', { name: 'Filter 14 types' });
    const tabs = page.getByRole('tablist', { name: 'Variant' }).getByRole('tab');
    await field.fill('transfer');
    await expect
      .poll(() => tabs.filter({ visible: true }).allTextContents())
      .toEqual(['bank-transfer BankTransferPaymentRequest']);
    // In any way of writing, also by the part of the name that is not shown.
    await field.fill('GiftCard paymentrequest');
    await expect
      .poll(() => tabs.filter({ visible: true }).allTextContents())
      .toEqual(['gift-card GiftCardPaymentRequest']);
    await field.press('Enter');
    expect(await shownKind(page)).toBe('gift-card');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'gift-card GiftCardPaymentRequest',
    );
    await field.fill('cheque');
    const said = page.getByRole('status').filter({ hasText: 'matches' });
    await expect
      .poll(() => said.textContent())
      .toBe('No type matches “cheque”. Search the whole site');
    await field.fill('');
    await expect.poll(() => tabs.filter({ visible: true }).count()).toBe(KINDS.length);
    expect(await said.count()).toBe(0);
    await page.context().close();
  });

  it('is moved through with the arrows, which skip what is hidden', async () => {
    const page = await open(PAY);
    const field = page.getByRole('searchbox', { name: 'Filter 14 types' });
    const tabs = page.getByRole('tablist', { name: 'Variant' }).getByRole('tab');
    await field.fill('card');
    await expect.poll(() => tabs.filter({ visible: true }).count()).toBe(2);
    await field.press('ArrowDown');
    expect(await shownKind(page)).toBe('card');
    await page.keyboard.press('ArrowDown');
    expect(await shownKind(page)).toBe('gift-card');
    await page.keyboard.press('ArrowRight');
    expect(await shownKind(page)).toBe('card');
    await page.keyboard.press('ArrowUp');
    expect(await shownKind(page)).toBe('gift-card');
    await page.context().close();
  });

  it('opens at a field of the last, with its row in view', async () => {
    const page = await open(`${PAY}#request-barter-payment-request-barter_number`);
    expect(await shownKind(page)).toBe('barter');
    const selected = page.getByRole('tab', { selected: true, name: /^barter/ });
    const [row, list] = await Promise.all([
      selected.boundingBox(),
      page.getByRole('tablist', { name: 'Variant' }).boundingBox(),
    ]);
    if (!row || !list) throw new Error('The list is not shown.');
    expect(row.y + row.height).toBeLessThanOrEqual(list.y + list.height + 1);
    await page.context().close();
  });

  it('says where the fields are that several have, and the link leads there', async () => {
    const page = await open(`${PAY}#request-cash-payment-request`);
    const note = page.locator('#request-cash-payment-request').getByText('Same fields as');
    const link = note.getByRole('link', { name: 'CardPaymentRequest › address' });
    await link.click();
    expect(await shownKind(page)).toBe('card');
    expect(await page.locator('#request-card-payment-request-address-street').isVisible()).toBe(
      true,
    );
    await page.context().close();
  });

  it('is all there without a script, where nothing can be filtered', async () => {
    const page = await open(PAY, { javaScriptEnabled: false });
    expect(await page.locator('input[data-narrow]').isVisible()).toBe(false);
    for (const kind of KINDS) {
      const name = `${kind.replaceAll('-', '_')}_number`;
      expect(await page.locator('ref-panel', { hasText: name }).count(), kind).toBeGreaterThan(0);
      expect(
        await page.getByRole('link', { name: kind, exact: false }).count(),
        kind,
      ).toBeGreaterThan(0);
    }
    await page.context().close();
  });

  it('has no list that scrolls within the page of a phone', async () => {
    const page = await open(PAY, { viewport: { width: 390, height: 844 }, hasTouch: true });
    const list = page.getByRole('tablist', { name: 'Variant' });
    expect(await list.evaluate((it) => it.scrollHeight - it.clientHeight)).toBeLessThanOrEqual(1);
    expect(await list.evaluate((it) => it.scrollWidth - it.clientWidth)).toBeLessThanOrEqual(1);
    await page.context().close();
  });
});

describe('a schema with more fields than fit on a page', () => {
  const PARTS = ['schemas/event-order', 'schemas/event-order-buyer'];

  it('goes on at pages of its parts, each below 60 KB with its styles and script', () => {
    const pages = ['latest-event', 'schemas/event', ...PARTS.filter((part) => exists(part))];
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages)
      expect(gzipSync(read(page), { level: 9 }).length, page).toBeLessThan(41_000);
  });

  it('links to them, from the operation as well', () => {
    const [part = ''] = PARTS.filter((one) => exists(one));
    for (const page of ['latest-event', 'schemas/event'])
      expect(read(page)).toContain(`href="/reference/wide/${part}/"`);
    expect(read(part)).toContain('Get the latest event');
  });

  function exists(page: string): boolean {
    return fs.existsSync(path.join(site, 'reference/wide', page, 'index.html'));
  }
});

it('names every choice in its panel', () => {
  for (const kind of KINDS) expect(read('pay')).toContain(schemaName(kind));
});
