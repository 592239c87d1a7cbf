import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, openPage } from '../support/browser.ts';
import { KINDS } from './kinds.ts';

/** Nothing that a reader looks at moves by itself. */

const small = inject('small');
const site = inject('site');
const PHONE = { width: 390, height: 844 };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('a panel stands where the former one stood', () => {
  /** Of each group of tabs that is shown: the distance from its list to each of its panels. */
  const distances = (page: Page): Promise<number[][]> =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main [data-tabs]')]
        .filter((group) => group.checkVisibility({ contentVisibilityAuto: true }))
        .map((group) => {
          // After the list of languages, there is the fold that shows all of them.
          const [list, ...panels] = [...group.children].filter(
            ({ localName }) => localName !== 'details',
          ) as HTMLElement[];
          return panels.map((panel, index) => {
            if (!list) return Number.NaN;
            (list.children[index] as HTMLElement).click();
            const { bottom } = list.getBoundingClientRect();
            return Math.round(panel.getBoundingClientRect().top - bottom);
          });
        }),
    );

  it.each([
    ['an operation page', () => small.origin, '/reference/bookshop/create-book/'],
    ['many media types', () => site.origin, '/reference/conformance/request-body-media-types/'],
    ['ranges of statuses', () => site.origin, '/reference/conformance/responses-ranges/'],
  ])('on %s', async (_page, origin, address) => {
    const { page } = await openPage(browser, origin());
    await page.goto(address);
    const groups = await distances(page);
    expect(groups.some((group) => group.length > 2)).toBe(true);
    for (const group of groups) expect(new Set(group).size, JSON.stringify(group)).toBe(1);
    await page.context().close();
  });
});

