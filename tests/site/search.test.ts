import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Entry, SEARCH_FILE, type SearchIndex } from '../../src/search/entry.ts';
import { Finder } from '../../src/search/finder.ts';
import { groupsOf } from '../../src/search/groups.ts';
import { ENGLISH, languageOf } from '../../src/search/language.ts';
import { parseQuery } from '../../src/search/query.ts';
import { compare } from '../../src/search/rank.ts';
import { VIEWS, violations } from '../support/axe.ts';
import { launch, loadApp, openPage, settled } from '../support/browser.ts';
import { type StaticServer, serveGzip } from '../support/server.ts';

/** Bytes over the wire until the first result is there: the search itself and what it reads. */
const FIRST_RESULT = 30_000;

const site = inject('site');
const small = inject('small');
const START = '/reference/authentik/core-users-list/';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('what a query means', () => {
  const index: SearchIndex = JSON.parse(
    fs.readFileSync(path.join(site.folder, SEARCH_FILE), 'utf8'),
  );
  const folders = [index.apis.find(({ id }) => id === 'authentik')?.folder, index.guides];
  const finders = folders.map(
    (folder) =>
      new Finder(
        async (file) =>
          JSON.parse(fs.readFileSync(path.join(site.folder, String(folder), file), 'utf8')),
        languageOf(ENGLISH),
      ),
  );

  function textOf({ kind, name, method, path: address }: Entry): string {
    return kind === 'operation' ? `${method} ${address}` : `${kind} ${name}`;
  }

  it.each([
    // Names of fields, as they are written and in other ways.
    ['page_size', 'field page_size'],
    ['is_superuser', 'field is_superuser'],
    ['isSuperuser', 'field is_superuser'],
    ['is-superuser', 'field is_superuser'],
    ['IS SUPERUSER', 'field is_superuser'],
    ['issuperuser', 'field is_superuser'],
    ['superuser', 'field is_superuser'],
    ['non_field_errors', 'field non_field_errors'],
    ['nonFieldErrors', 'field non_field_errors'],
    ['verbose name plural', 'field verbose_name_plural'],
    ['policy_engine_mode', 'field policy_engine_mode'],
    ['client_secret', 'field client_secret'],
    ['field:username', 'field username'],
    ['parameter:ordering', 'field ordering'],
    // Operations: paths, operationIds, methods, typos, addresses.
    ['impersonate', 'POST /core/users/{id}/impersonate/'],
    ['/core/users/{id}/impersonate/', 'POST /core/users/{id}/impersonate/'],
    ['core/users/{id}/impersonate', 'POST /core/users/{id}/impersonate/'],
    ['/core/users/42/impersonate', 'POST /core/users/{id}/impersonate/'],
    [
      'https://id.example.com/api/v3/core/users/42/impersonate/',
      'POST /core/users/{id}/impersonate/',
    ],
    ['core_users_impersonate_create', 'POST /core/users/{id}/impersonate/'],
    ['users imp', 'POST /core/users/{id}/impersonate/'],
    ['personate', 'POST /core/users/{id}/impersonate/'],
    ['DELETE /core/users/{id}/', 'DELETE /core/users/{id}/'],
    ['GET users', 'GET /core/users/'],
    ['method:post users', 'POST /core/users/'],
    ['tag:core method:delete tokens', 'DELETE /core/tokens/{identifier}/'],
    ['coreUsersMeRetrieve', 'GET /core/users/me/'],
    ['applicatons', 'GET /core/applications/'],
    ['saml metadta', 'GET /providers/saml/{id}/metadata/'],
    // Schemas, values, security, tags, statuses.
    ['User', 'schema User'],
    ['OAuth2Provider', 'schema OAuth2Provider'],
    ['oauth2 provider', 'GET /providers/oauth2/'],
    ['PaginatedUserList', 'schema PaginatedUserList'],
    ['schema:token', 'schema Token'],
    ['can_impersonate', 'value can_impersonate'],
    ['require_superuser', 'value require_superuser'],
    ['authentik_device_auth', 'scheme authentik_device_auth'],
    ['tag:oauth2', 'tag oauth2'],
    ['404', 'status 404'],
    // Guides.
    // What holds for the whole API.
    ['authentication', 'heading Authentication'],
    ['sign in', 'heading Authentication'],
    ['api token', 'heading Authentication'],
    ['next page', 'heading Pagination'],
    ['errors', 'heading Errors'],
    ['401', 'heading Errors'],
    ['base url', 'heading Servers'],
    ['create token', 'POST /core/tokens/'],
    ['Getting started', "guide Getting started with authentik's API"],
    ['Get a token', 'GET /core/tokens/{identifier}/'],
    ['heading:Get a token', 'heading Get a token'],
    ['guide:getting', "guide Getting started with authentik's API"],
  ])('%s', async (query, first) => {
    const found = await Promise.all(finders.map((finder) => finder.find(parseQuery(query))));
    const hits = found.flatMap((one) => one.hits).sort(compare);
    expect(hits.slice(0, 3).map(({ entry }) => textOf(entry))[0]).toBe(first);
  });

  it.each(['authentication', 'sign in', 'api token', 'token'])(
    '%s: a heading of a guide about it is among the first six',
    async (query) => {
      const found = await Promise.all(finders.map((finder) => finder.find(parseQuery(query))));
      const hits = found.flatMap((one) => one.hits).sort(compare);
      const shown = groupsOf(hits).flatMap((group) => group.hits.slice(0, 5));
      expect(shown.slice(0, 6).map(({ entry }) => textOf(entry))).toContain('heading Get a token');
    },
  );

  it('finds the misspelled name among the first', async () => {
    const found = await finders[0]?.find(parseQuery('imperonate'));
    expect(found?.hits.slice(0, 3).map(({ entry }) => textOf(entry))).toContain(
      'POST /core/users/{id}/impersonate/',
    );
  });
});

