import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import kebabCase from 'lodash/kebabCase.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { generate } from '../../../src/generate/generate.ts';
import { readStockOptions } from '../../../src/stock/read.ts';
import { createDocItem } from '../../support/create-doc-item.mjs';
import { ROOT } from '../../support/site.ts';
import { readTree } from '../../support/tree.ts';

const run = promisify(execFile);

type Values = Readonly<Record<string, unknown>>;

let root: string;

const get = (id: string, more: object = {}) => ({
  operationId: id,
  summary: `Do ${id}`,
  responses: { 200: { description: 'Good' } },
  ...more,
});

const TAGS = {
  openapi: '3.1.0',
  info: { title: 'Pet Store (v2)', version: '1', description: 'Pets\n\nand more' },
  tags: [
    { name: 'store', 'x-displayName': 'The store' },
    { name: 'pet', description: 'Pets' },
    { name: 'unused' },
  ],
  paths: {
    '/pets': {
      get: get('listPets', { tags: ['pet'] }),
      post: get('addPet', { tags: ['pet', 'store'], deprecated: true }),
    },
    '/orders': { get: get('list_orders', { tags: ['store'] }), put: get('a', { 'x-position': 2 }) },
    '/users': { delete: get('dropUser', { tags: ['user', 'Power User'], 'x-position': 1 }) },
    '/status': { get: { summary: 'Show the status', responses: {} }, head: get('ping') },
  },
  components: {
    schemas: {
      Pet: { type: 'object', title: 'A Pet of yours' },
      Order: { type: 'object' },
      Note: { type: 'object', 'x-tags': ['pet'] },
    },
  },
};

const GROUPS = {
  ...TAGS,
  tags: [{ name: 'user' }, ...TAGS.tags],
  'x-tagGroups': [
    { name: 'Animals', tags: ['pet', 'store'] },
    { name: 'All', tags: ['store', 'user', 'Power User'] },
  ],
};

const PARENTS = {
  ...TAGS,
  openapi: '3.0.3',
  tags: [
    { name: 'top' },
    { name: 'pet', parent: 'top' },
    { name: 'store', parent: 'pet', 'x-displayName': 'The store' },
    { name: 'user', parent: 'nowhere' },
    { name: 'one', parent: 'two' },
    { name: 'two', parent: 'one' },
  ],
};

const NO_TAGS = {
  openapi: '3.0.3',
  info: { title: 'No tags', version: '1' },
  paths: { '/a': { get: get('getA'), post: get('postA') }, '/b': { get: get('getB') } },
};

/** The names and tags of a real document: what its pages contain takes the stock plugin minutes. */
function namesOf(file: string): object {
  const document = parse(fs.readFileSync(path.join(ROOT, file), 'utf8'));
  const bare = ([method, operation]: [string, Values]) => [
    method,
    {
      operationId: operation.operationId,
      // Without a summary, the stock plugin's labels are operationIds; ours say what an operation does.
      summary: operation.summary ?? `${operation.operationId}`.replaceAll('_', ' '),
      tags: operation.tags,
      responses: {},
    },
  ];
  const items = Object.entries(document.paths as Record<string, Values>).map(([key, item]) => [
    key,
    Object.fromEntries(
      Object.entries(item as Record<string, Values>)
        .filter(([method]) => /^(get|put|post|patch|delete|head|options|trace)$/.test(method))
        .map(bare),
    ),
  ]);
  const schemas = Object.entries(document.components.schemas as Record<string, Values>);
  return {
    openapi: document.openapi,
    info: document.info,
    tags: document.tags,
    paths: Object.fromEntries(items),
    components: {
      schemas: Object.fromEntries(
        schemas.map(([name, { title }]) => [name, { type: 'object', title }]),
      ),
    },
  };
}

const DOCUMENTS: Readonly<Record<string, () => object>> = {
  authentik: () => namesOf('node_modules/@goauthentik/api/schema.yml'),
  bookshop: () => namesOf('openapi/bookshop.yaml'),
  tags: () => TAGS,
  groups: () => GROUPS,
  parents: () => PARENTS,
  'no-tags': () => NO_TAGS,
};

const OPTIONS: readonly Values[] = [
  {},
  { sidebarOptions: { groupPathsBy: 'tag' } },
  { showSchemas: true, sidebarOptions: { groupPathsBy: 'tag', categoryLinkSource: 'tag' } },
  {
    showInfoPage: false,
    label: 'v2.0 Beta',
    sidebarOptions: {
      groupPathsBy: 'tag',
      categoryLinkSource: 'auto',
      sidebarCollapsed: false,
      sidebarCollapsible: false,
      customProps: { beta: true },
    },
  },
  { sidebarOptions: { groupPathsBy: 'tag', categoryLinkSource: 'info' } },
  { showSchemas: true, sidebarOptions: { groupPathsBy: 'tagGroup', categoryLinkSource: 'tag' } },
  { showSchemas: true, sidebarOptions: { groupPathsBy: 'tagParent', categoryLinkSource: 'tag' } },
  {
    showSchemas: true,
    sidebarOptions: { groupPathsBy: 'tag', sidebarGenerators: { createDocItem: 'function' } },
  },
  { schemasOnly: true },
];

