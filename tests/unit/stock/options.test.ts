import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiEntry, ConfigError, checkConfig } from '../../../src/generate/config.ts';
import { described } from '../../../src/generate/option-schema.ts';
import { readStockOptions, type StockReading } from '../../../src/stock/read.ts';
import { STOCK_OPTIONS } from '../../../src/stock/table.ts';
import { ROOT } from '../../support/site.ts';

type Values = Readonly<Record<string, unknown>>;

let siteDir: string;
beforeAll(() => {
  siteDir = fs.mkdtempSync(path.join(os.tmpdir(), 'openapi-reference-test-'));
  for (const file of [
    'food/burgers.yaml',
    'food/_draft.yaml',
    'food/more/x.yaml',
    'food/a b.json',
  ]) {
    fs.mkdirSync(path.dirname(path.join(siteDir, file)), { recursive: true });
    fs.writeFileSync(path.join(siteDir, file), '{}');
  }
  fs.mkdirSync(path.join(siteDir, 'empty'));
  fs.writeFileSync(
    path.join(siteDir, 'page.mustache'),
    '---\nid: {{{id}}}\npagination_next: null\n---\n<Banner />\n\n{{{markdown}}}\n\nBye\n',
  );
});
afterAll(() => fs.rmSync(siteDir, { recursive: true }));

const API: Values = { specPath: 'shop.yaml', outputDir: 'docs/shop' };
const VERSION: Values = {
  specPath: 'old.yaml',
  outputDir: 'docs/shop/1.0',
  label: 'v1',
  baseUrl: '/shop/1.0/',
};

/** A configuration with one API. */
interface Given {
  readonly plugin?: Values;
  readonly api?: Values;
  readonly sidebar?: Values;
  readonly theme?: Values;
  readonly tabs?: readonly unknown[];
  readonly presets?: readonly unknown[];
}

function read({ plugin, api, sidebar, theme, tabs, presets = [] }: Given): StockReading {
  return readStockOptions(
    {
      id: 'api',
      docsPluginId: 'default',
      config: { shop: { ...API, ...(sidebar && { sidebarOptions: sidebar }), ...api } },
      ...plugin,
    },
    {
      siteDir,
      configFile: 'docusaurus.config.ts',
      themeConfig: { api: theme, languageTabs: tabs },
      presets,
    },
  );
}

/** The first entry of a target, and a part of it. */
const entryOf = ({ targets }: StockReading, at = 0): ApiEntry =>
  targets[at]?.entries[0] as ApiEntry;
const entry = (expected: object) => (reading: StockReading) =>
  expect(entryOf(reading)).toMatchObject(expected);
const stock = (expected: object) => entry({ stock: expected });
const pages = (expected: object) => stock({ pages: expected });
const sidebar = (expected: object) => stock({ sidebar: expected });
const nothing = (reading: StockReading) => {
  const { targets } = read({});
  expect(reading.targets).toEqual(targets);
};
/** `versions.json`, of which the API itself is the first entry. */
const versions = (first: object, second?: object) => (reading: StockReading) => {
  const text = entryOf(reading, 1).stock?.files?.['docs/shop/versions.json'] ?? '';
  expect(JSON.parse(text)).toMatchObject([first, second ?? { version: '1.0', label: 'v1' }]);
};
const OLD = { versions: { '1.0': VERSION } };
const FRAME = { frontMatter: { pagination_next: null }, before: '<Banner />', after: 'Bye' };
const createDocItem = () => ({ type: 'doc' });

/** What each option leads to. Those that are not honored are reported, see below. */
const ROWS: Readonly<
  Record<string, readonly [given: Given, check: (reading: StockReading) => void]>