/** Opens a page and the search in it. */
async function openSearch(
  address = START,
  options: Parameters<typeof openPage>[2] = {},
  origin = site.origin,
) {
  const watched = await openPage(browser, origin, options);
  await watched.page.goto(address);
  await watched.page.keyboard.press('Control+k');
  await watched.page.waitForSelector('.ref-search-input');
  return watched;
}

const options = (page: Page) => page.locator('[role=option]');
/** The results on the page of the search, which are links and buttons. */
const links = (page: Page) => page.locator('main .ref-search-results [id]');

/** Types a query, and waits for its results. */
async function type(page: Page, query: string): Promise<string[]> {
  await page.fill('.ref-search-input', '');
  await page.locator('.ref-search-empty section').first().waitFor();
  // At once: the first rows to come would else be those of a part of the query.
  await page.keyboard.insertText(query);
  await options(page).first().waitFor();
  return options(page).allInnerTexts();
}

/** Whether a page shows and marks what its address points to; which element that is. */
async function landedOn(page: Page): Promise<{ text: string; isSeen: boolean }> {
  const marked = page.locator('main [data-target]');
  await marked.waitFor();
  return {
    text: (await marked.innerText()).slice(0, 60),
    isSeen: await marked.evaluate((element) => {
      const { top, bottom, height } = element.getBoundingClientRect();
      const middle = top + Math.min(height, 20) / 2;
      const { left } = element.getBoundingClientRect();
      const there = document.elementFromPoint(left + 4, middle);
      return bottom > 0 && top < window.innerHeight && element.contains(there);
    }),
  };
}

