import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createProcessor } from '@mdx-js/mdx';
import remarkGfm from 'remark-gfm';
import { VFile } from 'vfile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultPlace } from '../../../src/address/docs.ts';
import { type IndexedPage, LAYOUT, type Manifest } from '../../../src/generate/layout.ts';
import type { Problem } from '../../../src/problems/problem.ts';
import { Guides } from '../../../src/site/guides.ts';

const SHOP: IndexedPage[] = [
  { kind: 'tag', id: 'orders', title: 'Orders', name: 'orders' },
  { kind: 'tag', id: 'c', title: 'C#', name: 'C#' },
  { kind: 'operation', id: 'list-books', title: 'List *all* books', name: 'list_books' },
  { kind: 'operation', id: 'repos-list', title: 'List repositories', name: 'repos/list' },
  { kind: 'operation', id: 'status', title: 'Status' },
  { kind: 'webhook', id: 'stock-low', title: 'Sold out', name: 'stock_low' },
  { kind: 'schema', id: 'schemas/book', title: 'Book', name: 'Book' },
];
const BANK: IndexedPage[] = [
  { kind: 'operation', id: 'pay', title: 'Pay', name: 'pay' },
  { kind: 'schema', id: 'schemas/account', title: 'Account', name: 'Account' },
];

function site(mainId: string | undefined): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'guides-'));
  const api = (id: string) => ({
    id,
    base: `reference/${id}`,
    place: defaultPlace({ api: id }),
    ...(id === mainId && { main: true }),
  });
  const manifest = { apis: [api('shop'), api('bank')] } as unknown as Manifest;
  const write = (file: string, value: unknown): void => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), JSON.stringify(value));
  };
  write(LAYOUT.manifest, manifest);
  write(`${LAYOUT.index}/shop.json`, SHOP);
  write(`${LAYOUT.index}/bank.json`, BANK);
  return root;
}

let root: string;
let without: string;
beforeAll(() => {
  root = site('shop');
  without = site(undefined);
});
afterAll(() => {
  for (const folder of [root, without]) fs.rmSync(folder, { recursive: true, force: true });
});

interface Result {
  /** The module that Docusaurus would bundle, without what is the same for all. */
  readonly code: string;
  readonly problems: readonly Problem[];
}

/** Compiles a guide as Docusaurus does. */
async function compile(source: string, guide = 'one.mdx', siteDir = root): Promise<Result> {
  const guides = new Guides(siteDir);
  const processor = createProcessor({
    jsx: true,
    remarkPlugins: [guides.remark(false), remarkGfm],
  });
  const file = path.join(siteDir, 'docs/guides', guide);
  const code = String(await processor.process(new VFile({ path: file, value: source })));
  return { code, problems: guides.problems };
}

describe('links', () => {
  it.each([
    ['[all](operation:list_books)', '"/reference/shop/list-books/">{"all"}'],
    ['[](operation:list_books)', '"/reference/shop/list-books/">{"List *all* books"}'],
    ['[all](operation:list-books)', '"/reference/shop/list-books/">{"all"}'],
    ['[](operation:status)', '"/reference/shop/status/">{"Status"}'],
    ['[](operation:stock_low)', '"/reference/shop/stock-low/">{"Sold out"}'],
    ['[](operation:repos/list)', '"/reference/shop/repos-list/">{"List repositories"}'],
    ['[](operation:bank/pay)', '"/reference/bank/pay/">{"Pay"}'],
    ['[](schema:Book)', '"/reference/shop/schemas/book/">{"Book"}'],
    ['[](schema:schemas/book)', '"/reference/shop/schemas/book/">{"Book"}'],
    ['[title](schema:Book#schema-title)', '"/reference/shop/schemas/book/#schema-title">{"title"}'],
    ['[](schema:bank/Account)', '"/reference/bank/schemas/account/">{"Account"}'],
    ['[](tag:orders)', '"/reference/shop/orders/">{"Orders"}'],
    ['[](tag:C#)', '"/reference/shop/c/">{"C#"}'],
    ['[](tag:C%23)', '"/reference/shop/c/">{"C#"}'],
    ['- *a **[b](tag:orders)***', '"/reference/shop/orders/">{"b"}'],
    ['| a |\n| - |\n| [b](tag:orders) |', '"/reference/shop/orders/">{"b"}'],
    ['[b][x]\n\n[x]: tag:orders', '"/reference/shop/orders/">{"b"}'],
    ['[b](https://example.com/operation:x)', '"https://example.com/operation:x">{"b"}'],
    ['[b](./other.mdx)', '"./other.mdx">{"b"}'],
  ])('%s', async (source, html) => {
    const { code, problems } = await compile(source);
    expect(problems).toEqual([]);
    expect(code).toContain(`href=${html}`);
  });

  it('in code stay as they are', async () => {
    const { code, problems } = await compile('`[](operation:no)`\n\n```md\n<Operation />\n```\n');
    expect(problems).toEqual([]);
    expect(code).toContain('operation:no');
  });
});

