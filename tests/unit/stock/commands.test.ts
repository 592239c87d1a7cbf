import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import kebabCase from 'lodash/kebabCase.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { LAYOUT } from '../../../src/generate/layout.ts';
import { type CommandLine, stockCommands } from '../../../src/stock/commands.ts';
import { readTree } from '../../support/tree.ts';

type Values = Readonly<Record<string, unknown>>;

/** The one that Docusaurus uses, of another version than ours. */
const {
  Command,
}: { Command: new () => CommandLine & { parseAsync(line: string[]): Promise<void> } } =
  createRequire(import.meta.resolve('@docusaurus/core/package.json'))('commander');

const DOCS = [{ id: 'default', path: 'docs', routeBasePath: 'docs' }];

const document = (title: string, ids: readonly string[], more = ''): string => `openapi: 3.1.0
info: { title: ${title}, version: '1' }
tags: [{ name: all }]
paths:
${ids.map((id) => `  /${id}: { get: { operationId: ${id}, summary: ${id}, tags: [all], responses: { 200: { description: Good } } } }`).join('\n')}
components: { schemas: { Thing: { type: object } } }
${more}`;

const CONFIG = {
  shop: {
    specPath: 'shop.yaml',
    outputDir: 'docs/shop',
    showSchemas: true,
    sidebarOptions: { groupPathsBy: 'tag', categoryLinkSource: 'tag' },
    version: '2.0',
    label: 'v2',
    baseUrl: '/docs/shop/shop/',
    versions: {
      '1.0': {
        specPath: 'old.yaml',
        outputDir: 'docs/shop/1.0',
        label: 'v1',
        baseUrl: '/docs/shop/1.0/',
      },
      '0.9': {
        specPath: 'old.yaml',
        outputDir: 'docs/shop/0.9',
        label: 'v0',
        baseUrl: '/docs/shop/0.9/',
      },
    },
  },
  food: {
    specPath: 'food',
    outputDir: 'docs/food/',
    sidebarOptions: { groupPathsBy: 'tag', categoryLinkSource: 'info' },
  },
};

let root: string;
/** A site with the pages of all APIs and versions, generated once. */
let whole: string;
let output: string[];

function newSite(): string {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'openapi-reference-test-'));
  write('shop.yaml', document('Shop', ['listBooks', 'addBook']));
  write('old.yaml', document('Shop', ['listBooks']));
  write('food/burgers.yaml', document('Burgers', ['fry']));
  write('food/fruits.yaml', document('Fruits', ['peel', 'fry']));
  return root;
}

beforeAll(async () => {
  whole = newSite();
  await run('gen-api-docs all', { allVersions: true });
}, 60_000);
afterAll(() => fs.rmSync(whole, { recursive: true }));

beforeEach(() => {
  newSite();
  // What the stock plugin makes of the same names, which takes a process.
  fs.cpSync(path.join(whole, LAYOUT.upstream), path.join(root, LAYOUT.upstream), {
    recursive: true,
  });
  const note = (text: string): void => void output.push(text);
  vi.spyOn(console, 'log').mockImplementation(note);
  vi.spyOn(console, 'error').mockImplementation(note);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  fs.rmSync(root, { recursive: true });
});

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
}

/** The pages of all APIs and versions, as after a run. */
function generated(): void {
  fs.cpSync(whole, root, { recursive: true, preserveTimestamps: true });
}

const instance = (id: string, config: object = CONFIG) => ({ id, docsPluginId: 'default', config });

/** Runs a command, as Docusaurus does. */
async function run(
  line: string,
  flags: Values = {},
  instances: readonly object[] = [instance('api')],
): Promise<{ code: number; text: string }> {
  const cli = new Command();
  const site = {
    siteDir: root,
    configFile: 'docusaurus.config.ts',
    themeConfig: {},
    presets: [],
    docs: DOCS,
  };
  // Each instance adds the commands; Docusaurus must not get them twice.
  for (const _instance of instances) stockCommands(cli, instances, site);
  expect(cli.commands).toHaveLength(4);
  process.exitCode = undefined;
  output = [];
  const options = Object.entries(flags).flatMap(([name, value]) => [
    `--${kebabCase(name)}`,
    ...(value === true ? [] : [String(value)]),
  ]);
  await cli.parseAsync(['node', 'docusaurus', ...line.split(' '), ...options]);
  return { code: Number(process.exitCode ?? 0), text: output.join('\n') };
}

const files = (folder = 'docs'): string[] =>
  fs.existsSync(path.join(root, folder))
    ? Object.keys(readTree(path.join(root, folder))).sort()
    : [];
const pages = (): string[] => files().filter((file) => file.endsWith('.mdx'));

