import fs from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, loadApp } from '../support/browser.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { type ApiServer, startApi } from './console/api-server.ts';
import { siteOf } from './sites.ts';

const site = inject('site');
const hostile = inject('hostile');
/** Of a site whose pages carry the policy, too: that of a document with an API to be tried. */
const BASE = '/api/';

let browser: Browser;
let api: ApiServer;
/** Holds the site below the base URL. */
let host: string;
const servers: StaticServer[] = [];
beforeAll(async () => {
  host = path.dirname(siteOf('policy'));
  [browser, api] = await Promise.all([launch(), startApi()]);
}, 240_000);
afterAll(async () => {
  await Promise.all([browser?.close(), api?.close(), ...servers.map((server) => server.close())]);
});

const policyOf = (folder: string): string =>
  fs.readFileSync(path.join(folder, 'csp.txt'), 'utf8').trim();

const hashesOf = (policy: string): string[] => policy.match(/'sha256-[^']+'/g) ?? [];

/** Of which the console says that it is not there. */
const MISSING = 'no-such-page/';

/** What the browser says of `oauth2-redirect.html` in a window that no script has opened. */
const CLOSES = /^Scripts may close only the windows that were opened by them/;

/** Serves a folder with a policy as the header of every file. */
async function serveUnder(folder: string, policy: string): Promise<string> {
  const server = await serveFolder(folder, { 'content-security-policy': policy });
  servers.push(server);
  return server.origin;
}

/** What goes wrong on all pages of a browser window, those that it opens included. */
interface Watched {
  readonly page: Page;
  readonly violations: string[];
  readonly complaints: string[];
  /** Pages that were loaded or that the app moved to. */
  readonly seen: string[];
}