/** The address that is to be reached by Enter, and the text that is marked there. */
const MUST: readonly [query: string, address: RegExp, text: RegExp][] = [
  ['page_size', /core-users-list\/#query-page_size$/, /^page_size/],
  ['is_superuser', /schemas\/user\/#schema-is_superuser$/, /^is_superuser/],
  ['non_field_errors', /#schema-non_field_errors$/, /^non_field_errors/],
  ['isSuperuser', /schemas\/user\/#schema-is_superuser$/, /^is_superuser/],
  ['can_impersonate', /capabilitiesenum\/#schema:can_impersonate$/, /^can_impersonate$/],
  ['require_superuser', /#schema:require_superuser$/, /^require_superuser$/],
  ['authentik_device_auth', /authentik\/#authentication-authentik_device_auth$/, /authentik_dev/],
  ['404', /#response-404$/, /./],
  ['guide:Get a token', /getting-started\/#get-a-token$/, /^Get a token/],
];

describe.each(['without the app', 'with the app'])('Enter, %s,', (how) => {
  it.each(MUST)('lands on %s', async (query, address, text) => {
    const { page, complaints } = await openPage(browser, site.origin);
    await page.goto(START);
    if (how === 'with the app') {
      await loadApp(page);
    }
    await page.keyboard.press('/');
    await page.waitForSelector('.ref-search-input');
    await type(page, query);
    await page.keyboard.press('Enter');
    await page.waitForURL(address);
    const landed = await landedOn(page);
    expect(landed.text).toMatch(text);
    expect(landed.isSeen).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(['impersonate', 'imperonate', '/core/users/{id}/impersonate/'])(
    'goes to the operation for %s',
    async (query) => {
      const { page } = await openSearch();
      const rows = await type(page, query);
      const at = rows.findIndex((row) => row.includes('/core/users/{id}/impersonate/'));
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThan(3);
      for (let step = 0; step < at; step++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/core-users-impersonate-create\/$/);
      expect(await page.locator('h1').first().innerText()).toBe('Impersonate a user');
      await page.context().close();
    },
  );
});

describe('the dialog', () => {
  it('costs nothing before it is wanted, and little until the first result', async () => {
    const server: StaticServer = await serveGzip(site.folder);
    const { page } = await openPage(browser, server.origin);
    const requests: Request[] = [];
    page.on('requestfinished', (request) => requests.push(request));
    const isSearch = (request: Request): boolean =>
      /\/assets\/.*search|search\.json/.test(request.url());
    await page.goto(START);
    await settled(requests);
    expect(requests.filter(isSearch)).toEqual([]);
    requests.length = 0;
    await page.keyboard.press('Control+k');
    await page.waitForSelector('.ref-search-input');
    await type(page, 'is_superuser');
    const all = requests.map((request) => new URL(request.url()).pathname);
    // The app is not needed for it.
    expect(all.filter((address) => address.startsWith('/assets/js/'))).toEqual([]);
    const sizes = await Promise.all(requests.map((request) => request.sizes()));
    const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    console.log(
      `To the first result (gzip): ${(bytes / 1000).toFixed(1)} KB, ${all.length} requests`,
    );
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThanOrEqual(FIRST_RESULT);
    await page.context().close();
    await server.close();
  });

  it('keeps what is typed before it is there, and Enter', async () => {
    const { page } = await openPage(browser, site.origin);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/search\.\w+\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(START);
    await page.keyboard.press('/');
    await page.keyboard.type('is_superus');
    release();
    await page.keyboard.type('er');
    await page.waitForSelector('.ref-search-input');
    expect(await page.inputValue('.ref-search-input')).toBe('is_superuser');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#schema-is_superuser$/);
    await page.context().close();
  });

  it('is used with the keyboard alone', async () => {
    const { page } = await openSearch();
    const input = page.getByRole('combobox', { name: 'Search' });
    await type(page, 'is_superuser');
    const active = () =>
      input.evaluate((element) => {
        const id = element.getAttribute('aria-activedescendant') ?? '';
        const option = document.getElementById(id);
        return `${option?.getAttribute('aria-selected')} ${option?.textContent}`;
      });
    expect(await input.getAttribute('aria-expanded')).toBe('true');
    expect(await active()).toMatch(/^true is_superuser.*in 190 places$/);
    const before = await options(page).count();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      (count) => document.querySelectorAll('[role=option]').length > count,
      before,
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await active()).toMatch(/^true Group/);
    // Back to the entry, and its places are gone.
    await page.keyboard.press('ArrowLeft');
    expect(await options(page).count()).toBe(before);
    expect(await active()).toMatch(/^true is_superuser/);
    await page.keyboard.press('ArrowUp');
    expect(await active()).not.toMatch(/^true is_superuser/);
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
    // Opened again, the query is chosen, to be written over.
    await page.keyboard.press('Control+k');
    await page.keyboard.type('page_size');
    expect(await input.inputValue()).toBe('page_size');
    await page.context().close();
  });

  it('tells all places, and leads to each', async () => {
    const { page } = await openSearch();
    await type(page, 'is_superuser');
    await page.locator('.ref-search-places').first().click();
    await page.getByRole('option', { name: 'Show all 190' }).click();
    expect(await page.locator('.ref-search-place').count()).toBe(190);
    const place = page.getByRole('option', { name: /GET \/core\/users\/ response 200/ }).first();
    await place.click();
    await page.waitForURL(/core-users-list\/#response-200-.*is_superuser$/);
    expect((await landedOn(page)).text).toMatch(/^is_superuser/);
    await page.context().close();
  });

  it('has filters to click, which write what can be written', async () => {
    const { page } = await openSearch();
    await type(page, 'users');
    await page.getByRole('button', { name: 'POST', exact: true }).click();
    const input = page.locator('.ref-search-input');
    expect(await input.inputValue()).toBe('method:post users');
    await page.waitForFunction(() =>
      [
        ...document.querySelectorAll('[role=group][aria-label=Operations] [role=option][href]'),
      ].every((row) => row.querySelector('.ref-search-method')?.textContent === 'POST'),
    );
    await page.getByRole('dialog').getByRole('button', { name: 'Schemas' }).click();
    expect(await input.inputValue()).toBe('schema:users method:post');
    await page.context().close();
  });

  it('keeps a filter where it is the whole of the query', async () => {
    const { page } = await openSearch();
    await type(page, 'method:delete tag:core');
    await page.getByRole('button', { name: 'Operations' }).click();
    const input = page.locator('.ref-search-input');
    expect(await input.inputValue()).toBe('method:delete tag:core operation:');
    await expect
      .poll(() => page.locator('.ref-search-results [role=group]').count(), { timeout: 5000 })
      .toBe(1);
    for (const row of await page.locator('[role=option][href]').allInnerTexts())
      expect(row).toMatch(/\nDELETE \/core\//);
    await page.context().close();
  });

  it('says of every place where it is, also on the page of the API', async () => {
    const { page } = await openSearch();
    await type(page, '403');
    await page.keyboard.press('ArrowRight');
    const places = page.locator('.ref-search-place');
    await places.first().waitFor();
    const names = await places.locator('.ref-search-name').allInnerTexts();
    expect(names.filter((name) => name.trim() === '')).toEqual([]);
    expect(await places.first().innerText()).toMatch(/^403\s+API overview/);
    await page.context().close();
  });

  it('asks again where it is opened in another API', async () => {
    const { page } = await openSearch('/reference/conformance/');
    const known = options(page).filter({ hasText: /^progress_url/ });
    await type(page, 'progress_url');
    await known.first().waitFor();
    await page.keyboard.press('Escape');
    await loadApp(page);
    await page.click('.navbar__brand');
    await page.locator('main a[href="/reference/authentik/"]').first().click();
    await page.waitForURL('/reference/authentik/');
    await page.keyboard.press('/');
    await expect.poll(() => known.count()).toBe(0);
    await page.getByRole('status').filter({ hasText: 'No results for “progress_url”' }).waitFor();
    await page.context().close();
  });

  it('searches other APIs when it is asked to', async () => {
    const { page } = await openSearch();
    await page.fill('.ref-search-input', 'progress_url');
    await page.getByRole('status').filter({ hasText: 'No results for “progress_url”' }).waitFor();
    // Not even an offer: that API is about the site itself, and so are the guides that contain the word.
    expect(await options(page).allInnerTexts()).toEqual([]);
    await type(page, 'api:conformance progress_url');
    await page.getByRole('option', { name: /^progress_url/ }).waitFor();
    await page.context().close();
  });

  it('finds texts of pages about the site on such pages only, and says which API a text belongs to', async () => {
    const { page } = await openSearch();
    const texts = page.locator('[role=group][aria-label="In texts"] [href]');
    await page.fill('.ref-search-input', 'code frame of a problem');
    await page
      .getByRole('status')
      .filter({ hasText: /No results|mention/ })
      .waitFor();
    for (const row of await texts.all())
      expect(await row.getAttribute('href')).toMatch(/\/(reference|guides)\/authentik\//);
    await page.goto('/guides/search/');
    await page.keyboard.press('Control+k');
    await page.waitForSelector('.ref-search-input');
    await page.fill('.ref-search-input', 'progress_url');
    await page.getByRole('option', { name: /Search all APIs|Also search OpenAPI/ }).click();
    const row = page.getByRole('option', { name: /^progress_url/ });
    expect(await row.first().innerText()).toContain('OpenAPI feature showcase');
    await page.context().close();
  });

  it('shows five of each kind, and all of one below those that have been read', async () => {
    const { page } = await openSearch();
    await type(page, 'user');
    const groups = page.locator('.ref-search-results [role=group]');
    expect(await groups.first().getAttribute('aria-label')).toBe('Operations');
    expect(await groups.count()).toBeGreaterThan(2);
    for (const group of await groups.all())
      expect(await group.locator('[href]').count()).toBeLessThanOrEqual(5);
    const first = await groups.first().locator('[href]').allInnerTexts();
    expect(first).toHaveLength(5);
    await groups
      .first()
      .getByRole('option', { name: / more$/ })
      .click();
    await expect.poll(() => groups.count()).toBe(1);
    expect(await page.inputValue('.ref-search-input')).toBe('operation:user');
    const all = await groups.first().locator('[href]').allInnerTexts();
    expect(all.slice(0, 5)).toEqual(first);
    expect(all.length).toBeGreaterThan(20);
    // The first of those that are new.
    const selected = page.locator('.ref-search-results [aria-selected=true]');
    expect(await selected.innerText()).toBe(all[5]);
    // And what is left comes at the end.
    await page.getByRole('option', { name: / more$/ }).click();
    await expect.poll(() => groups.first().locator('[href]').count()).toBeGreaterThan(all.length);
    const rest = await groups.first().locator('[href]').allInnerTexts();
    expect(rest.slice(0, all.length)).toEqual(all);
    await page.context().close();
  });

  it('says of an operation what it is called, its method and path, and what it does', async () => {
    const { page } = await openSearch();
    await type(page, 'how do I create a user');
    const [row] = await options(page).allInnerTexts();
    expect(row).toMatch(/^Create a user\nPOST \/core\/users\//);
    await type(page, 'end impersonation');
    expect((await options(page).allInnerTexts())[0]).toMatch(
      /\nGET \/core\/users\/impersonate_end\/\n/,
    );
    await page.context().close();
  });

  it('replaces nothing that it has shown', async () => {
    const { page } = await openSearch();
    await page.locator('.ref-search-results').evaluate((list) => {
      const { shown } = Object.assign(window, { shown: [] as string[] });
      new MutationObserver(() => shown.push(list.textContent ?? '')).observe(list, {
        childList: true,
        subtree: true,
      });
    });
    for (const query of ['create user', 'how do I create a user', 'zzzzqqq', 'reset password']) {
      await page.fill('.ref-search-input', '');
      await page.locator('.ref-search-empty section').first().waitFor();
      await page.evaluate(() => {
        (window as unknown as { shown: string[] }).shown.length = 0;
      });
      await page.keyboard.insertText(query);
      await page.locator('.ref-search-status:not(:empty)').waitFor();
      await page.waitForTimeout(1000);
      const shown = await page.evaluate(() => (window as unknown as { shown: string[] }).shown);
      expect(new Set(shown).size, query).toBeLessThanOrEqual(1);
    }
    await page.context().close();
  });

  it('finds what is written, and leads to the field that it is written of', async () => {
    const { page } = await openSearch();
    await type(page, 'userinfo endpoint applications');
    const row = options(page).filter({ hasText: 'OAuth2Provider' }).first();
    await row.waitFor();
    expect(await row.getAttribute('href')).toMatch(
      /schemas\/[\w-]*provider[\w-]*\/#schema-include_claims_in_id_token$/,
    );
    await page.context().close();
  });

  it('remembers searches that led somewhere, and forgets them', async () => {
    const { page } = await openSearch();
    await type(page, 'page_size');
    await page.keyboard.press('Enter');
    await page.waitForURL(/page_size$/);
    await page.keyboard.press('Control+k');
    await page.waitForSelector('.ref-search-input');
    await page.fill('.ref-search-input', '');
    await page.getByRole('button', { name: 'page_size', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await page.getByRole('button', { name: 'page_size', exact: true }).count()).toBe(0);
    await page.context().close();
  });

  it.each([
    ['missing', 404, /A build creates it/],
    ['offline', 0, /Check your connection/],
    // Nobody expects an index without its lists.
    ['damaged', 200, /did not load/],
  ])('is honest where the index is %s', async (_how, status, message) => {
    const { page } = await openPage(browser, site.origin);
    await page.route(/search\.json/, (route) =>
      status === 0
        ? route.abort()
        : route.fulfill({ status, body: status === 200 ? '{}' : 'Not found' }),
    );
    await page.goto(START);
    await page.keyboard.press('Control+k');
    await page.waitForSelector('.ref-search-input');
    await page.getByRole('status').filter({ hasText: message }).waitFor();
    // It is tried again with the next key.
    await page.unroute(/search\.json/);
    await page.keyboard.type('page_size');
    await options(page).first().waitFor();
    await page.context().close();
  });

  it('says so where it could not be loaded itself', async () => {
    const { page } = await openPage(browser, site.origin);
    await page.route(/search\.\w+\.js$/, (route) => route.abort());
    await page.goto(START);
    await page.keyboard.press('Control+k');
    await page.locator('dialog', { hasText: 'did not load' }).waitFor();
    await page.context().close();
  });
});

describe('of a small API', () => {
  const PAGE = '/reference/bookshop/create-book/';
  const status = (page: Page) => page.locator('.ref-search-status');

  it('that nothing was found is said when the texts have been looked through, and not before', async () => {
    const { page } = await openSearch(PAGE, {}, small.origin);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/pagefind.js', (route) => held.then(() => route.continue()));
    const said: string[] = [];
    await page.exposeFunction('say', (text: string) => said.push(text));
    await status(page).evaluate((element) => {
      const { say } = window as unknown as { say(text: string | null): void };
      new MutationObserver(() => say(element.textContent)).observe(element, { childList: true });
    });
    await page.fill('.ref-search-input', 'qqqqzzzz');
    await page.waitForTimeout(500);
    expect(said.join()).not.toMatch(/No results/);
    release();
    await expect.poll(() => status(page).textContent()).toBe('No results for “qqqqzzzz”');
    await page.context().close();
  });

  it('Enter waits for the results of what is typed, and the others look like what they are', async () => {
    const { page } = await openSearch(PAGE, {}, small.origin);
    await type(page, 'create book');
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/assets/search/bookshop*/*', (route) => held.then(() => route.continue()));
    await page.fill('.ref-search-input', 'place an order');
    await page.keyboard.press('Enter');
    const list = page.locator('.ref-search-results');
    expect(await list.getAttribute('aria-busy')).toBe('true');
    expect(await list.innerText()).toContain('Add a book');
    await expect
      .poll(() => list.evaluate((one) => Number(getComputedStyle(one).opacity)))
      .toBeLessThan(0.7);
    expect(new URL(page.url()).pathname).toBe(PAGE);
    release();
    await page.waitForURL(/\/reference\/bookshop\/create-order/);
    await page.context().close();
  });

  it.each(['Escape', 'Escape before it is loaded', 'button', 'backdrop'])(
    'gives the focus back when it is closed: %s',
    async (how) => {
      const { page } = await openPage(browser, small.origin);
      if (how.includes('before'))
        await page.route(/search\.\w+\.js$/, async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 500));
          await route.continue();
        });
      await page.goto(PAGE);
      const link = page.locator('main a[href]').first();
      for (const key of ['Control+k', '/']) {
        await link.focus();
        await page.keyboard.press(key);
        if (!how.includes('before')) await page.waitForSelector('dialog[open] .ref-search-input');
        if (how === 'button') await page.getByRole('button', { name: 'Close' }).click();
        else if (how === 'backdrop') await page.mouse.click(5, 5);
        else await page.keyboard.press('Escape');
        await page.waitForTimeout(700);
        expect(await page.locator('dialog[open]').count()).toBe(0);
        expect(await link.evaluate((one) => one === document.activeElement), key).toBe(true);
      }
      // What came too late has done nothing, and it opens as before.
      await page.keyboard.press('Control+k');
      await page.waitForSelector('dialog[open] .ref-search-input');
      await page.context().close();
    },
  );

  it('a page that is not there is only compared with what is like it', async () => {
    const { page } = await openPage(browser, small.origin);
    await page.goto('/reference/bookshop/nope/');
    await page.waitForLoadState('networkidle');
    expect(await page.locator('div[data-search] a').count()).toBe(0);
    await page.context().close();
  });

  it('suggests what a word without results may have been', async () => {
    const { page } = await openSearch(PAGE, {}, small.origin);
    await page.fill('.ref-search-input', 'boks');
    await expect.poll(() => status(page).textContent()).toBe('No results for “boks”');
    await page
      .locator('.ref-search-empty')
      .getByRole('button', { name: /^books?$/ })
      .click();
    await options(page).filter({ hasText: 'List books' }).first().waitFor();
    await page.context().close();
  });

  it('without results for all words, has those for the words that something is called, and says so', async () => {
    const { page } = await openSearch(PAGE, {}, small.origin);
    await page.fill('.ref-search-input', 'isbn qqqzzz');
    await expect
      .poll(() => status(page).textContent())
      .toBe('No results for “isbn qqqzzz”. These are for “isbn”:');
    expect((await options(page).allInnerTexts())[0]).toMatch(/^isbn/);
    // A name is found whole.
    await page.fill('.ref-search-input', 'isbn_qqqzzz');
    await expect.poll(() => status(page).textContent()).toBe('No results for “isbn_qqqzzz”');
    await page.context().close();
  });
});

describe('the page of the search', () => {
  it('shows what its address asks for, and has the address of what is asked', async () => {
    const { page, complaints } = await openPage(browser, site.origin);
    await page.goto('/search/?q=page_size');
    await links(page).first().waitFor();
    expect((await links(page).allInnerTexts())[0]).toMatch(/^page_size/);
    await page.fill('.ref-search-input', 'is_superuser');
    await page.waitForURL('/search/?q=is_superuser');
    await loadApp(page);
    expect(await page.inputValue('.ref-search-input')).toBe('is_superuser');
    await page.focus('.ref-search-input');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#schema-is_superuser$/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('has headings and links, which arrow keys move through', async () => {
    const { page, complaints } = await openPage(browser, site.origin);
    await page.goto('/search/?q=is_superuser');
    await links(page).first().waitFor();
    const headings = await page.locator('main h2').allInnerTexts();
    expect(headings[0]).toBe('Fields');
    expect(await page.locator('main [role=listbox], main [role=option]').count()).toBe(0);
    const focused = () => page.evaluate(() => document.activeElement?.id);
    const field = page.getByRole('searchbox', { name: 'Search' });
    await field.press('ArrowDown');
    const first = await links(page).first().getAttribute('id');
    expect(await focused()).toBe(first);
    // All places of the field, and none.
    await page.keyboard.press('ArrowRight');
    await page.locator('.ref-search-place').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('.ref-search-place:focus').count()).toBe(1);
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('.ref-search-place').count()).toBe(0);
    expect(await focused()).toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    // As any link.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#schema-is_superuser$/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each([1440, 390])('has one left edge, %s pixels wide', async (width) => {
    const { page } = await openPage(browser, small.origin, { viewport: { width, height: 900 } });
    await page.goto('/search/?q=book');
    await links(page).first().waitFor();
    const edges = await page.evaluate(() =>
      ['h1', '.ref-search-input', '.ref-search-chip', '.ref-search-group', '.ref-search-name'].map(
        (selector) => {
          const range = document.createRange();
          const element = document.querySelector(`main ${selector}`);
          if (!element) throw new Error(selector);
          const isBox = /input|chip/.test(selector);
          if (!isBox) range.selectNodeContents(element);
          return Math.round((isBox ? element : range).getBoundingClientRect().left);
        },
      ),
    );
    expect(new Set(edges).size, edges.join(' ')).toBe(1);
    const field = await page.locator('main .ref-search-input').boundingBox();
    expect(field?.width).toBeLessThanOrEqual(800);
    // Chips of one kind beside those of another, not on top of them.
    const chips = await page
      .locator('main .ref-search-chip')
      .evaluateAll((list) =>
        list
          .map((chip) => chip.getBoundingClientRect())
          .map(({ left, right, top }) => ({ left, right, top })),
      );
    for (const [at, { left, top }] of chips.entries())
      for (const before of chips.slice(0, at))
        if (before.top === top) expect(left).toBeGreaterThanOrEqual(before.right);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.context().close();
  });

  it('is the link of the navbar without scripts, and says that it needs them', async () => {
    const { page } = await openPage(browser, site.origin, { javaScriptEnabled: false });
    await page.goto(START);
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    await page.waitForURL('/search/');
    expect(await page.locator('noscript').allInnerTexts()).toContainEqual(
      expect.stringContaining('JavaScript'),
    );
    await page.context().close();
  });
});

describe.each(VIEWS)('axe, $colorScheme mode, $width pixels', ({ colorScheme, width }) => {
  it('finds nothing on the open dialog and on the page', async () => {
    const viewport = { width, height: 900 };
    const { page } = await openSearch(START, { colorScheme, viewport });
    await page.locator('.ref-search-empty section').first().waitFor();
    expect(await violations(page), 'empty').toEqual([]);
    await type(page, 'users');
    expect(await violations(page), 'with results').toEqual([]);
    await type(page, 'is_superuser');
    await page.keyboard.press('ArrowRight');
    await page.locator('.ref-search-place').first().waitFor();
    expect(await violations(page), 'with places').toEqual([]);
    await page.goto('/search/?q=users');
    await links(page).first().waitFor();
    expect(await violations(page), 'the page').toEqual([]);
    await page.context().close();
  });
});
