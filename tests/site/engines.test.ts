import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Engine } from '../support/engines/engine.ts';
import { EngineReader } from '../support/engines/reader.ts';
import { ENGINES, missingPackages } from '../support/engines.ts';
import { type ApiServer, startApi } from './console/api-server.ts';

const CREATE = '/reference/bookshop/create-book/';
const LIST = '/reference/bookshop/list-books/';
const PHONE: readonly [number, number] = [390, 844];
const DESKTOP: readonly [number, number] = [1440, 900];

const small = inject('small');
let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** What readers do, in every engine. The other tests of the site look more closely, in Chromium alone. */
const TESTS: Readonly<Record<string, (reader: EngineReader) => Promise<void>>> = {
  async 'a page can be read, and does not scroll sideways'(reader) {
    for (const size of [DESKTOP, PHONE]) {
      await reader.page.resize(...size);
      await reader.goto(CREATE);
      await reader.isOn('Add a book');
      await reader.sees('h1');
      const { text, width, room } = await reader.page.run(() => ({
        text: document.querySelector('main')?.textContent,
        width: document.documentElement.scrollWidth,
        room: innerWidth,
      }));
      for (const part of ['POST', '/books', 'Adds a book to the catalogue.', 'The book was added.'])
        expect(text).toContain(part);
      expect(width).toBeLessThanOrEqual(room);
    }
  },

  async 'tabs follow the mouse and the keys, and the language is kept'(reader) {
    await reader.goto(CREATE);
    await reader.click('tab', /^409/);
    await reader.sees('[id=response-409]');
    expect(await reader.showsContentOf('[id=response-201]')).toBe(false);
    await reader.page.press('ArrowLeft');
    await reader.sees('[id=response-400]');
    expect(await reader.page.run(() => document.activeElement?.textContent)).toMatch(/^400/);
    await reader.click('tab', /^Python/);
    await reader.sees('[id=sample-python]');
    await reader.goto(LIST);
    await expect.poll(() => reader.showsContentOf('[id=sample-python]')).toBe(true);
    expect(await reader.showsContentOf('[id=sample-curl]')).toBe(false);
  },

  async 'links open the folds and tabs that their targets are in'(reader) {
    for (const closed of ['details:not([open])', 'ref-panel[hidden=until-found]']) {
      await reader.goto(LIST);
      const id = await reader.page.run(
        (around) => document.querySelector(`main ${around} li[id]`)?.id,
        closed,
      );
      await reader.goto(CREATE);
      await reader.goto(`${LIST}#${id}`);
      await reader.sees(`[id="${id}"]`);
      const top = await reader.page.run(
        (target) => document.getElementById(target ?? '')?.getBoundingClientRect().top,
        id,
      );
      expect(top, 'below the navbar').toBeGreaterThan(50);
    }
  },

  async 'text in a hidden tab can be found'(reader) {
    // As the search of a browser finds it, which no driver can open.
    await reader.goto(`${CREATE}#:~:text=${encodeURIComponent('There is a book with this ISBN')}`);
    await expect.poll(() => reader.showsContentOf('[id=response-409]')).toBe(true);
    expect(await reader.showsContentOf('[id=response-201]')).toBe(false);
  },

  async 'a sample is copied'(reader) {
    await reader.goto(CREATE);
    await reader.click('button', /^Copy code/);
    await expect
      .poll(() =>
        reader.page.run(() => document.querySelector('[id=sample-curl] button')?.textContent),
      )
      .toBe('Copied');
    await reader.page.press('/');
    await reader.sees('dialog input');
    await reader.page.press('Control', 'v');
    await expect
      .poll(() =>
        reader.page.run(() => document.querySelector<HTMLInputElement>('dialog input')?.value),
      )
      .toMatch(/^curl /);
  },

  async 'a search leads to a page'(reader) {
    await reader.goto(CREATE);
    await reader.page.press('/');
    await reader.type('list categries');
    await reader.sees('[role=option][href*=list-categories]');
    await reader.page.press('Enter');
    await reader.isOn('List categories');
  },

  async 'the console sends a request and shows the response'(reader) {
    await reader.goto('/reference/bookshop/list-categories/');
    await reader.click('button', /^Try it/);
    await reader.sees('[type=submit]');
    await reader.select('own');
    await reader.click('field', /^Base URL/);
    // It starts with the URL in use.
    await reader.page.press('Control', 'a');
    await reader.type(`${api.origin}/v2`);
    await reader.click('button', /^Send /);
    const received = { method: 'GET', url: '/v2/categories' };
    await expect.poll(() => api.received.at(-1)).toMatchObject(received);
    // The server sends back what it has received.
    await expect
      .poll(() => reader.page.run(() => document.querySelector('main')?.innerText))
      .toMatch(/200 OK[\s\S]*"url": ?"\/v2\/categories"/);
  },

  async 'the menu of a phone leads to a page'(reader) {
    await reader.page.resize(...PHONE);
    await reader.goto(CREATE);
    await reader.click('button', /^Menu$/);
    await reader.click('link', /^List books$/);
    await reader.isOn('List books');
  },

  async 'the app moves from page to page, and back'(reader) {
    await reader.goto(CREATE);
    await reader.page.press('Tab');
    await expect
      .poll(() => reader.page.run(() => document.documentElement.dataset.hasHydrated))
      .toBe('true');
    await reader.page.run(() => {
      Object.assign(window, { isSameDocument: true });
    });
    await reader.click('link', /^List books$/);
    await reader.isOn('List books');
    await reader.page.back();
    await reader.isOn('Add a book');
    expect(await reader.page.run(() => 'isSameDocument' in window)).toBe(true);
  },

  async 'the color mode changes, and is kept'(reader) {
    await reader.goto(CREATE);
    const choice = () => reader.page.run(() => document.documentElement.dataset.themeChoice);
    const before = await choice();
    await reader.click('button', /^Switch between dark and light/);
    await expect.poll(choice).not.toBe(before);
    const after = await choice();
    await reader.goto(LIST);
    expect(await choice()).toBe(after);
  },
};

for (const kind of ENGINES) {
  const missing = missingPackages(kind);
  const needs = `Install ${missing.join(' and ')} to test in ${kind.name}.`;
  if (missing.length > 0 && !process.env.CI) console.warn(needs);

  describe.skipIf(missing.length > 0 && !process.env.CI)(kind.name, () => {
    let engine: Engine;
    let reader: EngineReader;
    beforeAll(async () => {
      if (missing.length > 0) throw new Error(needs);
      engine = await kind.start();
    });
    afterAll(() => engine?.close());
    beforeEach(async () => {
      reader = new EngineReader(await engine.open(small.origin), small.origin);
      await reader.page.resize(...DESKTOP);
    });
    afterEach(() => reader.page.end());

    it.each(Object.entries(TESTS))('%s', async (_name, test) => {
      await test(reader);
      expect(await reader.page.complaints()).toEqual([]);
    });
  });
}