const SHOP = [
  'shop/add-book.api.mdx',
  'shop/all.tag.mdx',
  'shop/list-books.api.mdx',
  'shop/schemas/thing.schema.mdx',
  'shop/shop.info.mdx',
];
const oldPages = (version: string): string[] =>
  ['all.tag', 'list-books.api', 'schemas/thing.schema', 'shop.info'].map(
    (page) => `shop/${version}/${page}.mdx`,
  );
const FOOD = ['burgers.info', 'fruits.info', 'fry.api', 'peel.api'].map(
  (page) => `food/${page}.mdx`,
);

describe('gen-api-docs', () => {
  it('generates the API that it names, and no version', async () => {
    const { code, text } = await run('gen-api-docs shop');
    expect({ code, pages: pages() }).toEqual({ code: 0, pages: SHOP });
    expect(text).toMatch(/\d+ files written, 0 unchanged, 0 removed\./);
    expect(files()).toContain('shop/sidebar.ts');
    expect(files()).not.toContain('shop/versions.json');
  });

  it('leaves the files of all other APIs alone, also where their documents are bad', async () => {
    generated();
    const before = files();
    expect(pages()).toEqual([...FOOD, ...oldPages('0.9'), ...oldPages('1.0'), ...SHOP].sort());
    write('food/burgers.yaml', 'openapi: [');
    write('shop.yaml', document('Shop', ['listBooks']));
    expect((await run('gen-api-docs shop')).code).toBe(0);
    expect(before.filter((file) => !files().includes(file)).sort()).toEqual([
      'shop/add-book.api.json',
      'shop/add-book.api.mdx',
    ]);
    const { apis } = JSON.parse(fs.readFileSync(path.join(root, LAYOUT.manifest), 'utf8'));
    expect(apis.map(({ id }: { id: string }) => id)).toEqual([
      'shop',
      'shop-1-0',
      'shop-0-9',
      'food-burgers',
      'food-fruits',
    ]);
  });

  it('gives the documents of a folder one sidebar, and says which page is left out', async () => {
    const { code, text } = await run('gen-api-docs food');
    expect({ code, pages: pages() }).toEqual({ code: 0, pages: FOOD });
    expect(text).toContain(
      'docs/food/fry.api.mdx is a page of two documents, food/burgers.yaml and this one',
    );
    const sidebar = JSON.parse(
      fs.readFileSync(path.join(root, 'docs/food/sidebar.items.json'), 'utf8'),
    );
    expect(sidebar).toMatchObject([
      {
        label: 'all',
        link: { type: 'doc', id: 'food/burgers' },
        items: [{ id: 'food/fry' }, { id: 'food/peel' }, { id: 'food/fry' }],
      },
    ]);
  });

  it('leads no link of a document to a page that another one has in its place', async () => {
    for (const name of ['burgers', 'fruits'])
      write(
        `food/${name}.yaml`,
        `openapi: 3.1.0
info: { title: ${name}, version: "1" }
paths:
  /${name}: { get: { operationId: ${name}, responses: { 200: { description: ok, content: { a/b: { schema: { $ref: '#/components/schemas/Taste' } } } } } } }
components: { schemas: { Taste: { type: object, x-tags: [all], description: Of ${name} } } }
`,
      );
    expect((await run('gen-api-docs food')).code).toBe(0);
    const linked = (page: string) =>
      JSON.parse(fs.readFileSync(path.join(root, `docs/food/${page}.api.json`), 'utf8'))['x-page']
        .schemaPages;
    expect(linked('burgers')).toEqual({ Taste: 'schemas/taste' });
    expect(linked('fruits')).toEqual({});
  });

  it('reports the place of an error in a document, and writes nothing', async () => {
    write('shop.yaml', 'openapi: 3.1.0\ninfo: { title: Shop, version: "1" }\npaths: [');
    const { code, text } = await run('gen-api-docs shop');
    expect({ code, files: files() }).toEqual({ code: 1, files: [] });
    expect(text).toMatch(/shop\.yaml:\d+:\d+ {2}error/);
    expect(text).toContain('Nothing was written.');
  });

  it('with --schemas-only leaves all other pages as they are', async () => {
    await run('gen-api-docs shop');
    const page = path.join(root, 'docs/shop/list-books.api.mdx');
    const before = fs.statSync(page).mtimeMs;
    write(
      'shop.yaml',
      document('Shop', ['addBook']).replace('Thing:', 'Other: { type: object }, Thing:'),
    );
    expect((await run('gen-api-docs shop', { schemasOnly: true })).code).toBe(0);
    expect(pages()).toEqual([...SHOP, 'shop/schemas/other.schema.mdx'].sort());
    expect(fs.statSync(page).mtimeMs).toBe(before);
  });

  it('with --schemas-only works for an API without other pages', async () => {
    expect((await run('gen-api-docs food', { schemasOnly: true })).code).toBe(0);
    expect(pages()).toEqual(['food/schemas/thing.schema.mdx']);
  });

  it('keeps pages of the stock plugin, and names the command that removes them', async () => {
    write('docs/shop/list-books.api.mdx', '---\nid: list-books\napi: eJy\n---\n\n# Edited');
    const { code, text } = await run('gen-api-docs shop');
    expect({ code, pages: pages() }).toEqual({ code: 0, pages: ['shop/list-books.api.mdx'] });
    // Those of other APIs are generated all the same.
    expect((await run('gen-api-docs all', { schemasOnly: true })).code).toBe(0);
    expect(pages()).toEqual(['food/schemas/thing.schema.mdx', 'shop/list-books.api.mdx']);
    expect(text).toContain(
      'docs/shop contains 1 file that docusaurus-plugin-openapi-docs has generated',
    );
    expect(text).toContain('npx docusaurus clean-api-docs shop');
    expect((await run('gen-api-docs food')).code).toBe(0);
    expect((await run('clean-api-docs shop')).code).toBe(0);
    expect((await run('gen-api-docs shop')).code).toBe(0);
  });

  it('does not replace a page that somebody wrote', async () => {
    write('docs/shop/list-books.api.mdx', '# By hand');
    const { code, text } = await run('gen-api-docs shop');
    expect({ code, pages: pages() }).toEqual({ code: 1, pages: ['shop/list-books.api.mdx'] });
    expect(text).toContain('docs/shop/list-books.api.mdx is in the way');
  });
});

