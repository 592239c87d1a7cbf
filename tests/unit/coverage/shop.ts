import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { measure } from '../../../src/coverage/coverage.ts';
import { readSites } from '../../../src/coverage/site.ts';
import { formatPointer } from '../../../src/openapi/pointer.ts';
import type { Document } from '../../../src/openapi/types.ts';
import type { PageChoice } from '../../../src/slices/plan.ts';

/** A document with one operation, whose pages are written by hand below. */
export const DOCUMENT = {
  openapi: '3.1.1',
  info: { title: 'Shop', version: '1.0', 'x-stability': 'kept', 'x-other': 'not asked for' },
  paths: {
    '/books': {
      get: {
        operationId: 'listBooks',
        deprecated: true,
        parameters: [
          {
            name: 'q',
            in: 'query',
            required: true,
            description: 'Words to **look** for.',
            schema: { type: 'string', minLength: 2 },
          },
        ],
        responses: {
          '200': {
            description: 'Found.',
            headers: { 'X-Total': { description: 'How many.', schema: { type: 'integer' } } },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Book' } } },
          },
        },
        callbacks: {
          sold: {
            '{$request.query.q}': { put: { responses: { '204': { description: 'Heard.' } } } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Book: {
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'integer', minimum: 1, readOnly: true },
          kind: { type: 'string', enum: ['paper', 'file'], default: 'paper' },
          // Is told on its own page.
          maker: { $ref: '#/components/schemas/Maker' },
          secret: { type: 'string', writeOnly: true },
        },
      },
      Maker: {
        type: 'object',
        title: 'Maker of books',
        properties: {
          // The title says what the name says, and need not be repeated.
          name: {
            type: 'string',
            title: 'Name',
            maxLength: 9,
            description: 'As printed.',
            'x-unit': 'letters',
          },
        },
      },
    },
  },
};

const book = (at: string) => `
  <span>object</span>
  <ul>
    <li id="${at}-id"><div><code>id</code> <span>integer</span><b> required</b><i> read-only</i></div>
      <div><span>min <code>1</code></span></div></li>
    <li id="${at}-kind"><div><code>kind</code> <span>string</span></div>
      <div hidden="until-found"><span>default <code>paper</code></span>
      <code>paper</code><code>file</code></div></li>
    <li id="${at}-maker"><div><code>maker</code> <a href="/reference/shop/schemas/maker/">Maker</a></div></li>
  </ul>`;

/** The pages, by the id of what they are about. */
export const PAGES: Readonly<Record<string, string>> = {
  shop: '<h1>Shop</h1> Version <code>1.0</code> <span>x-stability <code>kept</code></span>',
  'list-books': `
    <h1>List books</h1> <b>deprecated</b> <b>GET</b> <code>/books</code> <code>listBooks</code>
    <h3>Query parameters</h3>
    <ul><li id="query-q"><div><code>q</code> <span>string</span><b> required</b></div>
      <p>Words to <strong>look</strong> for.</p><span>min length <code>2</code></span></li></ul>
    <div id="response-200"><h3>200</h3><p>Found.</p>
      <h4>Headers</h4>
      <ul><li id="response-200-header-X-Total"><div><code>X-Total</code> <span>integer</span></div>
        <p>How many.</p></li></ul>
      <div id="response-200-application-json"><code>application/json</code>
        <a href="/reference/shop/schemas/book/">Book</a>${book('response-200')}</div></div>
    <h2>Callbacks</h2> <code>sold</code> <b>PUT</b> <code>{$request.query.q}</code>
    <div id="callback-sold-put-response-204">204 <p>Heard.</p></div>`,
  'schemas/book': `<h1>Book</h1>${book('schema')}
    <ul><li id="schema-secret"><div><code>secret</code> <span>string</span> write-only</div></li></ul>`,
  'schemas/maker': `<h1>Maker</h1> object <div>Maker of books</div>
    <ul><li id="schema-name"><div><code>name</code> <span>string</span></div>
      <p>As printed.</p><span>max length <code>9</code></span><span>x-unit <code>letters</code></span></li></ul>`,
};

const INFO: Readonly<Record<string, object>> = {
  shop: { kind: 'info' },
  'list-books': { kind: 'operation', path: '/books', method: 'get' },
  'schemas/book': { kind: 'schema', name: 'Book' },
  'schemas/maker': { kind: 'schema', name: 'Maker' },
};

/** Writes pages into a folder as a built site has them. */
export function writeSite(folder: string, pages = PAGES, { title, version } = DOCUMENT.info): void {
  for (const [id, html] of Object.entries(pages)) {
    const file = path.join(folder, 'reference', 'shop', id, 'index.html');
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(
      file,
      `<nav>Menu</nav><main><div data-part="slice ${id}">${html}</div></main>`,
    );
    const page = { api: 'shop', id, title: id, ...INFO[id] };
    const slice = { info: { title, version }, 'x-page': page };
    fs.writeFileSync(path.join(folder, 'reference', 'shop', `${id}.json`), JSON.stringify(slice));
  }
}

/** `kind pointer` of what is missing on hand-written pages. */
export function missingOn(
  pages: Readonly<Record<string, string>>,
  document: object = DOCUMENT,
  kinds?: PageChoice,
) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'coverage-'));
  try {
    writeSite(folder, pages);
    const site = readSites(folder, 'site')[0];
    if (!site) throw new Error('no site');
    const { missing, counts, unused, leftOut } = measure(
      document as Document,
      site,
      ['x-stability'],
      kinds,
    );
    return {
      leftOut,
      missing: missing.map(({ fact }) => `${fact.kind} ${formatPointer(fact.path)}`),
      counts,
      unused,
    };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