> = {
  id: [{ plugin: { id: 'other' } }, nothing],
  docsPlugin: [{ plugin: { docsPlugin: 'my-docs' } }, nothing],
  docsPluginId: [{ plugin: { docsPluginId: 'second' } }, entry({ docsPluginId: 'second' })],
  config: [
    { plugin: { config: { 'Pet Store 2.0': API, 'pet-store-2-0': API } } },
    ({ targets }) =>
      expect(targets.map(({ api, entries }) => [api, entries[0]?.id])).toEqual([
        ['Pet Store 2.0', 'pet-store-2-0'],
        ['pet-store-2-0', 'pet-store-2-0-2'],
      ]),
  ],
  'config.<api>.specPath': [
    { api: { specPath: 'food/' } },
    ({ targets }) =>
      expect(targets[0]?.entries).toMatchObject([
        { id: 'shop-a-b', document: 'food/a b.json', outputDir: 'docs/shop' },
        { id: 'shop-burgers', document: 'food/burgers.yaml', outputDir: 'docs/shop' },
      ]),
  ],
  'config.<api>.outputDir': [{ api: { outputDir: './docs/x/' } }, entry({ outputDir: 'docs/x' })],
  'config.<api>.template': [
    { api: { template: 'page.mustache' } },
    stock({ frames: { api: FRAME } }),
  ],
  'config.<api>.infoTemplate': [
    { api: { infoTemplate: 'page.mustache' } },
    stock({ frames: { info: FRAME } }),
  ],
  'config.<api>.tagTemplate': [
    { api: { tagTemplate: 'page.mustache' } },
    stock({ frames: { tag: FRAME } }),
  ],
  'config.<api>.schemaTemplate': [
    { api: { schemaTemplate: 'page.mustache' } },
    stock({ frames: { schema: FRAME } }),
  ],
  'config.<api>.downloadUrl': [
    { api: { downloadUrl: '/shop.yaml' } },
    entry({ downloadUrl: '/shop.yaml' }),
  ],
  'config.<api>.hideSendButton': [
    { api: { hideSendButton: true } },
    entry({ hideSendButton: true }),
  ],
  'config.<api>.proxy': [
    { api: { proxy: 'https://one.example' }, theme: { proxy: 'https://two.example' } },
    entry({ proxy: 'https://one.example', usesProxy: true }),
  ],
  'config.<api>.showExtensions': [
    { api: { showExtensions: true } },
    stock({ showExtensions: true }),
  ],
  'config.<api>.showSchemas': [{ api: { showSchemas: true } }, pages({ schemas: 'all' })],
  'config.<api>.showInfoPage': [{ api: { showInfoPage: false } }, pages({ info: false })],
  'config.<api>.schemasOnly': [
    { api: { schemasOnly: true }, sidebar: { groupPathsBy: 'tag' } },
    (reading) =>
      expect(entryOf(reading).stock).toEqual({
        pages: {
          info: false,
          operations: false,
          tags: 'none',
          schemas: 'all',
          whole: false,
          sameName: 'first',
        },
        showSchemas: false,
      }),
  ],
  'config.<api>.maskCredentials': [
    { api: { maskCredentials: false } },
    entry({ maskCredentials: false }),
  ],
  'config.<api>.sidebarOptions': [
    { sidebar: {} },
    (reading) => expect(entryOf(reading).stock).not.toHaveProperty('sidebar'),
  ],
  'config.<api>.markdownGenerators': [{ api: { markdownGenerators: {} } }, nothing],
  'config.<api>.version': [
    { api: { version: '2.0', ...OLD } },
    (reading) => {
      versions({ version: '2.0' })(reading);
      entry({ versioned: { of: 'shop', name: '2.0', position: 0 } })(reading);
    },
  ],
  'config.<api>.label': [
    { api: { version: '2.0', label: 'v2', ...OLD } },
    (reading) => {
      versions({ version: '2.0', label: 'v2' })(reading);
      stock({ label: 'v2' })(reading);
      entry({ versioned: { name: 'v2' } })(reading);
    },
  ],
  'config.<api>.baseUrl': [
    { api: { version: '2.0', baseUrl: '/shop/', ...OLD } },
    versions({ version: '2.0', baseUrl: '/shop/' }),
  ],
  'config.<api>.versions': [
    { api: { version: '2.0', versions: { '1.0': VERSION }, hideSendButton: true } },
    ({ targets }) => {
      expect(targets.map(({ version }) => version)).toEqual([undefined, '1.0']);
      expect(targets[1]?.entries).toMatchObject([
        {
          id: 'shop-1-0',
          hideSendButton: true,
          versioned: { of: 'shop', name: 'v1', position: 1 },
        },
      ]);
    },
  ],
  'config.<api>.externalJsonProps': [{ api: { externalJsonProps: false } }, nothing],
  'config.<api>.disableCompression': [{ api: { disableCompression: true } }, nothing],
  'config.<api>.requestOptions': [{ api: { requestOptions: {} } }, nothing],
  'config.<api>.sidebarOptions.groupPathsBy': [
    { sidebar: { groupPathsBy: 'tagGroup' } },
    sidebar({ groupPathsBy: 'tagGroup' }),
  ],
  'config.<api>.sidebarOptions.categoryLinkSource': [
    { sidebar: { categoryLinkSource: 'tag' } },
    (reading) => {
      sidebar({ categoryLinkSource: 'tag' })(reading);
      pages({ tags: 'declared' })(reading);
      pages({ tags: 'none' })(read({ sidebar: { categoryLinkSource: 'auto' } }));
    },
  ],
  'config.<api>.sidebarOptions.customProps': [
    { sidebar: { customProps: { a: 1 } } },
    sidebar({ customProps: { a: 1 } }),
  ],
  'config.<api>.sidebarOptions.sidebarCollapsible': [
    { sidebar: { sidebarCollapsible: false } },
    sidebar({ sidebarCollapsible: false }),
  ],
  'config.<api>.sidebarOptions.sidebarCollapsed': [
    { sidebar: { sidebarCollapsed: false } },
    sidebar({ sidebarCollapsed: false }),
  ],
  'config.<api>.sidebarOptions.sidebarGenerators': [
    { sidebar: { sidebarGenerators: {} } },
    sidebar({ sidebarGenerators: {} }),
  ],
  'config.<api>.sidebarOptions.sidebarGenerators.createDocItem': [
    { sidebar: { sidebarGenerators: { createDocItem } } },
    sidebar({ sidebarGenerators: { createDocItem } }),
  ],
  ...Object.fromEntries(
    ['createApiPageMD', 'createInfoPageMD', 'createTagPageMD', 'createSchemaPageMD'].map((name) => [
      `config.<api>.markdownGenerators.${name}`,
      [{ api: { markdownGenerators: { [name]: () => '' } } }, nothing] as const,
    ]),
  ),
  'config.<api>.versions.<version>.specPath': [
    { api: { version: '2.0', versions: { '1.0': VERSION } } },
    (reading) => expect(entryOf(reading, 1).document).toBe('old.yaml'),
  ],
  'config.<api>.versions.<version>.outputDir': [
    { api: { version: '2.0', versions: { '1.0': VERSION } } },
    (reading) => expect(entryOf(reading, 1).outputDir).toBe('docs/shop/1.0'),
  ],
  'config.<api>.versions.<version>.label': [
    { api: { version: '2.0', label: 'v2', versions: { '1.0': VERSION } } },
    (reading) => {
      versions({ version: '2.0', label: 'v2' })(reading);
      expect(entryOf(reading, 1).stock).toMatchObject({ label: 'v1' });
    },
  ],
  'config.<api>.versions.<version>.baseUrl': [
    { api: { version: '2.0', versions: { '1.0': { ...VERSION, baseUrl: '/old/' } } } },
    versions({ version: '2.0' }, { version: '1.0', label: 'v1', baseUrl: '/old/' }),
  ],
  'config.<api>.versions.<version>.downloadUrl': [
    { api: { version: '2.0', downloadUrl: '/new.yaml', versions: { '1.0': VERSION } } },
    (reading) => {
      expect(entryOf(reading).downloadUrl).toBe('/new.yaml');
      expect(entryOf(reading, 1)).not.toHaveProperty('downloadUrl');
      const old = { ...VERSION, downloadUrl: '/old.yaml' };
      const other = read({ api: { version: '2.0', versions: { '1.0': old } } });
      expect(entryOf(other, 1).downloadUrl).toBe('/old.yaml');
    },
  ],
  'themeConfig.api.proxy': [
    { theme: { proxy: 'https://two.example' } },
    entry({ proxy: 'https://two.example', usesProxy: true }),
  ],
  'themeConfig.api.authPersistence': [
    { theme: { authPersistence: false } },
    entry({ authPersistence: false }),
  ],
  'themeConfig.api.authPersistance': [{ theme: { authPersistance: 'localStorage' } }, nothing],
  'themeConfig.api.requestTimeout': [
    { theme: { requestTimeout: 5000 } },
    entry({ requestTimeout: 5000 }),
  ],
  'themeConfig.api.requestCredentials': [
    { theme: { requestCredentials: 'include' } },
    entry({ requestCredentials: 'include' }),
  ],
  'themeConfig.api.schemaExpansion': [{ theme: { schemaExpansion: {} } }, nothing],
  'themeConfig.api.hideGeneratedSnippets': [
    { theme: { hideGeneratedSnippets: true } },
    entry({ hideGeneratedSamples: true }),
  ],
  'themeConfig.api.schemaExpansion.default': [
    { theme: { schemaExpansion: { default: 'all' } } },
    entry({ openLevels: 'all' }),
  ],
  'themeConfig.api.schemaExpansion.enabled': [
    { theme: { schemaExpansion: { enabled: true } } },
    nothing,
  ],
  'themeConfig.api.schemaExpansion.max': [{ theme: { schemaExpansion: { max: 3 } } }, nothing],
  'themeConfig.api.schemaExpansion.persist': [
    { theme: { schemaExpansion: { persist: true } } },
    nothing,
  ],
  'themeConfig.languageTabs[].language': [
    { tabs: [{ language: 'python' }, { language: 'nodejs' }, { language: 'shell' }] },
    entry({ samples: [{ id: 'python' }, { id: 'node' }, { id: 'httpie' }] }),
  ],
  'themeConfig.languageTabs[].label': [
    { tabs: [{ language: 'curl', label: 'Shell' }] },
    entry({ samples: [{ id: 'curl', label: 'Shell' }] }),
  ],
  'themeConfig.languageTabs[].variant': [
    { tabs: [{ language: 'python', variant: 'Requests' }] },
    entry({ samples: [{ id: 'python' }] }),
  ],
  'themeConfig.languageTabs[].variants': [
    { tabs: [{ language: 'nodejs', variants: ['axios', 'native'] }] },
    entry({ samples: [{ id: 'node' }] }),
  ],
  ...Object.fromEntries(
    [
      ['codeSampleLanguage', 'Go'],
      ['highlight', 'go'],
      ['logoClass', 'go'],
      ['options', {}],
    ].map(([name, value]) => [
      `themeConfig.languageTabs[].${name}`,
      [
        { tabs: [{ language: 'go', [name as string]: value }] },
        entry({ samples: [{ id: 'go' }] }),
      ] as const,
    ]),
  ),
};

