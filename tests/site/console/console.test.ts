import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { VIEWS, violations } from '../../support/axe.ts';
import { launch, loadApp, settled } from '../../support/browser.ts';
import { type StaticServer, serveFolder } from '../../support/server.ts';
import { siteOf } from '../sites.ts';
import { type ApiServer, BIG, LARGE, type Received, startApi } from './api-server.ts';
import { describeAttacks } from './attacks.ts';
import { describeCredentials } from './credentials.ts';
import { describeEnvironments } from './environments.ts';
import { describeWithoutSearch } from './without-search.ts';

let browser: Browser;
let api: ApiServer;
let site: StaticServer;
let folder: string;

beforeAll(async () => {
  folder = siteOf('playground');
  [browser, api, site] = await Promise.all([launch(), startApi(), serveFolder(folder)]);
}, 180_000);
afterAll(async () => {
  await Promise.all([browser?.close(), api?.close(), site?.close()]);
});

/** The console of an operation, with the test's server filled in as the reader's instance. */
async function openConsole(id: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: site.origin, ...options });
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    throw new Error(`dialog: ${dialog.message()}`);
  });
  page.setDefaultTimeout(10_000);
  await page.goto(`/reference/playground/${id}/`);
  await page.getByRole('button', { name: 'Try it' }).click();
  await field(page, 'Your instance').fill(api.origin);
  return page;
}

/** Opens what is folded: optional fields. */
const unfold = (page: Page) => page.locator('.ref-try-more > summary').first().click();
/** Shows a JSON body as text, and no form. */
const asText = (page: Page) => field(page, 'JSON').check();
const send = (page: Page) => page.getByRole('button', { name: /^Send / }).click();
/** A field of the console. */
const field = (page: Page, label: string) =>
  page.locator('.ref-try').getByLabel(label, { exact: true });
const response = (page: Page) => page.locator('.ref-try-response');

/** Sends, and waits for the echo. */
async function sent(page: Page): Promise<Received> {
  const before = api.received.length;
  await send(page);
  await response(page).getByText('200 OK').waitFor();
  const last = api.received.at(-1);
  expect(api.received.length).toBe(before + 1);
  if (!last) throw new Error('Nothing came');
  return last;
}

const sampleOf = (page: Page, id: string) => page.locator(`#sample-${id} code`).textContent();

describe('fields', () => {
  it('are sent by their type and style, and the samples follow', async () => {
    const page = await openConsole('get-echo');
    await unfold(page);
    await field(page, 'id required').fill('7');
    await field(page, 'text').fill('a&b');
    await field(page, 'color').selectOption('light blue');
    await field(page, 'isOpen').selectOption('false');
    await field(page, 'day').fill('2024-02-29');
    await field(page, 'at').fill('2024-02-29T12:00:00');
    await field(page, 'tags').fill('one\ntwo words');
    await page.getByRole('group', { name: 'sizes' }).getByLabel('M').check();
    await page.getByRole('group', { name: 'sizes' }).getByLabel('L').check();
    await field(page, 'filter').fill('{"a": 1}');
    const { method, url, headers } = await sent(page);
    const at = new Date('2024-02-29T12:00:00').toISOString().replace('.000Z', 'Z');
    expect([method, url]).toEqual([
      'GET',
      `/v1/echo/7?text=a%26b&color=light%20blue&isOpen=false&day=2024-02-29&at=${encodeURIComponent(at)}` +
        '&tags=one,two%20words&sizes=M&sizes=L&filter%5Ba%5D=1',
    ]);
    // Optional, although the document has an example.
    expect(headers['x-trace']).toBeUndefined();
    await expect.poll(() => sampleOf(page, 'curl')).toContain(`${api.origin}/v1/echo/7?text=a%26b`);
    expect(await sampleOf(page, 'python')).toContain('/v1/echo/7?text=a%26b');
    await page.getByRole('button', { name: 'Close' }).click();
    // The server stays, as on all pages from now on.
    await expect.poll(() => sampleOf(page, 'curl')).not.toContain('text=a%26b');
    await expect.poll(() => sampleOf(page, 'curl')).toContain(api.origin);
    await page.context().close();
  });

  it('tell what is wrong with them, and nothing is sent', async () => {
    const page = await openConsole('get-echo');
    await unfold(page);
    await field(page, 'text').fill('too long');
    await page.getByText('text must have at most 5 characters').waitFor();
    const before = api.received.length;
    await send(page);
    await page.getByText('id is required').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(
      await field(page, 'id required').getAttribute('id'),
    );
    expect(api.received.length).toBe(before);
    await page.context().close();
  });
});