/** What is generated for an API: pages with their ids, the sidebar. */
interface Generated {
  readonly pages: readonly string[];
  readonly sidebar: unknown;
}

/** The options, by number, for documents that need not have all of them. */
const SOME: Readonly<Record<string, readonly number[]>> = {
  authentik: [2],
  bookshop: [1, 2, 8],
  'no-tags': [0, 2, 3, 5, 8],
};

const CASES = Object.keys(DOCUMENTS).flatMap((document) =>
  OPTIONS.flatMap((options, at) =>
    SOME[document]?.includes(at) === false ? [] : [{ document, options, api: `${document}-${at}` }],
  ),
);

const CONFIG: Values = Object.fromEntries(
  CASES.map(({ api, document, options }) => [
    api,
    { specPath: `${document}.yaml`, outputDir: `docs/a/${api}`, ...options },
  ]),
);

function generatedIn(site: string, api: string): Generated {
  const folder = path.join(site, 'docs/a', api);
  const files = fs.existsSync(folder) ? readTree(folder) : {};
  const idOf = (file: string): string =>
    path.posix.join(path.dirname(file), /^id: "?(.*?)"?$/m.exec(files[file] ?? '')?.[1] ?? '');
  return {
    pages: Object.keys(files)
      .filter((file) => file.endsWith('.mdx'))
      .map((file) => `${file} ${idOf(file)}`)
      .sort(),
    sidebar: sidebarOf(files),
  };
}

/** The items of a module that contains them, or imports them. */
function sidebarOf(files: Readonly<Record<string, string>>): unknown {
  const module = files['sidebar.ts'];
  if (module === undefined) return undefined;
  const own = /= (\{[\s\S]*\});\s*export default/.exec(module)?.[1];
  return own === undefined ? JSON.parse(files['sidebar.items.json'] ?? '') : parse(own).apisidebar;
}

beforeAll(async () => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'openapi-reference-test-'));
  const [stock, ours] = ['stock', 'ours'].map((name) => path.join(root, name)) as [string, string];
  for (const [name, make] of Object.entries(DOCUMENTS)) {
    const text = stringify(make());
    for (const site of [stock, ours]) {
      fs.mkdirSync(site, { recursive: true });
      fs.writeFileSync(path.join(site, `${name}.yaml`), text);
    }
  }
  const options = { id: 'api', docsPluginId: 'default', config: CONFIG };
  const command = path.join(ROOT, 'tests/support/stock-plugin.mjs');
  const stockRun = run(process.execPath, [command, JSON.stringify(options), '0', 'all'], {
    cwd: stock,
    maxBuffer: 1e8,
  });
  const given = JSON.parse(JSON.stringify(options), (key, value) =>
    key === 'createDocItem' ? createDocItem : value,
  );
  const { targets, problems } = readStockOptions(given, {
    siteDir: ours,
    configFile: 'docusaurus.config.ts',
    themeConfig: {},
    presets: [],
  });
  expect(problems).toEqual([]);
  const { changes } = await generate({
    root: ours,
    docs: [{ id: 'default', path: 'docs', routeBasePath: 'docs' }],
    apis: targets.flatMap(({ entries }) => entries),
  });
  expect(changes?.written.length).toBeGreaterThan(0);
  await stockRun;
}, 300_000);
afterAll(() => fs.rmSync(root, { recursive: true }));

/**
 * Labels are those of our pages where the stock plugin would show an operationId; categories of the same name
 * have keys, without which Docusaurus does not translate a sidebar.
 */
function comparable(item: unknown, other: unknown): unknown {
  if (Array.isArray(item))
    return item.map((one, at) => comparable(one, Array.isArray(other) ? other[at] : undefined));
  if (typeof item !== 'object' || item === null) return item;
  const { key, className, label, ...rest } = item as Values;
  const known: Values = typeof other === 'object' && other !== null ? (other as Values) : {};
  return {
    ...Object.fromEntries(
      Object.entries(rest).map(([name, value]) => [name, comparable(value, known[name])]),
    ),
    ...(label !== undefined && { label: known.type === 'doc' ? kebabCase(`${label}`) : label }),
    ...(typeof className === 'string' && { className: className.split(' ').sort() }),
    ...(known.key !== undefined && { key }),
  };
}

describe.each(Object.keys(DOCUMENTS))('the pages and the sidebar of %s', (name) => {
  it.each(CASES.filter(({ document }) => document === name))(
    'are those of the stock plugin with $options',
    ({ api }) => {
      const [stock, ours] = ['stock', 'ours'].map((site) =>
        generatedIn(path.join(root, site), api),
      ) as [Generated, Generated];
      expect(ours.pages).toEqual(stock.pages);
      expect(comparable(ours.sidebar, stock.sidebar)).toEqual(
        comparable(stock.sidebar, stock.sidebar),
      );
    },
  );
});
