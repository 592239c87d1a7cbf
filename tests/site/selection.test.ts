import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, loadApp, openPage } from '../support/browser.ts';

const small = inject('small');
const UPDATE = '/reference/bookshop/update-book/';
const ORDER = '/reference/bookshop/create-order/';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A sample on the page, whether or not its language is chosen. */
const sample = (page: Page, language = 'curl') =>
  page.locator(`#sample-${language} code`).textContent();

/** The first generated example of the request body. */
const example = (page: Page) => page.locator('[id^=example-1-of-request] code').first();

describe('required and all fields', () => {
  it('are those of the served sample and example; without a script, there is nothing to choose', async () => {
    const { page } = await openPage(browser, small.origin, { javaScriptEnabled: false });
    await page.goto(UPDATE);
    expect(await page.getByRole('radio').count()).toBe(0);
    const [required, all] = [await sample(page), await example(page).textContent()];
    expect(JSON.parse(/--data '(.*)'/s.exec(required ?? '')?.[1] ?? '')).toEqual({
      title: expect.any(String),
    });
    expect(Object.keys(JSON.parse(all ?? '')).length).toBeGreaterThan(2);
    await page.context().close();
  });

  it('are chosen for samples, the example and the console, and kept', async () => {
    const { page, complaints } = await openPage(browser, small.origin);
    await page.goto(UPDATE);
    const served = await sample(page);
    await page.getByRole('radio', { name: 'All fields' }).click();
    await expect.poll(() => sample(page)).toContain('"price"');
    expect(await sample(page, 'python')).toContain('"price"');
    expect(await page.locator('.ref-samples[aria-busy]').count()).toBe(0);
    await page.getByRole('radio', { name: 'Minimal' }).click();
    await expect.poll(() => sample(page)).toBe(served);
    await expect.poll(() => example(page).textContent()).not.toContain('"price"');
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByRole('radio', { name: 'JSON' }).check();
    const body = page.locator('.ref-try textarea').first();
    await expect.poll(() => body.inputValue()).not.toContain('"price"');
    await page.getByRole('radio', { name: 'All fields' }).click();
    await expect.poll(() => body.inputValue()).toContain('"price"');
    await expect.poll(() => sample(page)).toContain('"price"');
    await page.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => sample(page)).toContain('"price"');
    await page.goto(ORDER);
    await page.goto(UPDATE);
    await expect.poll(() => sample(page)).toContain('"price"');
    expect(await page.getByRole('radio', { name: 'All fields' }).isChecked()).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('do not replace what a reader has typed', async () => {
    const { page } = await openPage(browser, small.origin);
    await page.goto(UPDATE);
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByRole('radio', { name: 'JSON' }).check();
    const body = page.locator('.ref-try textarea').first();
    await body.fill('{"title": "Mine"}');
    await page.getByRole('radio', { name: 'All fields' }).click();
    await page.locator('[data-tabs=language] [role=tab]').first().click();
    await expect.poll(() => sample(page)).toContain('Mine');
    expect(await body.inputValue()).toBe('{"title": "Mine"}');
    await page.context().close();
  });

  it('move nothing on screen when they are applied on load', async () => {
    const { page } = await openPage(browser, small.origin, {
      viewport: { width: 390, height: 844 },
    });
    await page.addInitScript(() => {
      localStorage.setItem('ref-tab-fields', 'all');
      const seen = { shift: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          seen.shift += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(UPDATE);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect.poll(() => sample(page)).toContain('"price"');
    const shift = await page.evaluate(
      () => (window as unknown as { seen: { shift: number } }).seen.shift,
    );
    expect(shift).toBeLessThan(0.01);
    await page.context().close();
  });
});

describe('a variant of a schema', () => {
  it('is what samples and the console send, and responses show', async () => {
    const { page, complaints } = await openPage(browser, small.origin);
    await page.goto(ORDER);
    const served = await sample(page);
    expect(served).toContain('"method": "card"');
    const tabs = page.locator('#body').locator('xpath=ancestor::section').getByRole('tab');
    await tabs.filter({ hasText: 'Invoice' }).first().click();
    await expect.poll(() => sample(page)).toContain('"method": "invoice"');
    expect(await sample(page, 'ruby')).toContain('invoice');
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByRole('radio', { name: 'JSON' }).check();
    const body = page.locator('.ref-try textarea').first();
    await expect.poll(() => body.inputValue()).toContain('"method": "invoice"');
    await tabs.filter({ hasText: 'Card' }).first().click();
    await expect.poll(() => body.inputValue()).toContain('"method": "card"');
    await page.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => sample(page)).toBe(served);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is in the address, by click and by key; what opens another tab is not', async () => {
    const { page } = await openPage(browser, small.origin);
    await page.goto(ORDER);
    const tabs = page.locator('.ref-beside .ref-choices').first().getByRole('tab');
    const address = async (index: number) =>
      decodeURIComponent((await tabs.nth(index).getAttribute('href')) ?? '');
    const hash = () => decodeURIComponent(new URL(page.url()).hash);
    await loadApp(page);
    const length = await page.evaluate(() => history.length);
    await tabs.nth(0).focus();
    await page.keyboard.press('Tab');
    expect(hash()).toBe('');
    await tabs.nth(0).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(hash).toBe(await address(1));
    await page.keyboard.press('Home');
    await expect.poll(hash).toBe(await address(0));
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      tabs.nth(1).click({ modifiers: ['ControlOrMeta'] }),
    ]);
    await opened.waitForURL((url) => url.hash !== '');
    expect(decodeURIComponent(new URL(opened.url()).hash)).toBe(await address(1));
    expect(hash()).toBe(await address(0));
    expect(await tabs.nth(0).getAttribute('aria-selected')).toBe('true');
    await tabs.nth(1).click();
    await expect.poll(hash).toBe(await address(1));
    expect(await page.evaluate(() => history.length)).toBe(length);
    await page.context().close();
  });

  it('that a link leads to counts as well', async () => {
    const { page } = await openPage(browser, small.origin);
    await page.goto(ORDER);
    const id = await page
      .locator('.ref-beside .ref-choices ref-panel')
      .nth(1)
      .evaluate((panel) => panel.id);
    await page.goto('/');
    await page.goto(`${ORDER}#${id}`);
    await page.hover('.navbar__brand');
    await expect.poll(() => sample(page)).toContain('"method": "invoice"');
    await page.context().close();
  });
});

it('the URL of the endpoint breaks at the same places once the console is open', async () => {
  const { page } = await openPage(browser, small.origin);
  await page.goto(UPDATE);
  const base = page.locator('[data-base]');
  const served = await base.innerHTML();
  expect(served).toContain('<wbr>');
  await page.getByRole('button', { name: 'Try it' }).click();
  const server = page.locator('.ref-try').getByLabel('Server', { exact: true });
  const first = await server.inputValue();
  await server.selectOption({ index: 1 });
  await expect.poll(() => base.innerHTML()).not.toBe(served);
  await server.selectOption(first);
  await expect.poll(() => base.innerHTML()).toBe(served);
  await page.context().close();
});

it('placeholders lead to their parameters, and are copied as text', async () => {
  const { page } = await openPage(browser, small.origin);
  await page.goto(UPDATE);
  const link = page.locator('#sample-curl code a');
  expect(await link.textContent()).toBe('BOOK_ID');
  await link.click();
  expect(new URL(page.url()).hash).toMatch(/^#path-/);
  expect(await page.locator(':target').count()).toBe(1);
  await page.context().close();
});