describe('bodies', () => {
  it('JSON: an example is filled in, held against its schema, and sent', async () => {
    const page = await openConsole('post-echo');
    const content = field(page, 'Content');
    await asText(page);
    await field(page, 'id required').fill('7');
    expect(JSON.parse(await content.inputValue())).toEqual({ title: 'Dune', pages: 412 });
    await field(page, 'Insert example').selectOption('Emma');
    expect(await content.inputValue()).toContain('Emma');
    await content.fill('{\n  "title": "Emma",\n  "pages": 0,\n  "isbn": 1\n}');
    const mistakes = page.locator('.ref-try-mistakes li');
    await expect
      .poll(() => mistakes.allTextContents())
      .toEqual(['Line 3: pages must be at least 1', 'Line 4: isbn is not defined in the schema']);
    await page.getByRole('button', { name: 'Line 3' }).click();
    expect(
      await content.evaluate((area: HTMLTextAreaElement) =>
        area.value.slice(area.selectionStart, area.selectionEnd),
      ),
    ).toBe('0');
    await content.fill('{"title": ');
    await page.getByText('Invalid JSON: expected a value').waitFor();
    await content.fill('{"title":"Emma"}');
    await page.getByRole('button', { name: 'Prettify' }).click();
    expect(await content.inputValue()).toBe('{\n  "title": "Emma"\n}');
    const { body, headers } = await sent(page);
    expect(JSON.parse(body)).toEqual({ title: 'Emma' });
    expect(headers['content-type']).toBe('application/json');
    await page.context().close();
  });

  it('numbers keep the digits that are typed', async () => {
    const page = await openConsole('post-echo');
    const content = field(page, 'Content');
    await asText(page);
    await field(page, 'id required').fill('9007199254740993');
    await content.fill('{"title":"Emma","pages":9223372036854775807}');
    await page.getByRole('button', { name: 'Prettify' }).click();
    const text = '{\n  "title": "Emma",\n  "pages": 9223372036854775807\n}';
    expect(await content.inputValue()).toBe(text);
    for (const id of ['curl', 'javascript', 'python']) {
      await expect.poll(() => sampleOf(page, id)).toContain('9223372036854775807');
      expect(await sampleOf(page, id)).toContain('/9007199254740993');
    }
    const { url, body } = await sent(page);
    expect([url, body]).toEqual([expect.stringContaining('/9007199254740993'), text]);
    await page.context().close();
  });

  it('XML, a form, text and a file', async () => {
    const page = await openConsole('post-echo');
    await field(page, 'id required').fill('7');
    const choose = (type: string) => field(page, 'Media type').selectOption(type);
    await choose('application/xml');
    const xml = await sent(page);
    expect([xml.headers['content-type'], xml.body.includes('<title>')]).toEqual([
      'application/xml',
      true,
    ]);
    await choose('application/x-www-form-urlencoded');
    await field(page, 'title required').fill('a b&c');
    await field(page, 'pages').fill('3');
    const form = await sent(page);
    expect(form.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(form.body))).toMatchObject({
      title: 'a b&c',
      pages: '3',
    });
    await choose('text/plain');
    expect((await sent(page)).body).toBe('some words');
    await choose('application/octet-stream');
    await field(page, 'File').setInputFiles({
      name: 'a.bin',
      mimeType: 'x/y',
      buffer: Buffer.from([1, 2, 255]),
    });
    const file = await sent(page);
    expect([file.headers['content-type'], file.body]).toEqual([
      'application/octet-stream',
      '\x01\x02\xff',
    ]);
    await page.context().close();
  });

  it('a form that is one of several: the fields of the chosen one are sent', async () => {
    const page = await openConsole('login-form');
    expect(await field(page, 'password required').getAttribute('type')).toBe('password');
    await field(page, 'password required').fill('a&b');
    expect((await sent(page)).body).toBe('grant=password&password=a%26b');
    await field(page, 'Variant').selectOption('By code');
    expect(await field(page, 'password required').count()).toBe(0);
    expect((await sent(page)).body).toBe('grant=code&code=123');
    await expect.poll(() => sampleOf(page, 'curl')).toContain("--data-urlencode 'code=123'");
    await field(page, 'Media type').selectOption('multipart/form-data');
    expect(await field(page, 'Content').inputValue()).toBe('a=1\nb=c=d');
    const { body } = await sent(page);
    expect(body).toMatch(/name="a"\r\n\r\n1\r\n[\s\S]*name="b"\r\n\r\nc=d\r\n/);
    await page.context().close();
  });

  it('GET: what browsers do not send is said, and the sample has it', async () => {
    const page = await openConsole('search-with-body');
    // What may be left out begins so.
    expect((await sent(page)).body).toBe('');
    await page.getByLabel('Include a request body').check();
    await page.getByText('Browsers cannot send a body with GET. Use the curl sample.').waitFor();
    const button = page.getByRole('button', { name: 'Send GET' });
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await expect.poll(() => sampleOf(page, 'curl')).toContain('garden');
    await page.context().close();
  });

  it('uploads: a file and fields with their content types', async () => {
    const page = await openConsole('upload');
    await page.getByRole('radio', { name: 'All fields' }).click();
    await send(page);
    await page.getByText('picture is required').waitFor();
    await field(page, 'picture required').setInputFiles({
      name: 'me "x".png',
      mimeType: 'image/png',
      buffer: Buffer.from('PNG'),
    });
    await expect.poll(() => sampleOf(page, 'curl')).toContain('me');
    const { headers, body } = await sent(page);
    const boundary = /boundary=(.+)$/.exec(headers['content-type'] ?? '')?.[1];
    const parts = body.split(`--${boundary}`).map((part) => part.trim());
    expect(parts).toEqual([
      '',
      'Content-Disposition: form-data; name="picture"; filename="me %22x%22.png"\r\nContent-Type: image/png\r\n\r\nPNG',
      'Content-Disposition: form-data; name="note"\r\n\r\nhello',
      'Content-Disposition: form-data; name="about"\r\nContent-Type: application/json\r\n\r\n{"who":"me"}',
      '--',
    ]);
    await page.context().close();
  });
});

describe('what a reader has to supply', () => {
  it('is empty, with the placeholder of the samples, and Send asks for it', async () => {
    const page = await openConsole('create-thing');
    const [serial, flow] = [field(page, 'serial required'), field(page, 'flow required')];
    for (const [input, placeholder] of [
      [serial, 'SERIAL, string'],
      [flow, 'FLOW_ID, string (uuid)'],
    ] as const) {
      expect(await input.inputValue()).toBe('');
      expect(await input.getAttribute('placeholder')).toBe(placeholder);
    }
    expect(await field(page, 'kind required').inputValue()).toBe('"small"');
    await expect.poll(() => sampleOf(page, 'curl')).toContain('"serial": "SERIAL"');
    expect(await page.locator('.ref-try-error').count()).toBe(0);
    const before = api.received.length;
    await send(page);
    await page.getByText('serial is required').waitFor();
    await page.getByText('flow is required').waitFor();
    await page.getByText('parts must not be empty').waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.id);
    expect(await focused()).toBe(await serial.getAttribute('id'));
    await serial.fill('7');
    await flow.fill('0b6cdb1f-7b3c-4d55-8f4a-6f6f6cf2a5a1');
    // What is no control has one inside.
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Add item');
    await page.keyboard.press('Enter');
    await field(page, '1').fill('wheel');
    expect(api.received.length).toBe(before);
    expect(JSON.parse((await sent(page)).body)).toEqual({
      serial: '7',
      flow: '0b6cdb1f-7b3c-4d55-8f4a-6f6f6cf2a5a1',
      kind: 'small',
      parts: ['wheel'],
    });
    await page.context().close();
  });

  it('can be left out: a server may accept it', async () => {
    const page = await openConsole('create-thing');
    const anyway = page.getByRole('button', { name: 'Send anyway' });
    expect(await anyway.count()).toBe(0);
    await send(page);
    await page.getByText('The request body does not match its schema.').waitFor();
    expect(await violations(page)).toEqual([]);
    const before = api.received.length;
    await anyway.press('Enter');
    await response(page).getByText('200 OK').waitFor();
    // The button is gone: the focus goes where that of the other one goes.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toMatch(/^Response/);
    expect(api.received.length).toBe(before + 1);
    expect(JSON.parse(api.received.at(-1)?.body ?? '')).toEqual({ kind: 'small', parts: [] });
    await page.context().close();
  });

  it('of a path has to be there', async () => {
    const page = await openConsole('change-thing');
    const id = field(page, 'thing_id required');
    expect(await id.getAttribute('placeholder')).toBe('THING_ID, string (uuid)');
    await send(page);
    await page.getByText('thing_id is required').waitFor();
    expect(await page.getByRole('button', { name: 'Send anyway' }).count()).toBe(0);
    await page.context().close();
  });

  it('PATCH changes nothing that a reader has not filled in, and offers the fields', async () => {
    const page = await openConsole('change-thing');
    await field(page, 'thing_id required').fill('0b6cdb1f-7b3c-4d55-8f4a-6f6f6cf2a5a1');
    await expect.poll(() => sampleOf(page, 'curl')).toContain("--data '{}'");
    expect((await sent(page)).body).toBe('{}');
    await field(page, 'note').fill('mine');
    expect(JSON.parse((await sent(page)).body)).toEqual({ note: 'mine' });
    await expect.poll(() => sampleOf(page, 'curl')).toContain('"note": "mine"');
    await page.context().close();
  });
});