const OPTIONS = STOCK_OPTIONS.flatMap(([place, options]) =>
  Object.entries(options).map(([name, option]) => ({ name: place + name, option })),
);

describe('each option of the stock plugin', () => {
  it('has a test', () => {
    expect(Object.keys(ROWS).sort()).toEqual(OPTIONS.map(({ name }) => name).sort());
  });

  it.each(OPTIONS)(
    '$name leads to what it should, or is reported with a fix',
    async ({ name, option }) => {
      const [given, check] = ROWS[name] as (typeof ROWS)[string];
      const reading = read(given);
      check(reading);
      const key = name.split('.').at(-1)?.replace('[]', '') ?? '';
      const reported = reading.problems.filter(
        ({ message }) => message.includes(`.${key} is `) || message.startsWith(`${key} is `),
      );
      expect(reported).toHaveLength(option.instead === undefined ? 0 : 1);
      for (const { severity, message, suggestion, file } of reading.problems) {
        expect({ severity, file }).toEqual({ severity: 'warning', file: 'docusaurus.config.ts' });
        expect(message).toMatch(/^[\w.<>]+ is .+: [A-Z].+\.$/);
        expect(suggestion).toMatch(/^[A-Z"].+\.$/);
      }
      await checkConfig(reading.targets.flatMap(({ entries }) => entries));
    },
  );

  it('is in the table of the guide', async () => {
    const cell = (text: string): string => text.replaceAll('|', '\\|');
    const rows = OPTIONS.map(({ name, option: { effect, instead } }) =>
      [
        '',
        `\`${name}\``,
        instead ? 'no' : 'yes',
        `${cell(effect)}${instead ? ` ${cell(instead)}` : ''}`,
        '',
      ]
        .join(' | ')
        .trim(),
    );
    const table = ['| Option | Honored | What it does here |', '| --- | --- | --- |', ...rows, ''];
    // `vitest run tests/unit/stock/options.test.ts --update` writes it again.
    await expect(table.join('\n')).toMatchFileSnapshot(
      path.join(ROOT, 'docs/about/_stock-options.mdx'),
    );
  });
});

describe('a value of another type is an error with the place and the fix', () => {
  it.each<[Given, string]>([
    [{ plugin: { docsPluginId: undefined } }, '"docsPluginId" is missing.'],
    [{ api: { outputDir: undefined } }, 'config.shop: "outputDir" is missing.'],
    [
      { api: { showSchema: true } },
      'config.shop: there is no option "showSchema". Did you mean "showSchemas"?',
    ],
    [{ api: { proxy: 3 } }, 'config.shop: proxy must be a string, for example'],
    [
      { sidebar: { groupPathsBy: 'tags' } },
      'config.shop.sidebarOptions: groupPathsBy must be "tag", "tagGroup" or "tagParent", for example "tag". It is "tags".',
    ],
    [{ api: { versions: { '1.0': {} } } }, 'config.shop.versions.1.0: "specPath" is missing.'],
    [{ theme: { schemaExpansion: { default: -1 } } }, 'schemaExpansion.default is -1. Set it to'],
    [{ plugin: { config: { all: API } } }, 'config.all has the name by which commands mean all'],
    [{ api: { versions: { all: VERSION } } }, 'config.shop.versions.all has the name'],
    [{ tabs: [{}] }, 'themeConfig.languageTabs.0: "language" is missing.'],
  ])('%j', (given, message) => {
    expect(() => read(given)).toThrow(ConfigError);
    expect(() => read(given)).toThrow(message);
  });
});

describe('languageTabs', () => {
  it.each([
    [{ language: 'ocaml' }, 'there are no generated samples in "ocaml".', 'x-codeSamples'],
    [{ language: 'pyton' }, '"pyton" is not a language of samples.', 'Did you mean "python"?'],
    [{ language: 'my-sdk' }, '"my-sdk" is not a language of samples.', 'x-codeSamples'],
    [
      { language: 'python', variant: 'http.client' },
      'samples in "python" use Requests.',
      'Remove variant',
    ],
    [
      { language: 'java', variants: ['unirest'] },
      'samples in "java" use HttpClient',
      'Remove variants',
    ],
  ])('%j is reported', (tab, message, suggestion) => {
    const { problems } = read({ tabs: [{ language: 'curl' }, tab] });
    expect(problems).toMatchObject([
      {
        message: expect.stringContaining(message),
        suggestion: expect.stringContaining(suggestion),
        pointer: expect.stringMatching(/^#\/themeConfig\/languageTabs\/1\//),
      },
    ]);
  });
});

it('finds the docs of a preset by the end of its name, as the stock plugin does', () => {
  const presets = [['@docusaurus/preset-classic', { docs: { id: 'mine' } }]];
  const docsPluginId = (plugin: Values, given = presets) =>
    entryOf(read({ plugin, presets: given })).docsPluginId;
  expect(docsPluginId({ docsPluginId: 'classic' })).toBe('mine');
  expect(docsPluginId({ docsPluginId: 'classic' }, [['classic', {}] as never])).toBe('default');
  expect(docsPluginId({ docsPluginId: 'other' })).toBe('other');
});

it('a template for operations is that of the info page, too, unless the sidebar is made of info pages', () => {
  const template = 'page.mustache';
  const frames = (sidebar: Values) => entryOf(read({ api: { template }, sidebar })).stock?.frames;
  expect(frames({})).toMatchObject({ api: FRAME, info: FRAME });
  expect(frames({ categoryLinkSource: 'info' })).toEqual({ api: FRAME });
});

it('reports a template that does not exist', () => {
  const { problems } = read({ api: { infoTemplate: 'no.mustache' } });
  expect(problems).toMatchObject([
    {
      severity: 'error',
      message: 'config.shop.infoTemplate is "no.mustache", which does not exist.',
    },
  ]);
});

it('reports a folder without documents', () => {
  const { problems } = read({ api: { specPath: 'empty' } });
  expect(problems).toMatchObject([
    { severity: 'error', message: expect.stringContaining('contains no documents') },
  ]);
});

it('describes each option for messages', () => {
  for (const { name, option } of OPTIONS)
    if (option.schema.type !== 'any' && name !== '')
      expect(described(option.schema).name, name).not.toBe('');
});