describe('elements', () => {
  it.each([
    [
      '<Endpoint id="list_books" />',
      'slice="docs/reference/shop/list-books.api.json" base="reference/shop" embed="endpoint.list-books"',
    ],
    [
      '<Operation id="list-books" />',
      'slice="docs/reference/shop/list-books.api.json" base="reference/shop" embed="operation.list-books"',
    ],
    [
      '<Operation id="pay" api="bank" />',
      'slice="docs/reference/bank/pay.api.json" base="reference/bank" embed="operation.pay"',
    ],
    [
      '<Schema name="Book" />',
      'slice="docs/reference/shop/schemas/book.schema.json" base="reference/shop" embed="schema.book"',
    ],
    [
      '- <Schema name="Book" />',
      'slice="docs/reference/shop/schemas/book.schema.json" base="reference/shop" embed="schema.book"',
    ],
    [
      '<div>\n  <Schema name="Book" />\n</div>',
      'slice="docs/reference/shop/schemas/book.schema.json" base="reference/shop" embed="schema.book"',
    ],
    [
      '| a |\n| - |\n| <Endpoint id="status" /> |',
      'slice="docs/reference/shop/status.api.json" base="reference/shop" embed="endpoint.status"',
    ],
  ])('%s', async (source, attributes) => {
    const { code, problems } = await compile(source);
    expect(problems).toEqual([]);
    expect(code).toContain(`${attributes} />`);
  });

  it('of the same thing have names of their own', async () => {
    const { code } = await compile(
      '<Operation id="pay" api="bank" />\n\n<Operation id="pay" api="bank" />',
    );
    expect(code).toContain('embed="operation.pay" />');
    expect(code).toContain('embed="operation.pay.2" />');
  });

  it('of partials are told from those of the pages around', async () => {
    const { code } = await compile('<Schema name="Book" />', '_part.mdx');
    expect(code).toContain('embed="_part.schema.book"');
  });

  it('that a file brings itself are its own', async () => {
    const { code, problems } = await compile(
      "import Schema from './schema';\nimport { Endpoint } from './endpoint';\n\nexport const Operation = () => null;\n\n<Schema />\n\n<Endpoint />\n\n<Operation id=\"no\" />",
    );
    expect(problems).toEqual([]);
    expect(code).not.toContain('slice=');
  });
});

describe('the API that is meant', () => {
  it("is that of the guide's folder", async () => {
    const { code } = await compile('[](operation:pay)', 'bank/start.md');
    expect(code).toContain('/reference/bank/pay/');
  });

  it('is told where the site has several and none is the main one', async () => {
    const { problems } = await compile('[](tag:orders)', 'one.mdx', without);
    expect(problems[0]).toMatchObject({
      message:
        'Which API does "orders" belong to? The guide belongs to none, and the site has several.',
      suggestion: 'Use one of: "shop", "bank".',
    });
    const named = await compile(
      '[](tag:shop/orders)\n\n<Endpoint id="pay" api="bank" />',
      'one.mdx',
      without,
    );
    expect(named.problems).toEqual([]);
  });
});