it('while the console is open, Send alone is filled, and “Try it” closes it', async () => {
  const page = await openConsole('get-echo');
  const tryIt = page.getByRole('button', { name: 'Try it' });
  const color = (button: ReturnType<Page['locator']>) =>
    button.evaluate((element) => getComputedStyle(element).backgroundColor);
  const filled = await color(page.getByRole('button', { name: 'Send GET' }));
  expect(await color(tryIt)).not.toBe(filled);
  await tryIt.click();
  expect(await page.locator('.ref-try').count()).toBe(0);
  expect(await tryIt.getAttribute('aria-expanded')).toBe('false');
  await page.mouse.move(0, 0);
  expect(await color(tryIt)).toBe(filled);
  await page.context().close();
});

describe('sending', () => {
  it('Enter in a field sends what changes nothing, and Ctrl+Enter everything', async () => {
    const page = await openConsole('delete-order');
    const before = api.received.length;
    await field(page, 'id required').fill('7');
    await page.keyboard.press('Enter');
    await field(page, 'Your instance').press('Enter');
    // A request would be there before this one.
    await page.evaluate((url) => fetch(url), `${api.origin}/v1/last`);
    expect(api.received.slice(before).map(({ url }) => url)).toEqual(['/v1/last']);
    await field(page, 'id required').press('Control+Enter');
    await response(page).getByText('200 OK').waitFor();
    expect(api.received.at(-1)).toMatchObject({ method: 'DELETE', url: '/v1/orders/7' });
    await page.goto('/reference/playground/get-echo/');
    await page.getByRole('button', { name: 'Try it' }).click();
    await field(page, 'id required').fill('8');
    await page.keyboard.press('Enter');
    await response(page).getByText('200 OK').waitFor();
    expect(api.received.at(-1)).toMatchObject({ method: 'GET', url: '/v1/echo/8' });
    await page.context().close();
  });

  it.each([
    { width: 1440, height: 700 },
    { width: 390, height: 700 },
  ])('method, URL and Send stay in view: $width pixels', async (viewport) => {
    const page = await openConsole('create-order', { viewport });
    const line = page.locator('.ref-try-send');
    const lastField = page.locator('.ref-try-more > summary');
    for (const place of [page.locator('#try'), lastField]) {
      await place.scrollIntoViewIfNeeded();
      const box = await line.boundingBox();
      if (!box) throw new Error('It is not shown');
      expect(box.y).toBeGreaterThan(0);
      expect(box.y + box.height).toBeLessThanOrEqual(viewport.height);
    }
    expect(await line.textContent()).toContain(`POST${api.origin}/v1/orders`);
    // What has the focus is not below the line.
    await lastField.focus();
    const [focused, box] = await Promise.all([lastField.boundingBox(), line.boundingBox()]);
    expect((focused?.y ?? 0) + (focused?.height ?? 0)).toBeLessThanOrEqual(box?.y ?? 0);
    await page.context().close();
  });
});

describe('many fields', () => {
  it('optional ones are folded, can be filtered, and stay in view once they are filled in', async () => {
    const page = await openConsole('get-echo');
    const fold = page.locator('.ref-try-more');
    expect(await fold.locator('summary').textContent()).toBe('9 optional fields');
    expect(await field(page, 'text').count()).toBe(0);
    // Of 10 optional parameters, a header is alone in its group.
    const stops = await page.evaluate(
      () =>
        document.querySelectorAll('.ref-try :is(a, button, input, select, textarea, summary)')
          .length,
    );
    expect(stops).toBeLessThanOrEqual(8);
    await fold.locator('summary').click();
    await field(page, 'Filter by name').fill('TA');
    await expect.poll(() => fold.locator('.ref-try-item').count()).toBe(1);
    await field(page, 'tags').fill('a');
    await field(page, 'Filter by name').fill('nothing');
    await fold.getByText('No such field').waitFor();
    await fold.locator('summary').click();
    expect(await fold.locator('summary').textContent()).toBe('8 more');
    expect(await field(page, 'tags').inputValue()).toBe('a');
    await page.context().close();
  });
});

