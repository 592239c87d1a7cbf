import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultPlace } from '../../../src/address/docs.ts';
import { guidesAt } from '../../../src/client/app/page-guides.ts';
import { type IndexedPage, LAYOUT } from '../../../src/generate/layout.ts';
import { pageGuides } from '../../../src/site/page-guides.ts';
import { PageNames } from '../../../src/site/page-names.ts';

const PAGES: Readonly<Record<string, readonly IndexedPage[]>> = {
  shop: [
    { kind: 'tag', id: 'books', title: 'Books', name: 'books' },
    { kind: 'operation', id: 'list-books', title: 'List books', name: 'list_books' },
    { kind: 'operation', id: 'get-book', title: 'Get a book', name: 'get#book' },
    { kind: 'webhook', id: 'sold-out', title: 'Sold out', name: 'sold_out' },
    { kind: 'schema', id: 'schemas/book', title: 'Book', name: 'Book' },
  ],
  bank: [{ kind: 'operation', id: 'pay', title: 'Pay', name: 'pay' }],
};

let siteDir: string;
beforeEach(() => {
  siteDir = fs.mkdtempSync(path.join(os.tmpdir(), 'page-guides-'));
  const apis = Object.keys(PAGES).map((id) => ({
    id,
    base: `reference/${id}`,
    place: defaultPlace({ api: id }),
    ...(id === 'shop' && { main: true }),
  }));
  write(LAYOUT.manifest, JSON.stringify({ apis }));
  for (const [id, pages] of Object.entries(PAGES))
    write(`${LAYOUT.index}/${id}.json`, JSON.stringify(pages));
});
afterEach(() => fs.rmSync(siteDir, { recursive: true }));

function write(file: string, content: string): void {
  const full = path.join(siteDir, file);
  fs.mkdirSync(path.dirname(full), { recursive: true });
  fs.writeFileSync(full, content);
}

/** The titles of the guides that refer to a page, for guides with these texts. */
function found(...texts: readonly string[]) {
  const guides = texts.map((text, at) => {
    write(`docs/guides/${at}.mdx`, text);
    return {
      source: `@site/docs/guides/${at}.mdx`,
      title: `Guide ${at}`,
      permalink: `/guides/${at}/`,
    };
  });
  const pages = pageGuides(guides, new PageNames(siteDir), siteDir);
  return Object.fromEntries(
    Object.entries(pages).map(([page, of]) => [page, of.map(({ title }) => title)]),
  );
}

it.each([
  ['a link', '[all](operation:list_books)'],
  ['a link with an anchor', '[all](operation:list_books#query-page)'],
  ['a link without a text', '- x\n- [](operation:shop/list_books)'],
  ['a definition', '[all][1]\n\n[1]: operation:list_books'],
  ['an embed', '---\ntitle: x\n---\n\n<Endpoint id="list_books" />'],
  ['an embed in a list', "1. x\n\n   <Operation api='shop' id='list_books'/>"],
  ['an embed in a table', '| a |\n| - |\n| <Endpoint id="list_books" /> |'],
  ['an embed over several lines', '<Operation\n  id="list_books"\n/>'],
  ['a link within an element', '<Tabs>\n\n[all](operation:list_books)\n\n</Tabs>'],
])('%s refers to an operation', (_, text) => {
  expect(found(text)).toEqual({ 'reference/shop/list-books': ['Guide 0'] });
});

it.each([
  ['a schema and a tag', '[](schema:Book) [](tag:books)\n\n<Schema name="Book" />'],
  ['an unknown operation', '[x](operation:nothing) <Endpoint id="nothing" />'],
  ['code', '`[all](operation:list_books)`\n\n```mdx\n<Endpoint id="list_books" />\n```'],
  ['a comment', '{/* <Endpoint id="list_books" />\n[all](operation:list_books) */}'],
])('%s does not', (_, text) => {
  expect(found(text)).toEqual({});
});

it('several guides are in their order, each once', () => {
  expect(
    found(
      '[a](operation:get%23book) [b](operation:bank/pay) [c](operation:bank/pay)',
      '<Endpoint id="pay" api="bank" /> [d](operation:sold_out)',
    ),
  ).toEqual({
    'reference/shop/get-book': ['Guide 0'],
    'reference/bank/pay': ['Guide 0', 'Guide 1'],
    'reference/shop/sold-out': ['Guide 1'],
  });
});

it.each(['constructor', 'toString', '__proto__', 'reference/shop/pay'])(
  'no guide refers to %s',
  (page) => {
    expect(guidesAt({ 'reference/bank/pay': [] }, page)).toEqual([]);
  },
);