async function watch(origin: string): Promise<Watched> {
  const context: BrowserContext = await browser.newContext({ baseURL: origin });
  const watched = { violations: [], complaints: [], seen: [] } as Omit<Watched, 'page'>;
  await context.exposeFunction('reportViolation', (text: string) => watched.violations.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sample, documentURI } = event;
      const report = (window as unknown as { reportViolation(text: string): void }).reportViolation;
      report(`${effectiveDirective} ${blockedURI} ${sample} on ${documentURI}`);
    });
  });
  context.on('page', (page) => {
    page.on('console', (message) => {
      const isExpected = message.location().url.endsWith(MISSING) || CLOSES.test(message.text());
      if (!isExpected) watched.complaints.push(`${message.type()} ${message.text()}`);
    });
    page.on('pageerror', (error) => watched.complaints.push(`error: ${error.message}`));
    page.on('framenavigated', (frame) => watched.seen.push(frame.url()));
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return { page, ...watched };
}

const TOGGLE = '.navbar [class*=colorModeToggle] button';

/**
 * All that a reader can set off, on the pages of one language.
 *
 * @param kinds Pages below `top`; the first is one of an operation.
 */
async function use({ page }: Watched, top: string, kinds: readonly string[]): Promise<void> {
  for (const kind of ['', ...kinds, 'search/', 'oauth2-redirect.html']) {
    await page.goto(top + kind);
    if (kind.endsWith('.html')) continue;
    // The script that chooses the colors before anything is painted has run.
    expect(await page.getAttribute('html', 'data-theme'), kind).toBe('light');
    await loadApp(page);
  }
  await page.goto(top + kinds[0]);
  await loadApp(page);
  // The second click returns to the mode of the system.
  for (const choice of ['dark', 'system']) {
    await page.locator(TOGGLE).first().click();
    await page.waitForSelector(`html[data-theme-choice=${choice}]`);
  }
  await page.click('.pagination-nav__link--next');
  await page.waitForFunction((from) => !location.href.includes(from), kinds[0] ?? '');
  // Texts of pages about the site are found on those pages.
  await page.goto(`${top}guides/hosting/`);
  await loadApp(page);
  await searchFor(page);
  await page.goto(top + kinds[0]);
  await tryIt(page);
}

/** Finds names, and texts, which takes WebAssembly. */
async function searchFor(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.waitForSelector('.ref-search[open] .ref-search-input');
  // The sheet of the search is there.
  expect(await page.$eval('.ref-search', (dialog) => getComputedStyle(dialog).padding)).toBe('0px');
  await page.keyboard.type('get');
  await page.locator('[role=option]').first().waitFor();
  const texts = page.waitForResponse(/\/assets\/search\/.*\.pf_fragment$/);
  await page.fill('.ref-search-input', 'brotli');
  await texts;
  await page.locator('[role=option]').filter({ hasText: 'Hosting' }).first().waitFor();
  await page.keyboard.press('Escape');
}

/** Sends a request from the console, to the test's API. */
async function tryIt(page: Page): Promise<void> {
  const before = api.received.length;
  await page.locator('[data-try]').first().click();
  const form = page.locator('.ref-try');
  await form.waitFor();
  const own = form.locator('select:has(option[value=own])');
  if ((await own.count()) > 0) await own.selectOption('own');
  await form.locator('input[type=url]').fill(api.origin);
  await form.locator('button[type=submit]').click();
  await page.locator('.ref-try-response').getByText('200 OK').waitFor();
  expect(api.received.length).toBe(before + 1);
}

interface Case {
  readonly name: string;
  readonly folder: () => string;
  readonly base: string;
  readonly kinds: readonly string[];
}

const SITES: readonly Case[] = [
  {
    name: 'the default site',
    folder: () => site.folder,
    base: '/',
    kinds: [
      'reference/authentik/core-users-me-retrieve/',
      'reference/authentik/schemas/user/',
      'reference/authentik/',
      'guides/hosting/',
      MISSING,
    ],
  },
  {
    name: `a site below ${BASE}, with the policy in its pages as well`,
    folder: () => host,
    base: BASE,
    kinds: [
      'reference/playground/picture/',
      'reference/playground/schemas/book/',
      'guides/hosting/',
    ],
  },
];

describe.each(SITES)('$name', ({ folder, base, kinds }) => {
  const built = (): string => path.join(folder(), base);

  it.each(['', 'de/'])('works under its policy: pages below %j', async (language) => {
    const policy = policyOf(built());
    const watched = await watch(await serveUnder(folder(), policy));
    await use(watched, base + language, kinds);
    const { page, violations, complaints, seen } = watched;
    console.log(
      `${base + language} under ${Buffer.byteLength(policy)} bytes of policy with ${hashesOf(policy).length} hashes: ${new Set(seen).size} pages, ${violations.length} violations, ${complaints.length} console messages`,
    );
    expect(violations).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('has a policy without "unsafe-inline", of three scripts and the style sheet without scripts', () => {
    const policy = policyOf(built());
    console.log(`Content-Security-Policy: ${policy}`);
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).toMatch(/^default-src 'none'; /);
    const directives = Object.fromEntries(
      policy.split('; ').map((directive) => [directive.split(' ')[0], hashesOf(directive).length]),
    );
    expect(directives).toMatchObject({ 'script-src': 3, 'style-src': 1, 'connect-src': 0 });
    const headers = fs.readFileSync(path.join(built(), '_headers'), 'utf8');
    expect(headers.split('\n').slice(0, 2)).toEqual([
      `${base}*`,
      `  Content-Security-Policy: ${policy}`,
    ]);
  });

  it('styles its pages without scripts, too', async () => {
    const origin = await serveUnder(folder(), policyOf(built()));
    const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(base + kinds[0]);
    expect(await page.locator('.navbar button').first().isVisible()).toBe(false);
    await context.close();
  });
});

it('answers that are pictures show, and a token comes by a window of its own', async () => {
  const folder = host;
  const watched = await watch(await serveUnder(folder, policyOf(path.join(folder, BASE))));
  const { page, violations, complaints } = watched;
  for (const id of ['picture', 'drawing']) {
    await page.goto(`${BASE}reference/playground/${id}/`);
    await tryIt(page);
    const picture = page.locator('.ref-try-response img');
    await picture.waitFor();
    await page.waitForFunction(
      () => (document.querySelector('.ref-try-response img') as HTMLImageElement).naturalWidth > 0,
    );
  }
  await page.goto(`${BASE}reference/playground/oauth/`);
  await page.getByRole('button', { name: 'Try it' }).click();
  const field = (label: string) => page.locator('.ref-try').getByLabel(label, { exact: true });
  await field('Your instance').fill(api.origin);
  await field('Client ID').fill('Reader');
  await page.getByRole('button', { name: /get token/ }).click();
  await page.getByText(/Token received/).waitFor();
  expect(violations).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('pages carry the policy where the host cannot send it', async () => {
  const server = await serveFolder(host);
  servers.push(server);
  const { page, violations } = await watch(server.origin);
  await page.goto(`${BASE}de/reference/playground/picture/`);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "run"';
    document.head.append(script);
  });
  await expect.poll(() => violations.length).toBe(1);
  expect(await page.title()).not.toBe('run');
  await page.context().close();
});

it('reports what is not allowed', async () => {
  // Without the hashes nothing inline runs.
  const policy = policyOf(site.folder).replaceAll(/ 'sha256-[^']+'/g, '');
  const { page, violations, complaints } = await watch(await serveUnder(site.folder, policy));
  await page.goto('/reference/authentik/core-users-list/');
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<p style="color: red"><img src="x:" onerror="">',
    );
  });
  await expect.poll(() => violations.length).toBeGreaterThanOrEqual(5);
  const kinds = violations.map((violation) => violation.split(' ')[0]);
  expect(kinds.filter((kind) => kind === 'script-src-elem')).toHaveLength(3);
  expect(kinds).toEqual(expect.arrayContaining(['style-src-attr', 'script-src-attr', 'img-src']));
  expect(complaints.length).toBeGreaterThan(0);
  await page.context().close();
});

it('text of a document adds nothing to it', () => {
  const policy = policyOf(hostile.folder);
  expect(hashesOf(policy)).toEqual(hashesOf(policyOf(site.folder)));
  // Both have a page of the older form, with style attributes.
  expect(policy).toBe(policyOf(inject('small').folder));
  expect(policy).toContain("; style-src-attr 'unsafe-inline'");
});