describe('gen-api-docs:version', () => {
  it.each([
    ['shop:1.0', oldPages('1.0')],
    ['shop:all', [...oldPages('0.9'), ...oldPages('1.0')]],
  ])('%s generates versions and their list', async (id, expected) => {
    expect((await run(`gen-api-docs:version ${id}`)).code).toBe(0);
    expect(pages()).toEqual(expected);
    const list = JSON.parse(fs.readFileSync(path.join(root, 'docs/shop/versions.json'), 'utf8'));
    expect(list).toEqual([
      { version: '2.0', label: 'v2', baseUrl: '/docs/shop/shop/' },
      { version: '1.0', label: 'v1', baseUrl: '/docs/shop/1.0/' },
      { version: '0.9', label: 'v0', baseUrl: '/docs/shop/0.9/' },
    ]);
  });
});

describe('clean-api-docs', () => {
  beforeEach(generated);

  it.each<[string, Values, (file: string) => boolean]>([
    ['clean-api-docs shop', {}, (file) => /^(food|shop\/[01]\.|shop\/versions\.json)/.test(file)],
    ['clean-api-docs shop', { allVersions: true }, (file) => file.startsWith('food/')],
    ['clean-api-docs all', { allVersions: true }, () => false],
    ['clean-api-docs shop', { schemasOnly: true }, (file) => !file.startsWith('shop/schemas/')],
    ['clean-api-docs:version shop:1.0', {}, (file) => !file.startsWith('shop/1.0/')],
    ['clean-api-docs:version shop:all', {}, (file) => !/^shop\/([01]\.|versions)/.test(file)],
  ])('%s %j removes what is generated for it', async (line, flags, stays) => {
    const before = files();
    write('docs/shop/notes.md', 'By hand');
    write('docs/shop/1.0/data.json', '{}');
    // What the record knows no longer, after `.reference` was deleted.
    if (!flags.schemasOnly) fs.rmSync(path.join(root, LAYOUT.record));
    const { code, text } = await run(line, flags);
    expect(code).toBe(0);
    expect(files()).toEqual(
      [...before.filter(stays), 'shop/1.0/data.json', 'shop/notes.md'].sort(),
    );
    expect(text).toBe(`${before.length - before.filter(stays).length} files removed.`);
  });

  it('removes what the stock plugin has written, and nothing that somebody wrote', async () => {
    await run('clean-api-docs all', { allVersions: true });
    const stock = {
      'docs/shop/list-books.api.mdx':
        '---\nid: list-books\ntitle: "a "b" c"\ncustom_edit_url: null\n---\n',
      'docs/shop/list-books.StatusCodes.json': '{}',
      'docs/shop/list-books.ParamsDetails.2.json': '{}',
      'docs/shop/shop.info.mdx': '---\nid: shop\nsidebar_label: Shop\ncustom_edit_url: null\n---\n',
      'docs/shop/schemas/thing.schema.mdx': '---\nid: thing\nschema: true\n---\n',
      'docs/shop/schemas/thing.Schema.json': '{}',
      'docs/shop/sidebar.ts': 'export default sidebar.apisidebar;\n',
      'docs/shop/versions.json': '[{"version":"2.0","label":"v2","baseUrl":"/"}]',
    };
    const own = {
      'docs/shop/mine.api.mdx': '---\ntitle: By hand\n---\n',
      'docs/shop/other.api.mdx': '---\nid: another\ncustom_edit_url: null\n---\n',
      'docs/shop/mine.StatusCodes.json': '{}',
      'docs/shop/data.json': '{}',
      'docs/shop/_category_.json': '{}',
      'docs/shop/schemas/guide.mdx': '# Schemas',
      'docs/shop/sidebar.js': 'module.exports = [];',
    };
    for (const [file, text] of Object.entries({ ...stock, ...own })) write(file, text);
    const { code, text } = await run('clean-api-docs shop', { allVersions: true });
    expect({ code, files: files().map((file) => `docs/${file}`) }).toEqual({
      code: 0,
      files: Object.keys(own).sort(),
    });
    expect(text).toContain(`${Object.keys(stock).length} files removed.`);
    for (const file of ['mine.api.mdx', 'other.api.mdx', 'sidebar.js'])
      expect(text).toContain(`docs/shop/${file} was not generated, and stays.`);
  });
});

