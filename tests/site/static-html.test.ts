import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { loadDocument } from '../../src/document/load.ts';
import { asObject } from '../../src/json/guards.ts';
import { readPage, textOf } from '../support/html.ts';
import { ROOT } from '../support/site.ts';

const site = inject('site');
const small = inject('small');
const reference = path.join(site.folder, 'reference/authentik');

function pagesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && fs.existsSync(path.join(folder, entry.name, 'index.html')),
    )
    .map((entry) => entry.name);
}

describe('the default site', () => {
  it('has a page for every operation, schema and tag', () => {
    expect(pagesIn(reference).length).toBeGreaterThanOrEqual(1193 + 27);
    expect(pagesIn(path.join(reference, 'schemas')).length).toBeGreaterThanOrEqual(900);
  });

  it.each([
    'POST',
    '/core/users/{id}/impersonate/',
    'reason',
    'A unique integer value identifying this User.',
    '204',
    '400',
    '403',
    'Successfully started impersonation',
    'non_field_errors',
    'The messages about the field.',
    'code',
    'detail',
    'https://authentik.example.com/api/v3/core/users/USER_ID/impersonate/',
    "--header 'Authorization: Bearer YOUR_TOKEN'",
    '{ "non_field_errors": [ "The combination of these values is already in use." ] }',
    '{ "detail": "Authentication credentials were not provided." }',
  ])('core_users_impersonate_create says %j', (fact) => {
    expect(
      textOf(readPage(site.folder, 'reference/authentik/core-users-impersonate-create')),
    ).toContain(fact);
  });

  it('core_users_list says all its parameters and the properties of its response', async () => {
    const { document } = await loadDocument({
      document: 'node_modules/@goauthentik/api/schema.yml',
      cwd: ROOT,
    });
    const text = textOf(readPage(site.folder, 'reference/authentik/core-users-list'));
    const { schemas = {}, parameters: shared = {} } = document?.components ?? {};
    const names = ['User', 'Pagination'].flatMap((name) =>
      Object.keys(asObject(asObject(schemas[name]).properties)),
    );
    const parameters = (document?.paths?.['/core/users/']?.get?.parameters ?? []).map((given) => {
      const { $ref, name } = asObject(given);
      const parameter = asObject(shared[String($ref).split('/').at(-1) ?? '']);
      return String(name ?? parameter.name ?? 'unresolved parameter');
    });
    expect(names.length).toBeGreaterThan(20);
    expect(parameters.length).toBeGreaterThan(20);
    expect([...names, ...parameters].filter((name) => !text.includes(name))).toEqual([]);
  });

  it('names the operationId, the tag, and the schemas with their pages', () => {
    const html = readPage(site.folder, 'reference/authentik/core-users-list');
    expect(textOf(html)).toContain('core_users_list');
    expect(html).toMatch(/href="?\/reference\/authentik\/schemas\/user\/?["\s>]/);
    expect(html).toMatch(/href="?\/reference\/authentik\/core\/?["\s>]/);
  });

  it('lists on a schema page where it is used', () => {
    const text = textOf(readPage(site.folder, 'reference/authentik/schemas/impersonationrequest'));
    expect(text).toContain('Used by');
    expect(text).toContain('Impersonate a user');
  });

  it('brings no script of the app, and one style sheet', () => {
    const html = readPage(site.folder, 'reference/authentik/core-users-list');
    expect([...html.matchAll(/<script[^>]*\ssrc=/g)]).toHaveLength(1);
    expect([...html.matchAll(/rel="?stylesheet/g)]).toHaveLength(1);
    expect(/<link[^>]*(?:modulepreload|as="?script)[^>]*>/.exec(html)?.[0]).toBeUndefined();
  });

  it('hides the unselected panels so that the browser finds text in them', () => {
    const html = readPage(site.folder, 'reference/authentik/core-users-list');
    expect(html).toContain('hidden="until-found"');
    expect(html).not.toMatch(/<ref-panel[^>]* hidden(?!="until-found")/);
  });
});

describe('a page of the older upstream form', () => {
  const text = textOf(readPage(small.folder, 'older-page'));

  it.each([
    'POST',
    '/accounts/{number}/close/',
    'Closes an account for good',
    'number integer required',
    'The number on the statement.',
    '204',
    '400',
    '401',
    'The account is closed',
    'Not signed in',
    'balance_errors',
    'reason',
    'property name*',
    '{ "balance_errors": [ "not empty" ] }',
  ])('shows %j', (fact) => {
    expect(text).toContain(fact);
  });
});

describe('a page of the stock plugin', () => {
  const html = readPage(small.folder, 'stock-page');
  const text = textOf(html);

  it.each([
    'POST',
    '/animals',
    'Server https://{region}.zoo.example.com',
    'OAuth 2.0 keeper',
    'X-Trace string (uuid)',
    'note string On the back of the photo. max length 141',
    '201 Created application/json It has moved in.',
    'wingspan number (double) In centimeters.',
    '{$request.body#/notify}',
    'You have noted it.',
  ])('shows %j', (fact) => {
    expect(text).toContain(fact);
  });

  it('has a button for the console', () => {
    expect(html).toMatch(/<button[^>]* data-try="?#stock/);
  });
});

describe('the small site', () => {
  it('has no guide of an API that it does not hold', () => {
    expect(fs.existsSync(path.join(small.folder, 'guides/your-own-document'))).toBe(true);
    expect(fs.existsSync(path.join(small.folder, 'guides/authentik'))).toBe(false);
  });

  it('serves each slice as an OpenAPI document beside its page', () => {
    const slice = JSON.parse(
      fs.readFileSync(path.join(small.folder, 'reference/bookshop/create-book.json'), 'utf8'),
    );
    expect(slice).toMatchObject({
      openapi: expect.stringMatching(/^3\.1/),
      paths: { '/books': { post: {} } },
    });
  });
});

describe('a guide with parts of the reference', () => {
  const html = readPage(small.folder, 'guides/bookshop/embeds');

  it.each([
    'GET /books',
    'Finds books by their words, category or format, in pages.',
    'Query parameters 5',
    'Words to look for.',
    'Response 200 OK',
    'Send the same Idempotency-Key again',
    'Request body required',
    'Response 201 Created',
    'ISBN-13 without hyphens',
    'CardPayment or InvoicePayment',
  ])('says %j without a script', (fact) => {
    expect(textOf(html)).toContain(fact);
  });

  it('links to what it names', () => {
    const main = html.slice(html.indexOf('<h1'));
    const links = [...main.matchAll(/<a[^>]*href="(\/reference[^"]*)"[^>]*>([^<]*)/g)];
    expect(links.slice(0, 4).map(([, href, text]) => [href, text])).toEqual([
      ['/reference/bookshop/list-books/', 'All books'],
      ['/reference/bookshop/schemas/book/#schema-isbn', 'Book'],
      ['/reference/bookshop/orders/', 'Orders'],
      ['/reference/bookshop/stock-low/', 'A book is nearly sold out'],
    ]);
  });

  it('has each id once, and no name of a part twice', () => {
    for (const attribute of ['id', 'data-part']) {
      const values = [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(
        ([, value]) => value,
      );
      expect(values.length).toBeGreaterThan(6);
      expect(values.filter((value, at) => values.indexOf(value) !== at)).toEqual([]);
    }
  });

  it('brings nothing of them into the scripts', () => {
    const folder = path.join(small.folder, 'assets/js');
    const scripts = fs.readdirSync(folder).map((file) => path.join(folder, file));
    const code = scripts.map((file) => fs.readFileSync(file, 'utf8'));
    expect(code.some((text) => text.includes('operation.list-books'))).toBe(true);
    expect(code.filter((text) => text.includes('Words to look for'))).toEqual([]);
  });
});
