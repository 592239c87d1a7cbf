import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { appIsThere, launch, openPage } from '../support/browser.ts';

/** The page of an operation, from its title to its print. */

const small = inject('small');
const CREATE = '/reference/bookshop/create-book/';
const DESKTOP: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function opened(options: BrowserContextOptions, address = CREATE): Promise<Page> {
  const { page } = await openPage(browser, small.origin, options);
  await page.goto(address);
  return page;
}

const top = async (page: Page, selector: string): Promise<number> =>
  (await page.locator(selector).first().boundingBox())?.y ?? Number.NaN;

describe('the first screen', () => {
  const endpoint = 'main [class*=endpoint_]';

  it.each([
    [
      'a desktop',
      DESKTOP,
      ['h1', endpoint, '.ref-contents', '[data-console] ~ .ref-md', '[id="request-title"]'],
    ],
    [
      'a phone',
      PHONE,
      ['h1', endpoint, '.ref-contents', '[data-console] ~ .ref-md', '.ref-samples pre'],
    ],
  ] as const)('of %s has what a reader looks for, in order', async (_name, options, parts) => {
    const page = await opened(options);
    const tops = [];
    for (const part of parts) tops.push(await top(page, part));
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    expect(tops.at(-1)).toBeLessThan(options.viewport?.height ?? 0);
    await page.context().close();
  });

  it('has the samples beside the text, where it begins', async () => {
    const page = await opened(DESKTOP);
    const difference =
      (await top(page, '.ref-samples')) - (await top(page, '[data-console] ~ .ref-md'));
    expect(Math.abs(difference)).toBeLessThanOrEqual(4);
    await page.context().close();
  });

  it('has the whole URL, which is copied', async () => {
    const page = await opened({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy URL' }).click();
    const text = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(text).toBe('https://eu.bookshop.example/v2/books');
    await page.context().close();
  });

  it('has the server that a reader chooses in the console', async () => {
    const page = await opened(DESKTOP);
    const code = page.locator(`${endpoint} code`).first();
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByRole('combobox', { name: 'Server' }).selectOption('1');
    await expect.poll(() => code.textContent()).not.toContain('eu.bookshop.example');
    const chosen = (await code.textContent()) ?? '';
    // It stays, also on the next page, which needs no pointer for that.
    await page.getByRole('button', { name: 'Try it' }).click();
    await expect.poll(() => page.locator('[data-console] > *').count()).toBe(0);
    await expect.poll(() => code.textContent()).toBe(chosen);
    await page.reload();
    await expect.poll(() => code.textContent()).toBe(chosen);
    await page.context().close();
  });

  it('has the end of an operation above its endpoint', async () => {
    const page = await opened(DESKTOP, '/reference/bookshop/delete-book/');
    const note = page.locator('main .ref-note').first();
    expect(await note.textContent()).toContain('Deprecated');
    expect(await top(page, 'main .ref-note')).toBeLessThan(await top(page, endpoint));
    await page.context().close();
  });
});

describe('the response below the samples', () => {
  it('begins on the first screen of a desktop, however long the sample is', async () => {
    const page = await opened({ viewport: { width: 1440, height: 640 } });
    const tabs = page.locator('.ref-samples [data-tabs=language] > :first-child > a');
    for (const language of await tabs.all()) {
      await language.evaluate((tab: HTMLElement) => tab.click());
      const [y, rest] = await page.evaluate(() => [
        document.querySelector('.ref-first-response pre')?.getBoundingClientRect().y ?? 0,
        (({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(
          document.querySelector('.ref-samples') as Element,
        ),
      ]);
      expect(y, (await language.textContent()) ?? '').toBeLessThan(640 - 40);
      // It is in view as a whole: only the code scrolls.
      expect(rest).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  });

  it.each([
    ['a tablet', { viewport: { width: 1024, height: 768 } }],
    ['a phone', PHONE],
  ])('is its beginning on %s, which does not scroll within the page', async (_name, options) => {
    const page = await opened(options);
    const response = page.locator('.ref-first-response');
    const sample = await page.locator('.ref-samples [data-tabs=language]').boundingBox();
    const box = await response.boundingBox();
    expect((box?.y ?? 0) - (sample?.y ?? 0) - (sample?.height ?? 0)).toBeLessThan(40);
    expect(box?.height).toBeLessThan(250);
    const overflow = await response
      .locator('pre')
      .evaluate((code) => getComputedStyle(code).overflowY);
    expect(overflow).toBe('hidden');
    const whole = page.locator((await response.locator('a').getAttribute('href')) ?? '');
    await response.locator('a').click();
    await expect.poll(() => whole.locator('pre').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await response.isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('authentication', () => {
  it('is a line, with its details collapsed', async () => {
    const page = await opened(DESKTOP);
    const section = page.locator('section:has(> #authentication)');
    expect((await section.boundingBox())?.height).toBeLessThan(40);
    await section.locator('summary').click();
    await expect.poll(() => section.locator('li').first().isVisible()).toBe(true);
    await page.context().close();
  });
});

describe('the contents', () => {
  const link = (page: Page, name: string) =>
    page.locator('.ref-contents').getByRole('link', { name, exact: true });

  it.each([
    ['a desktop', DESKTOP],
    ['a phone', PHONE],
  ])('of %s stay in view, open a status, and show what is being read', async (_name, options) => {
    const page = await opened(options);
    await page.locator('.navbar__brand').hover();
    await appIsThere(page);
    const navbar = await page.locator('.navbar').boundingBox();
    await link(page, '409').click();
    await expect.poll(() => page.locator('ref-panel#response-409').isVisible()).toBe(true);
    await expect.poll(() => link(page, '409').getAttribute('aria-current')).toBe('true');
    expect(await top(page, '.ref-contents')).toBeCloseTo(navbar?.height ?? 0, 0);
    // The address is the same as before.
    await page.getByRole('tab', { name: '201' }).click();
    await link(page, '409').click();
    await expect.poll(() => page.locator('#response-409').getAttribute('hidden')).toBeNull();
    await link(page, 'Body').click();
    await expect.poll(() => link(page, 'Body').getAttribute('aria-current')).toBe('true');
    expect(await top(page, '#body')).toBeGreaterThan(
      (await top(page, '.ref-contents')) +
        ((await page.locator('.ref-contents').boundingBox())?.height ?? 0),
    );
    await page.context().close();
  });

  it.each([
    ['a desktop', DESKTOP],
    ['a phone', PHONE],
  ])('of %s show it to readers who only scroll, without the app', async (_name, options) => {
    const page = await opened(options);
    const current = page.locator('.ref-contents [aria-current=true]');
    expect(await current.count()).toBe(0);
    await page.evaluate(() => document.querySelector('#body')?.scrollIntoView());
    await expect.poll(() => current.allTextContents()).toEqual(['Body']);
    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(() => current.allTextContents()).not.toContain('Body');
    expect(await current.count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.dataset.hasHydrated)).toBe('false');
    await page.context().close();
  });
});

describe('languages of samples', () => {
  const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
  const names = (page: Page) =>
    page.locator('[data-tabs=language] > :first-child > a:visible').allTextContents();

  it('are four, and more on request', async () => {
    const page = await opened(DESKTOP);
    const four = await names(page);
    expect(four).toEqual(['curl', 'Python', 'JavaScript', 'Go']);
    const more = page.getByText('More', { exact: true }).last();
    // Beside the last one, and after it for the keyboard.
    const [last, button] = await Promise.all(
      [tab(page, 'Go'), more].map((part) => part.boundingBox()),
    );
    expect((last?.x ?? 0) + (last?.width ?? Infinity)).toBeLessThanOrEqual(button?.x ?? 0);
    await tab(page, 'curl').focus();
    await page.keyboard.press('Tab');
    expect(await more.evaluate((one) => one === document.activeElement)).toBe(true);
    const copy = page.locator('#sample-curl').getByRole('button', { name: 'Copy code' });
    const before = await copy.boundingBox();
    await more.click();
    expect(await copy.boundingBox()).toEqual(before);
    await tab(page, 'Rust').click();
    await expect.poll(() => names(page)).toEqual(['curl', 'Python', 'JavaScript', 'Rust']);
    await page.reload();
    await expect.poll(() => names(page)).toEqual(['curl', 'Python', 'JavaScript', 'Rust']);
    expect(await page.locator('#sample-rust').isVisible()).toBe(true);
    await page.context().close();
  });

  it('are reached by arrow keys, whether they are in the bar or not', async () => {
    const page = await opened(DESKTOP);
    await tab(page, 'curl').focus();
    for (let index = 0; index < 5; index++) await page.keyboard.press('ArrowRight');
    const isFocused = await tab(page, 'C#').evaluate((one) => one === document.activeElement);
    expect(isFocused).toBe(true);
    expect(await page.locator('#sample-csharp').isVisible()).toBe(true);
    await page.context().close();
  });

  it('are three on a phone, with the chosen one, beside a button to copy', async () => {
    const page = await opened({ ...PHONE, permissions: ['clipboard-read', 'clipboard-write'] });
    const [first = '', second = '', ...rest] = await names(page);
    expect([first, rest.length]).toEqual(['curl', 1]);
    await page.getByText('More', { exact: true }).last().tap();
    await tab(page, 'Rust').tap();
    await expect.poll(() => names(page)).toEqual([first, second, 'Rust']);
    const copy = page.locator('#sample-rust').getByRole('button', { name: 'Copy code' });
    const [bar, button] = await Promise.all(
      [tab(page, 'Rust'), copy].map((part) => part.boundingBox()),
    );
    expect(Math.abs((bar?.y ?? 0) - (button?.y ?? Infinity))).toBeLessThan(8);
    await copy.tap();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/reqwest|fn main/);
    await page.context().close();
  });

  it('are all reached without a script', async () => {
    const page = await opened({ ...DESKTOP, javaScriptEnabled: false });
    await page.getByText('More', { exact: true }).last().click();
    await page.locator('[data-tabs=language]').getByRole('link', { name: 'Rust' }).click();
    expect(new URL(page.url()).hash).toBe('#sample-rust');
    expect(await page.locator('#sample-rust').isVisible()).toBe(true);
    await page.context().close();
  });
});

describe('in print', () => {
  /** Every page is an object of this type; the tree of pages has another one. */
  const pagesOf = (pdf: Buffer): number =>
    pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

  it('a simple operation has three pages', async () => {
    const page = await opened(DESKTOP, '/reference/bookshop/delete-book/');
    expect(pagesOf(await page.pdf({ format: 'A4' }))).toBeLessThanOrEqual(3);
    await page.context().close();
  });

  it('names what is shown one after the other, and has no controls', async () => {
    const page = await opened(DESKTOP);
    await page.emulateMedia({ media: 'print' });
    const label = await page
      .locator('ref-panel[data-label="application/x-www-form-urlencoded"]')
      .evaluate((panel) => getComputedStyle(panel, '::before').content);
    expect(label).toContain('application/x-www-form-urlencoded');
    expect(await page.locator('main button:visible').count()).toBe(0);
    expect(await page.locator('.ref-contents').isVisible()).toBe(false);
    for (const status of [201, 400, 409])
      expect(await page.locator(`#response-${status}`).isVisible()).toBe(true);
    await page.context().close();
  });
});

describe('guides that refer to an operation', () => {
  it.each([
    ['list-books', ['Embeds']],
    ['delete-book', []],
  ])('are on the page of %s: %j', async (name, expected) => {
    const page = await opened(DESKTOP, `/reference/bookshop/${name}/`);
    const links = page.locator('main a[href^="/guides/"]');
    expect(await links.allTextContents()).toEqual(expected);
    const twin = await page.request.get(`/reference/bookshop/${name}.md`);
    expect((await twin.text()).includes('Guides [')).toBe(expected.length > 0);
    await page.context().close();
  });
});