describe('while a page comes in pieces', () => {
  /**
   * Where pieces end: twelve of about one size, and the heads of tables without their rows. Not within words: half of one
   * may fit into a line that the whole does not.
   */
  const ends = (html: Buffer): number[] => {
    const first = html.indexOf('</nav>');
    const size = Math.ceil((html.length - first) / 12);
    const sized = Array.from({ length: 12 }, (_, index) => {
      const space = html.indexOf(' ', first + index * size);
      return space === -1 ? html.length : space;
    });
    const heads = [...html.toString('latin1').matchAll(/<\/thead>/g)].map(
      ({ index, 0: tag }) => index + tag.length,
    );
    return [...new Set([...sized, ...heads, html.length])].sort((a, b) => a - b);
  };

  /** Sends HTML in pieces, with time to paint each; head and navbar together, as hosts send them. */
  let server: http.Server;
  let origin: string;
  beforeAll(async () => {
    server = http.createServer(async (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://host');
      const file = path.join(small.folder, pathname, pathname.endsWith('/') ? 'index.html' : '');
      if (!fs.existsSync(file)) return response.writeHead(404).end();
      const type = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };
      response.setHeader('content-type', type[path.extname(file) as '.html'] ?? 'image/svg+xml');
      const content = fs.readFileSync(file);
      if (!file.endsWith('.html')) return response.end(content);
      let at = 0;
      for (const end of ends(content)) {
        response.write(content.subarray(at, end));
        at = end;
        await setTimeout(60);
      }
      return response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  // Most of the time they wait for the next piece.
  it.concurrent.each(
    Object.entries(KINDS).flatMap(([kind, address]) =>
      [1440, 390].map((width) => [kind, width, address] as const),
    ),
  )('nothing moves on the %s, %i pixels wide', async (_kind, width, address) => {
    const { page } = await openPage(browser, origin, { viewport: { width, height: 900 } });
    await page.addInitScript(() => {
      const moved: { value: number; what: string }[] = [];
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, sources } = entry as unknown as {
            value: number;
            sources: { node?: Element }[];
          };
          // A space at the end of a line, until what comes after it has arrived.
          if (sources.every(({ node }) => node?.nodeName === '#text' && !node.textContent?.trim()))
            continue;
          const what = sources.map(({ node }) => node?.className || node?.nodeName).join(', ');
          moved.push({ value, what });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(address);
    await page.waitForTimeout(100);
    const moved = await page.evaluate(
      () => (window as unknown as { moved: { value: number; what: string }[] }).moved,
    );
    // A line may grow by a fraction of a pixel as the code in it comes.
    const sum = moved.reduce((total, { value }) => total + value, 0);
    expect(sum, JSON.stringify(moved)).toBeLessThan(0.001);
    await page.context().close();
  });
});

describe("a page's own styles", () => {
  const PAGES = Object.entries(KINDS).filter(([, address]) => address.startsWith('/reference/'));

  it.each(PAGES)('lack no rule that applies to the %s', async (_kind, address) => {
    const { page } = await openPage(browser, small.origin);
    await page.goto(address);
    const { all, missing, wrong } = await page.evaluate(async () => {
      const { app = '' } = document.querySelector<HTMLElement>('script[data-app]')?.dataset ?? {};
      const [href = ''] = app.split(' ');
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
      await new Promise((resolve) => {
        link.onload = resolve;
        document.head.append(link);
      });
      const [own, whole] = [...document.styleSheets].filter((sheet) => sheet.href !== null);
      const selectors: Record<string, string[]> = {};
      let into: string[] = [];
      const visit = (rules?: CSSRuleList): void => {
        for (const rule of rules ?? []) {
          // Commas in `:is()` and the like are followed by no selector of their own.
          if (rule instanceof CSSStyleRule)
            into.push(...rule.selectorText.split(/,\s*(?![^(]*\))/));
          else if (rule instanceof CSSGroupingRule) visit(rule.cssRules);
        }
      };
      for (const [name, sheet] of Object.entries({ own, whole })) {
        into = [];
        selectors[name] = into;
        visit(sheet?.cssRules);
      }
      const known = new Set(selectors.own);
      const missing = (selectors.whole ?? []).filter((selector) => !known.has(selector));
      // In any state, and with what styles put before and after an element.
      const applies = (selector: string): boolean => {
        const state =
          '::?(?:hover|active|focus[\\w-]*|visited|target|before|after|marker|-webkit-[\\w-]+)';
        const stateless = selector.replace(new RegExp(`:not\\(${state}\\)|${state}`, 'g'), '');
        return document.querySelector(stateless || '*') !== null;
      };
      return {
        all: selectors.whole?.length ?? 0,
        missing: missing.length,
        wrong: missing.filter(applies),
      };
    });
    expect(all).toBeGreaterThan(500);
    expect(missing).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
    await page.context().close();
  });
});

it.each(['/nothing/here/', '/search/'])('%s is no higher than the window', async (address) => {
  for (const viewport of [PHONE, { width: 1280, height: 800 }]) {
    const { page } = await openPage(browser, small.origin, { viewport });
    await page.goto(address);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(viewport.height);
    await page.context().close();
  }
});

it('in the dark, the button that counts is the brighter one', async () => {
  const { page } = await openPage(browser, small.origin, { colorScheme: 'dark' });
  await page.goto('/');
  const brightness = (name: string) =>
    page.locator(`main .button--${name}`).evaluate((button) => {
      const [red = 0, green = 0, blue = 0] =
        getComputedStyle(button).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
      return red + green + blue;
    });
  expect(await brightness('secondary')).toBeLessThan(await brightness('primary'));
  await page.context().close();
});

it('the line through a deprecated operation in the sidebar is not drawn through its method', async () => {
  const { page } = await openPage(browser, site.origin);
  await page.goto('/reference/conformance/operation-deprecated/');
  const link = page.locator('.ref-sidebar .menu__list-item--deprecated > a').first();
  const style = await link.evaluate((element) => ({
    line: getComputedStyle(element).textDecorationLine,
    // Lines are drawn through all that is in a link but for what is laid out as a box in a line.
    method: getComputedStyle(element, '::before').display,
    content: getComputedStyle(element, '::before').content,
  }));
  expect(style).toMatchObject({ line: 'line-through', method: 'inline-block' });
  expect(style.content).toMatch(/\w/);
  await page.context().close();
});

it('on a phone without scripts, nothing in the navbar lies on something else', async () => {
  const { page } = await openPage(browser, site.origin, {
    javaScriptEnabled: false,
    viewport: PHONE,
  });
  await page.goto('/reference/conformance/');
  const shown = page.locator('.navbar a:visible');
  const boxes = await Promise.all((await shown.all()).map((link) => link.boundingBox()));
  expect(boxes.length).toBeGreaterThan(1);
  for (const [index, one] of boxes.entries())
    for (const other of boxes.slice(index + 1)) {
      if (!one || !other) continue;
      const isBeside =
        one.x + one.width <= other.x + 0.5 ||
        other.x + other.width <= one.x + 0.5 ||
        one.y + one.height <= other.y + 0.5 ||
        other.y + other.height <= one.y + 0.5;
      expect(isBeside, JSON.stringify([one, other])).toBe(true);
    }
  await page.context().close();
});