describe('mistakes', () => {
  const noOperation = (name: string): string =>
    `There is no operation "${name}" in the API "shop".`;
  it.each([
    ['a [b](operation:list_boks)', 3, noOperation('list_boks'), 'Did you mean "list_books"?'],
    ['> - **[b](operation:list_boks)**', 7, noOperation('list_boks'), 'Did you mean "list_books"?'],
    [
      '[b](schema:bok#schema-title)',
      1,
      'There is no schema "bok" in the API "shop".',
      'Did you mean "Book"?',
    ],
    ['[b](tag:ordres)', 1, 'There is no tag "ordres" in the API "shop".', 'Did you mean "orders"?'],
    [
      '[b](operation:bank/pey)',
      1,
      'There is no operation "pey" in the API "bank".',
      'Did you mean "pay"?',
    ],
    ['[b](operation:bnk/pay)', 1, noOperation('bnk/pay'), 'Did you mean "bank/pay"?'],
    [
      '[b](operation:pay)',
      1,
      noOperation('pay'),
      'The API "bank" has one: write api="bank", in a link operation:bank/pay.',
    ],
    [
      '[b](operation:something_else)',
      1,
      noOperation('something_else'),
      'Write it as the document does, "list_books" for instance.',
    ],
    ['[b](tag:bank/x)', 1, 'There is no tag "x" in the API "bank".', 'The API has no tag.'],
    [
      '[b](operation:)',
      1,
      'The link has no operation.',
      'Write its name after the colon: operation:name.',
    ],
    ['<Operation id="list_boks" />', 1, noOperation('list_boks'), 'Did you mean "list_books"?'],
    ['- <Operation id="list_boks" />', 3, noOperation('list_boks'), 'Did you mean "list_books"?'],
    [
      '<Operation name="list_books" />',
      1,
      '<Operation> has no id.',
      'Add the operationId: <Operation id="..." />.',
    ],
    [
      '<Schema name />',
      1,
      '<Schema> has no name.',
      'Add the name of a schema: <Schema name="..." />.',
    ],
    [
      '<Endpoint id={1} />',
      1,
      'The attributes of <Endpoint> are expressions.',
      'Write them as plain strings: <Endpoint id="..." />.',
    ],
    ['<Endpoint id="pay" api="bnk" />', 1, 'The site has no API "bnk".', 'Did you mean "bank"?'],
    [
      'See <Endpoint id="list_books" />',
      5,
      '<Endpoint> is inside a line of text.',
      'Put it on a line of its own, with an empty line before and after it.',
    ],
  ])('%s', async (source, column, message, suggestion) => {
    const { problems } = await compile(`# Title\n\n${source}\n`);
    expect(problems).toMatchObject([
      {
        rule: 'guide-reference',
        severity: 'error',
        file: 'docs/guides/one.mdx',
        line: 3,
        column,
        message,
        suggestion,
      },
    ]);
    expect(problems[0]?.frame).toContain(`> 3 | ${source}`);
  });

  it('are all told, in one error without a stack where the development server asks', async () => {
    const processor = createProcessor({ remarkPlugins: [new Guides(root).remark(true)] });
    const file = new VFile({
      path: path.join(root, 'docs/guides/one.mdx'),
      value: '[a](tag:ordres)\n\n<Schema />',
    });
    const error: Error = await processor.process(file).then(
      () => new Error('none'),
      (thrown) => thrown,
    );
    expect(error.message).toMatch(
      /^docs\/guides\/one\.mdx:1:1 {2}error {2}.*\n[\s\S]*one\.mdx:3:1 .*[\s\S]*2 errors\.$/,
    );
    expect(error.stack).toBe('');
  });
});

it('what is generated anew is read anew', async () => {
  const folder = site('shop');
  const guides = new Guides(folder);
  const processor = createProcessor({ remarkPlugins: [guides.remark(false)] });
  const read = (): Promise<unknown> =>
    processor.process(
      new VFile({ path: path.join(folder, 'docs/guides/one.mdx'), value: '[](operation:new)' }),
    );
  await read();
  expect(guides.problems).toHaveLength(1);
  const index = path.join(folder, LAYOUT.index, 'shop.json');
  fs.writeFileSync(
    index,
    JSON.stringify([{ kind: 'operation', id: 'new', title: 'N', name: 'new' }]),
  );
  fs.utimesSync(index, new Date(), new Date(Date.now() + 5000));
  await read();
  expect(guides.problems).toEqual([]);
  fs.rmSync(folder, { recursive: true, force: true });
});