describe('a name that does not exist is an error with the names that do', () => {
  it.each<[string, Values, readonly object[], string]>([
    ['gen-api-docs shp', {}, [instance('api')], '"shp" is not an API. Did you mean "shop"?'],
    [
      'clean-api-docs bank',
      {},
      [instance('api')],
      '"bank" is not an API. There is "shop" or "food".',
    ],
    [
      'gen-api-docs:version shop',
      {},
      [instance('api')],
      'Write "shop:all", "shop:1.0" or "shop:0.9".',
    ],
    ['gen-api-docs:version shop:3', {}, [instance('api')], '"3" is not a version of "shop".'],
    ['clean-api-docs:version food:all', {}, [instance('api')], 'The API "food" has no versions'],
    ['gen-api-docs shop', { pluginId: 'apy' }, [instance('api')], 'Did you mean "api"?'],
    [
      'gen-api-docs all',
      {},
      [instance('one'), instance('two')],
      'Add --plugin-id with one of "one" or "two".',
    ],
  ])('%s %j', async (line, flags, instances, message) => {
    const { code, text } = await run(line, flags, instances);
    expect({ code, files: files() }).toEqual({ code: 1, files: [] });
    expect(text).toContain(message);
  });
});

it('takes the APIs of the instance that it names', async () => {
  const { code } = await run('gen-api-docs all', { pluginId: 'two' }, [
    instance('one'),
    instance('two', { food: CONFIG.food }),
  ]);
  expect({ code, pages: pages() }).toEqual({ code: 0, pages: FOOD });
});

it('reports what is not honored, and generates the rest', async () => {
  write(
    'page.mustache',
    '---\nid: {{{id}}}\ntitle: "{{{title}}}"\npagination_next: null\n---\nOur own text\n\n{{{markdown}}}\n\n{{{json}}}',
  );
  const food = { ...CONFIG.food, template: 'page.mustache', requestOptions: {} };
  const { code, text } = await run('gen-api-docs food', {}, [instance('api', { food })]);
  expect({ code, pages: pages() }).toEqual({ code: 0, pages: FOOD });
  expect(text).toContain('config.food.requestOptions is {}, which has no effect:');
  expect(text).toContain('of which {{{json}}} is left out');
  const page = fs.readFileSync(path.join(root, 'docs/food/fry.api.mdx'), 'utf8');
  expect(page).toMatch(/pagination_next: null\n[\s\S]*---\n[\s\S]*\n\nOur own text\n\nimport /);
  expect(page).not.toContain('{{{');
});

it('generates the pages and settings that the options ask for', async () => {
  const shop = {
    specPath: 'shop.yaml',
    outputDir: 'docs/shop',
    showInfoPage: false,
    hideSendButton: true,
    proxy: 'https://proxy.example',
    downloadUrl: '/shop.yaml',
    showExtensions: true,
  };
  write(
    'shop.yaml',
    document('Shop', ['listBooks']).replace('tags: [all],', 'tags: [all], x-since: 2,'),
  );
  expect((await run('gen-api-docs shop', {}, [instance('api', { shop })])).code).toBe(0);
  expect(files()).toEqual(['shop/list-books.api.json', 'shop/list-books.api.mdx']);
  const slice = JSON.parse(
    fs.readFileSync(path.join(root, 'docs/shop/list-books.api.json'), 'utf8'),
  );
  expect(slice['x-page']).toMatchObject({
    infoPath: 'list-books',
    schemaPages: {},
    tagPages: {},
    hideSendButton: true,
    proxy: 'https://proxy.example',
    usesProxy: true,
    maskCredentials: true,
    downloadUrl: '/shop.yaml',
    extensions: ['x-since'],
  });
});