describe('JSON as a form', () => {
  it('writes what the text is: objects, lists, variants, maps, null', async () => {
    const page = await openConsole('create-order');
    const group = (name: string) => page.getByRole('group', { name, exact: true });
    await field(page, 'email required').fill('ann@example.com');
    await field(page, 'Variant').selectOption('Invoice');
    await field(page, 'address required').fill('2 Side Street');
    await group('lines required').getByRole('button', { name: 'Add item' }).click();
    await group('2').getByLabel('count required').fill('3');
    await page.getByRole('button', { name: 'Remove item 1' }).click();
    await page.locator('.ref-try-more > summary').click();
    await page.locator('.ref-try-item', { hasText: 'note' }).getByRole('checkbox').check();
    await field(page, 'gift').selectOption('true');
    await page.getByRole('group', { name: 'colors' }).getByLabel('blue').check();
    await field(page, 'due').fill('2024-02-29');
    await field(page, 'extra').fill('{"a": [1.10]}');
    await group('labels').getByRole('button', { name: 'Add' }).click();
    await group('labels').getByLabel('New name').fill('to');
    await page.keyboard.press('Enter');
    await group('labels').getByLabel('to', { exact: true }).fill('Bob');
    await group('parent').getByRole('button', { name: 'Set to null' }).click();
    const { body } = await sent(page);
    expect(JSON.parse(body)).toEqual({
      customer: { name: expect.any(String), email: 'ann@example.com' },
      payment: { method: 'Invoice', address: '2 Side Street' },
      lines: [{ sku: expect.any(String), count: 3 }],
      note: null,
      gift: true,
      colors: ['blue'],
      due: '2024-02-29',
      extra: { a: [1.1] },
      labels: expect.objectContaining({ to: 'Bob' }),
      parent: null,
    });
    expect(body).toContain('1.10');
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('loses nothing of a text that it cannot show, and says what is wrong beside it', async () => {
    const page = await openConsole('create-order');
    await asText(page);
    const text =
      '{"customer":{"name":"","email":5,"other":[1.0]},"payment":{"method":"Card","number":"x"},"lines":"none","big":12345678901234567890}';
    await field(page, 'Content').fill(text);
    await field(page, 'Form').check();
    const item = (name: string) => page.locator('.ref-try-item', { hasText: name });
    await item('name required').getByText('name must not be empty').waitFor();
    await item('number required').getByText('number must match the pattern').waitFor();
    expect(await field(page, 'big').inputValue()).toBe('12345678901234567890');
    expect(await field(page, 'lines required').inputValue()).toBe('"none"');
    await field(page, 'name required').fill('Ann');
    await asText(page);
    const written = await field(page, 'Content').inputValue();
    expect(written.replace(/\s/g, '')).toBe(text.replace('"name":""', '"name":"Ann"'));
    // What is no JSON, or has a name twice, stays a text.
    for (const broken of ['{"a": ', '{"a": 1, "a": 2}']) {
      await field(page, 'Content').fill(broken);
      await expect.poll(() => field(page, 'Form').isDisabled()).toBe(true);
    }
    await page.context().close();
  });

  it('a create request succeeds by keyboard alone', async () => {
    const page = await (await browser.newContext({ baseURL: site.origin })).newPage();
    await page.goto('/reference/playground/create-order/');
    await page.getByRole('button', { name: 'Try it' }).focus();
    await page.keyboard.press('Enter');
    await field(page, 'Your instance').waitFor();
    const tabTo = async (label: string): Promise<number> => {
      const wanted = await field(page, label).getAttribute('id');
      for (let step = 1; step < 20; step += 1) {
        await page.keyboard.press('Tab');
        if ((await page.evaluate(() => document.activeElement?.id)) === wanted) return step;
      }
      throw new Error(`Tab does not lead to ${label}`);
    };
    await tabTo('Your instance');
    await page.keyboard.type(api.origin);
    await tabTo('name required');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Ann');
    await page.keyboard.press('Control+Enter');
    await response(page).getByText('200 OK').waitFor();
    expect(JSON.parse(api.received.at(-1)?.body ?? '')).toMatchObject({
      customer: { name: 'Ann' },
    });
    await page.context().close();
  });
});

describe('authentication', () => {
  it.each([
    ['key-header', 'API key in header X-Key', ({ headers }: Received) => headers['x-key']],
    ['key-query', 'API key in query key', ({ url }: Received) => /key=(.*)/.exec(url)?.[1]],
    ['key-cookie', 'API key in cookie session', ({ headers }: Received) => headers.cookie],
    ['bearer', 'Token', ({ headers }: Received) => headers.authorization],
  ] as const)('%s', async (id, label, find) => {
    const page = await openConsole(id);
    // What is not filled in is not sent.
    const notice = page.getByText('the request is sent without authentication');
    await notice.waitFor();
    expect(find(await sent(page))).toBeUndefined();
    await field(page, label).fill('s3cret');
    expect(await notice.count()).toBe(0);
    const prefix = { bearer: 'Bearer ', 'key-cookie': 'session=' } as Record<string, string>;
    expect(find(await sent(page))).toBe(`${prefix[id] ?? ''}s3cret`);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await page.context().close();
  });

  it('basic, in UTF-8, or the alternative without', async () => {
    const page = await openConsole('basic');
    await field(page, 'Username').fill('ann');
    await field(page, 'Password').fill('pä:ss');
    const { headers } = await sent(page);
    expect(headers.authorization).toBe(`Basic ${Buffer.from('ann:pä:ss').toString('base64')}`);
    await field(page, 'Authenticate with').selectOption('No authentication');
    expect((await sent(page)).headers.authorization).toBeUndefined();
    await page.context().close();
  });

  const tokenOf = (page: Page) => field(page, 'Token').inputValue();

  it('OAuth 2: authorization code with PKCE', async () => {
    const page = await openConsole('oauth');
    await field(page, 'Client ID').fill('Reader');
    expect(await field(page, 'things:read').isChecked()).toBe(true);
    await field(page, 'things:write').check();
    await page.getByRole('button', { name: /get token/ }).click();
    await page.getByText(/Token received/).waitFor();
    const { headers } = await sent(page);
    expect(headers.authorization).toBe('Bearer authorization_code-for-things:read-things:write');
    expect(page.context().pages().length).toBe(1);
    expect(api.received.filter(({ url }) => /code_verifier|access_token/.test(url))).toEqual([]);
    await page.context().close();
  });

  it('OAuth 2: what the authorization server refuses is told', async () => {
    const page = await openConsole('oauth');
    await field(page, 'Client ID').fill('Nobody');
    await page.getByRole('button', { name: /get token/ }).click();
    await page.getByText('unauthorized_client: Who is that?').waitFor();
    expect(await tokenOf(page)).toBe('');
    await page.context().close();
  });

  it('OAuth 2: client credentials and password', async () => {
    const page = await openConsole('oauth');
    await field(page, 'Flow').selectOption('Client credentials');
    await field(page, 'Client ID').fill('Machine');
    await field(page, 'Client secret').fill('wrong');
    await page.getByRole('button', { name: /get token/ }).click();
    await page.getByText('invalid_grant: Not with that.').waitFor();
    await field(page, 'Client secret').fill('s3cret');
    await page.getByRole('button', { name: /get token/ }).click();
    await expect.poll(() => tokenOf(page)).toBe('client_credentials-for-things:read');
    await field(page, 'Flow').selectOption('Password');
    await field(page, 'Username').fill('ann');
    await field(page, 'Password').fill('pw');
    await page.getByRole('button', { name: /get token/ }).click();
    await expect.poll(() => tokenOf(page)).toMatch(/^password/);
    await page.context().close();
  });

  it('OAuth 2: the same scheme with other scopes is another choice', async () => {
    const page = await openConsole('twice');
    await field(page, 'Client ID').fill('Reader');
    await field(page, 'Authenticate with').selectOption('OAuth 2.0 (things:write)');
    expect(await field(page, 'things:read').isChecked()).toBe(false);
    expect(await field(page, 'things:write').isChecked()).toBe(true);
    await field(page, 'Client ID').fill('Reader');
    await page.getByRole('button', { name: /get token/ }).click();
    await expect.poll(() => tokenOf(page)).toBe('authorization_code-for-things:write');
    await page.context().close();
  });

  it('OpenID Connect discovery', async () => {
    const page = await openConsole('open-id');
    await field(page, 'Client ID').fill('Reader');
    await page.getByRole('button', { name: /get token/ }).click();
    await expect.poll(() => tokenOf(page)).toBe('authorization_code-for-openid');
    expect((await sent(page)).headers.authorization).toMatch(/^Bearer authorization_code/);
    await page.context().close();
  });

  it('samples show that there is a secret, and are copied with it', async () => {
    const page = await openConsole('bearer', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const copy = page.locator('#sample-curl').getByRole('button', { name: 'Copy code' });
    await field(page, 'Token').fill('s3cret');
    await expect.poll(() => sampleOf(page, 'curl')).toContain('Bearer ********');
    await copy.click();
    const read = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(read).toContain('Bearer s3cret');
    // The samples do not keep it.
    await expect
      .poll(() => page.locator('.ref-samples').evaluate(({ outerHTML }) => outerHTML))
      .not.toContain('s3cret');
    await field(page, 'Token').fill('');
    await expect.poll(() => sampleOf(page, 'curl')).toContain('YOUR_TOKEN');
    await page.context().close();
  });

  it('the command of a failed request does not show secrets, and is copied with them', async () => {
    const page = await openConsole('bearer', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await field(page, 'Your instance').fill('http://127.0.0.1:9');
    await field(page, 'Token').fill('s3cret');
    await send(page);
    await expect
      .poll(() => response(page).locator('code').textContent())
      .toContain('Bearer ********');
    expect(await response(page).innerHTML()).not.toContain('s3cret');
    await response(page).getByRole('button', { name: 'Copy code' }).click();
    const read = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(read).toContain('Bearer s3cret');
    await page.context().close();
  });

  it('secrets stay in the tab, with their server, and out of addresses', async () => {
    const page = await openConsole('bearer', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await field(page, 'Token').fill('s3cret');
    await sent(page);
    const kept = await page.evaluate(() => ({
      local: JSON.stringify(localStorage),
      session: JSON.stringify(sessionStorage),
    }));
    expect(kept.local).not.toContain('s3cret');
    expect(kept.session).toContain('s3cret');
    await page.getByRole('button', { name: 'Copy link' }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(atob(new URL(link).hash.slice('#try='.length))).not.toContain('s3cret');
    // Another server has secrets of its own; this one's are there when the reader comes back.
    await field(page, 'Your instance').fill('https://other.example');
    expect(await field(page, 'Token').inputValue()).toBe('');
    await page
      .getByText('Credentials that you entered for another server are not sent to this one.')
      .waitFor();
    await expect.poll(() => sampleOf(page, 'curl')).toContain('other.example');
    expect(await sampleOf(page, 'curl')).not.toContain('s3cret');
    await field(page, 'Your instance').fill(api.origin);
    await field(page, 'Token').focus();
    expect(await field(page, 'Token').inputValue()).toBe('s3cret');
    // The next operation knows the server and the secret.
    await page.goto('/reference/playground/bearer/');
    await page.getByRole('button', { name: 'Try it' }).click();
    expect(await field(page, 'Your instance').inputValue()).toBe(api.origin);
    expect(await field(page, 'Token').inputValue()).toBe('s3cret');
    await page.context().close();
  });
});

describe('answers', () => {
  it('an error of the API: status, time, size, headers, and a body that is laid out', async () => {
    const page = await openConsole('error');
    await send(page);
    await expect.poll(() => response(page).textContent()).toContain('404');
    await response(page).getByText('Headers (1)').click();
    const text = (await response(page).textContent()) ?? '';
    expect(text).toMatch(/404 Not Found.*ms.*38 byte/);
    expect(text).toContain('application/problem+json');
    expect(text).toContain('"title": "No such thing",\n  "status": 404');
    await page.context().close();
  });

  it('a denied request leads to the credentials that it lacks', async () => {
    const page = await openConsole('denied');
    await send(page);
    await response(page).getByText('Credentials are missing.').waitFor();
    expect(await page.locator('#sample-curl').isVisible()).toBe(true);
    await response(page).getByRole('button', { name: 'Enter them' }).click();
    await page.keyboard.type('s3cret');
    expect(await field(page, 'Token').inputValue()).toBe('s3cret');
    await send(page);
    await expect.poll(() => api.received.at(-1)?.headers.authorization).toBe('Bearer s3cret');
    expect(await response(page).textContent()).not.toContain('Credentials are missing.');
    await page.context().close();
  });

  it('pictures, and drawings whose scripts do not run', async () => {
    for (const id of ['picture', 'drawing', 'big-drawing']) {
      const page = await openConsole(id);
      await send(page);
      const picture = response(page).locator('img');
      await picture.waitFor();
      await expect
        .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
        .toBeGreaterThan(0);
      await page.context().close();
    }
  });

  it('a page is text, and saved without its type', async () => {
    const page = await openConsole('page');
    await send(page);
    await response(page).locator('code span').first().waitFor();
    await expect.poll(() => response(page).textContent()).toContain('<script>alert(1)</script>');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('response.html');
    const type = await page
      .getByRole('link', { name: 'Download' })
      .evaluate(async (link: HTMLAnchorElement) =>
        (await fetch(link.href)).headers.get('content-type'),
      );
    expect(type).toBe('application/octet-stream');
    await page.context().close();
  });

  it.each([
    ['big', BIG + '{"text":""}'.length],
    ['big-list', 49_888_891],
  ])('50 MB, %s: the page goes on, the beginning is shown, all can be saved', async (id, bytes) => {
    const page = await openConsole(id);
    await page.evaluate(() => {
      const gaps: number[] = [];
      let last = performance.now();
      const tick = (): void => {
        gaps.push(performance.now() - last);
        last = performance.now();
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
      Object.assign(window, { gaps });
    });
    await send(page);
    const link = page.getByRole('link', { name: 'Download' });
    await link.waitFor({ timeout: 50_000 });
    const size = await link.evaluate(
      async (anchor: HTMLAnchorElement) => (await (await fetch(anchor.href)).blob()).size,
    );
    expect(size).toBe(bytes);
    const longest = await page.evaluate(() =>
      Math.max(...(window as unknown as { gaps: number[] }).gaps),
    );
    console.log(`50 MB, ${id}: the longest time without a frame was ${Math.round(longest)} ms`);
    expect(((await response(page).textContent()) ?? '').length).toBeLessThan(400_000);
    await page.context().close();
  });

  it('8 MB: as much is drawn as is opened, and all of it is searched and copied', async () => {
    const page = await openConsole('large', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await send(page);
    const tree = response(page).locator('.ref-json');
    const folds = tree.locator('details');
    // The list, and the first of its items.
    await expect.poll(() => folds.count()).toBe(101);
    expect(await folds.nth(1).textContent()).toMatch(/^\{"id":0,"name":"x+…,?$/);
    await tree.getByRole('button', { name: 'Show more lines' }).click();
    await expect.poll(() => folds.count()).toBe(201);
    expect(await tree.locator('.a').count()).toBe(0);
    await folds.nth(2).locator('summary').click();
    await expect.poll(() => tree.locator('.a').allTextContents()).toEqual(['"id"', '"name"']);
    expect(await response(page).locator('*').count()).toBeLessThan(1500);
    // In what is not drawn.
    await field(page, 'Find in the response').fill('the LAST');
    await response(page).getByText('1 of 1').waitFor();
    const place = response(page).locator('p', { has: page.locator('mark') });
    expect(await place.textContent()).toMatch(
      /^80000\.name x+"\},\{"id":80000,"name":"The last one","size":1\.5\}\]$/,
    );
    await response(page).getByRole('button', { name: 'Copy', exact: true }).click();
    await response(page).getByRole('button', { name: 'Copied' }).waitFor();
    expect((await page.evaluate(() => navigator.clipboard.readText())).length).toBe(LARGE.length);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['events', 'data: one', 'data: three'],
    ['lines', '{"n":1}', '{"n":2}'],
  ])('%s: what comes is shown as it comes', async (id, first, last) => {
    const page = await openConsole(id);
    await send(page);
    await expect.poll(() => response(page).textContent(), { interval: 50 }).toContain(first);
    const early = await response(page).textContent();
    expect(early).toContain('Streaming');
    expect(early).not.toContain(last);
    await expect.poll(() => response(page).textContent()).toContain(last);
    await expect.poll(() => response(page).textContent()).not.toContain('Streaming');
    await page.context().close();
  });

  it('cancel ends the request, and keeps what has come', async () => {
    const page = await openConsole('slow');
    const before = api.aborted();
    await send(page);
    await expect.poll(() => response(page).textContent()).toContain('a beginning');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => response(page).textContent()).toContain('Cancelled.');
    expect(await response(page).textContent()).toContain('a beginning');
    await expect.poll(() => api.aborted()).toBe(before + 1);
    await page.context().close();
  });

  it('the focus stays where it is: on Send while it cannot be pressed, and on it after Cancel', async () => {
    const page = await openConsole('slow');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    const button = page.getByRole('button', { name: /^Send/ });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => button.getAttribute('aria-disabled')).toBe('true');
    expect([await button.getAttribute('aria-busy'), await focused()]).toEqual(['true', 'Sending…']);
    // Pressed again, nothing is sent.
    await expect.poll(() => response(page).textContent()).toContain('a beginning');
    const before = api.received.length;
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('Cancel');
    await page.keyboard.press('Enter');
    await expect.poll(() => response(page).textContent()).toContain('Cancelled.');
    expect(api.received.length).toBe(before);
    expect(await button.getAttribute('aria-disabled')).toBe('false');
    expect(await focused()).toBe('Send GET');
    await page.context().close();
  });

  it('whoever pressed Send is led to the response, and whoever is in a field stays there', async () => {
    const page = await openConsole('get-echo');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await field(page, 'id required').fill('7');
    await page.keyboard.press('Control+Enter');
    await response(page).getByText('200 OK').waitFor();
    const id = await field(page, 'id required').getAttribute('id');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(id);
    await sent(page);
    await expect.poll(focused).toBe('Response');
    await page.context().close();
  });

  it('a response is beside the form, and below it if there is no room', async () => {
    for (const width of [1440, 1000]) {
      const page = await openConsole('error', { viewport: { width, height: 900 } });
      await send(page);
      await response(page).getByText('404 Not Found').waitFor();
      const [form, answer] = await Promise.all([
        page.locator('.ref-try form').boundingBox(),
        response(page).boundingBox(),
      ]);
      if (!form || !answer) throw new Error('Nothing is shown');
      expect([answer.x > form.x + form.width, answer.y > form.y + form.height]).toEqual(
        width === 1440 ? [true, false] : [false, true],
      );
      await page.getByRole('button', { name: 'Close' }).click();
      expect(await page.locator('.ref-try').count()).toBe(0);
      await page.context().close();
    }
  });

  it('a response whose request has changed says so, and former requests can be filled in again', async () => {
    const page = await openConsole('get-echo');
    await field(page, 'id required').fill('1');
    await sent(page);
    const note = response(page).getByText('The form has changed since this request.');
    expect(await note.count()).toBe(0);
    await field(page, 'id required').fill('2');
    await note.waitFor();
    expect(await violations(page)).toEqual([]);
    await sent(page);
    expect(await note.count()).toBe(0);
    expect(await response(page).locator('.ref-json').textContent()).toContain('/v1/echo/2');
    await response(page).getByLabel('Request').selectOption({ index: 1 });
    expect(await response(page).locator('.ref-json').textContent()).toContain('/v1/echo/1');
    await page.getByRole('button', { name: 'Fill in again' }).click();
    expect(await field(page, 'id required').inputValue()).toBe('1');
    await page.context().close();
  });

  it('JSON can be folded, by keyboard as well, and searched', async () => {
    const page = await openConsole('create-order');
    await sent(page);
    const body = response(page).locator('.ref-json');
    const [first, second] = [body.locator('summary').nth(0), body.locator('summary').nth(1)];
    const accept = body.getByText('"accept"', { exact: true });
    // One stop, whatever there is to fold.
    expect(await body.locator('summary[tabindex="0"]').count()).toBe(1);
    await first.focus();
    await page.keyboard.press('ArrowDown');
    expect(await second.evaluate((summary) => summary === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => accept.isVisible()).toBe(false);
    // The search opens what it finds something in.
    const find = page.getByLabel('Find in the response');
    await find.fill('T": "appl');
    await response(page).getByText('1 of 1', { exact: true }).waitFor();
    await expect.poll(() => accept.isVisible()).toBe(true);
    await find.fill('"accept');
    await response(page).getByText('1 of 2', { exact: true }).waitFor();
    await find.press('Enter');
    await response(page).getByText('2 of 2', { exact: true }).waitFor();
    await find.press('Shift+Enter');
    await response(page).getByText('1 of 2', { exact: true }).waitFor();
    await find.fill('nowhere');
    await response(page).getByText('0 of 0', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('is compared with the document, and copied as curl, HAR and example', async () => {
    const page = await openConsole('described', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await field(page, 'Token').fill('s3cret');
    await sent(page);
    await response(page).getByText('Differences from the document: 2').click();
    const lists = await response(page).locator('.ref-fold ul').allInnerTexts();
    expect(lists).toEqual(['body must be of type integer', 'headers', 'missing']);
    const copied = async (name: string): Promise<string> => {
      await response(page).getByRole('button', { name, exact: true }).click();
      await response(page).getByRole('button', { name: 'Copied' }).last().waitFor();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await copied('Copy as curl')).toContain('Authorization: Bearer s3cret');
    expect(JSON.parse(await copied('Copy as HAR')).log.entries[0].response.status).toBe(200);
    expect(await copied('Copy as example')).toMatch(
      /^examples:\n {2}response200:\n {4}value:\n {6}method: GET\n {6}url: "/,
    );
    await page.context().close();
  });

  it('a screen reader reads the status by itself, and no body', async () => {
    const page = await openConsole('error');
    await send(page);
    await response(page).getByText('No such thing').waitFor();
    const live = page.locator(
      '.ref-try :is([aria-live=polite], [aria-live=assertive], [role=status])',
    );
    expect((await live.allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([
      '404 Not Found',
    ]);
    expect((await live.allInnerTexts()).join()).not.toContain('No such thing');
    await page.context().close();
  });

  it('a connection that breaks', async () => {
    const page = await openConsole('broken');
    await send(page);
    await expect
      .poll(() => response(page).textContent())
      .toContain('lost before the response was complete');
    await page.context().close();
  });
});

describe('failures are distinguished, with curl as the way out', () => {
  it('CORS', async () => {
    const page = await openConsole('refused');
    await send(page);
    await page.getByText(/does not allow this site to read the response \(CORS\)/).waitFor();
    expect(await response(page).locator('code').textContent()).toContain(
      `curl \\\n  ${api.origin}/v1/answers/refused`,
    );
    await page.context().close();
  });

  it('a connection without an answer', async () => {
    const page = await openConsole('dropped');
    await send(page);
    await page.getByText('closed the connection without a response').waitFor();
    await page.context().close();
  });

  it('nobody there', async () => {
    const page = await openConsole('error');
    await field(page, 'Your instance').fill('http://127.0.0.1:9');
    await send(page);
    await page.getByText('Could not reach 127.0.0.1:9.').waitFor();
    await page.context().close();
  });

  it('offline', async () => {
    const page = await openConsole('error');
    await page.context().setOffline(true);
    await send(page);
    await page.getByText('You are offline.').waitFor();
    await page.context().close();
  });

  it('no address yet', async () => {
    const page = await openConsole('error');
    await field(page, 'Your instance').fill('');
    await send(page);
    await page.getByText('Enter the base URL of the API').waitFor();
    await page.context().close();
  });
});

it('a link brings the input and no secrets, and says that it did', async () => {
  const context = { permissions: ['clipboard-read', 'clipboard-write'] };
  const page = await openConsole('get-echo', context);
  await field(page, 'id required').fill('42');
  await unfold(page);
  await field(page, 'tags').fill('ü');
  await field(page, 'pin').fill('1234');
  await page.getByRole('button', { name: 'Copy link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await other.getByText('This form was filled in by a link').waitFor();
  expect(await field(other, 'id required').inputValue()).toBe('42');
  expect(await field(other, 'tags').inputValue()).toBe('ü');
  // What the link fills in is not folded, and nothing else is open.
  expect(await field(other, 'pin').count()).toBe(0);
  await unfold(other);
  expect(await field(other, 'pin').inputValue()).toBe('');
  expect(await field(other, 'Your instance').inputValue()).toBe(api.origin);
  await Promise.all([other.context().close(), page.context().close()]);
});

it('a console that cannot be loaded is asked for once more, and then left out of the address', async () => {
  const page = await (await browser.newContext({ baseURL: site.origin })).newPage();
  await page.route('**/get-echo.json', (route) => route.abort());
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  await page.goto('/reference/playground/get-echo/#try');
  await page.waitForURL(({ hash }) => hash === '');
  await loadApp(page);
  expect(loads).toBe(3);
  expect(await page.locator('.ref-try').count()).toBe(0);
  await page.context().close();
});

it('who only opens the console has chosen no server', async () => {
  const page = await (await browser.newContext({ baseURL: site.origin })).newPage();
  const stored = () => page.evaluate(() => Object.keys(sessionStorage));
  await page.goto('/reference/playground/get-echo/');
  await page.getByRole('button', { name: 'Try it' }).click();
  const host = field(page, 'Your instance');
  await host.waitFor();
  const before = await stored();
  expect(before.filter((key) => key.startsWith('ref-'))).toEqual([]);
  await host.fill(api.origin);
  await expect.poll(stored).toContain('ref-server playground');
  await host.fill('');
  await expect.poll(stored).toEqual(before);
  await page.context().close();
});

describe('what the maintainer chooses', () => {
  /** A page whose API has these settings, as its slice would hold them. */
  async function openWith(settings: object): Promise<Page> {
    const page = await (await browser.newContext({ baseURL: site.origin })).newPage();
    await page.route('**/get-echo.json', async (route) => {
      const slice = await (await route.fetch()).json();
      Object.assign(slice['x-page'], settings);
      await route.fulfill({ json: slice });
    });
    await page.goto('/reference/playground/get-echo/');
    await page.getByRole('button', { name: 'Try it' }).click();
    await field(page, 'Your instance').fill(api.origin);
    await field(page, 'id required').fill('9');
    return page;
  }

  it('hideSendButton leaves the form and the samples', async () => {
    const page = await openWith({ hideSendButton: true });
    const before = api.received.length;
    await page.keyboard.press('Enter');
    await expect.poll(() => sampleOf(page, 'curl')).toContain(`${api.origin}/v1/echo/9`);
    expect(await page.getByRole('button', { name: /^Send / }).count()).toBe(0);
    expect(api.received.length).toBe(before);
    await page.context().close();
  });

  it('a proxy is asked where the reader wants it', async () => {
    const page = await openWith({ proxy: `${api.origin}/proxy/` });
    expect((await sent(page)).url).toBe('/v1/echo/9');
    await page.getByLabel('Send through the proxy of this site').check();
    expect((await sent(page)).url).toBe(`/proxy/${api.origin}/v1/echo/9`);
    await page.context().close();
  });
});

describeEnvironments(() => ({ browser, api, openConsole, field }));

describeCredentials(() => ({ browser, api, site }));

describeAttacks(() => ({ browser, api, site, openConsole, field, send, response, sent }));

it('works by keyboard alone', async () => {
  const page = await (await browser.newContext({ baseURL: site.origin })).newPage();
  await page.goto('/reference/playground/get-echo/');
  await page.getByRole('button', { name: 'Try it' }).focus();
  await page.keyboard.press('Enter');
  await field(page, 'Your instance').waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focused).toBe('Try it');
  const tabTo = async (label: string): Promise<void> => {
    const wanted = await field(page, label).getAttribute('id');
    for (let step = 0; step < 30; step += 1) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate(() => document.activeElement?.id)) === wanted) return;
    }
    throw new Error(`Tab does not lead to ${label}`);
  };
  await tabTo('Your instance');
  await page.keyboard.type(api.origin);
  await tabTo('id required');
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await response(page).getByText('200 OK').waitFor();
  expect(api.received.at(-1)?.url).toBe('/v1/echo/5');
  await page.getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Try it');
  await page.context().close();
});

describe.each(VIEWS)('axe, $colorScheme mode, $width pixels', ({ colorScheme, width }) => {
  it.each(['get-echo', 'post-echo', 'create-order', 'upload', 'oauth', 'error', 'refused'])(
    '%s',
    async (id) => {
      const viewport = { width, height: 900 };
      const page = await openConsole(id, { colorScheme, viewport });
      // What is wrong or folded, and answers, are there as well.
      for (const fold of await page.locator('.ref-try-more > summary').all()) await fold.click();
      await send(page);
      if (id === 'error' || id === 'refused')
        await response(page).locator('.ref-try-status, .ref-try-failure').waitFor();
      expect(await violations(page)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
      await page.context().close();
    },
  );
});

it.each([
  ['oauth', 'Get a token'],
  ['create-order', 'customer'],
])('costs nothing until it is opened, and at most 100 KB then: %s', async (id, last) => {
  const page = await (await browser.newContext({ baseURL: site.origin })).newPage();
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(`/reference/playground/${id}/`);
  // The app comes at the first intent; what comes after it is the console's.
  await loadApp(page);
  await settled(loaded);
  const before = [...loaded];
  expect(before.filter((file) => file.includes('console'))).toEqual([]);
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.locator('.ref-try').getByText(last).waitFor();
  await settled(loaded);
  const files = loaded.slice(before.length);
  const bytes = files.map(
    (file) => gzipSync(fs.readFileSync(path.join(folder, file)), { level: 9 }).length,
  );
  const total = bytes.reduce((sum, size) => sum + size, 0);
  console.log(files.map((file, at) => `${file} ${bytes[at]}`).join('\n'));
  console.log(`The console, gzip: ${total} bytes in ${files.length} files`);
  expect(files.length).toBeGreaterThan(1);
  expect(total).toBeLessThan(100_000);
  await page.context().close();
});

describeWithoutSearch(() => folder);

it.each([
  ['chosen', async (page: Page) => field(page, 'Server').selectOption('Custom base URL')],
  ['pasted as the host', async (page: Page) => field(page, 'host').fill(`${api.origin}/api`)],
])(
  'authentik: a request with a bearer token to the reader’s own instance, %s',
  async (_how, begin) => {
    const { origin } = inject('site');
    const page = await (await browser.newContext({ baseURL: origin })).newPage();
    await page.goto('/reference/authentik/core-users-me-retrieve/');
    await page.getByRole('button', { name: 'Try it' }).click();
    await begin(page);
    const baseUrl = field(page, 'Base URL');
    if ((await baseUrl.inputValue()).startsWith(api.origin)) {
      // It has the focus, to be finished.
      await page.keyboard.press('End');
      await page.keyboard.type('/v3');
    } else await baseUrl.fill(`${api.origin}/api/v3`);
    await field(page, 'Token').fill('t0ken');
    const { method, url, headers } = await sent(page);
    expect([method, url, headers.authorization]).toEqual([
      'GET',
      '/api/v3/core/users/me/',
      'Bearer t0ken',
    ]);
    await page.context().close();
  },
);
