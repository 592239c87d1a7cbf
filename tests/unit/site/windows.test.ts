import { describe, expect, it, vi } from 'vitest';

/** Node's paths as on Windows, for all modules of this file. */
vi.mock('node:path', async (actual) => {
  const { win32 } = await actual<typeof import('node:path')>();
  return { ...win32, default: win32 };
});

import { docsFileOf } from '../../../src/address/docs.ts';
import { fromRoot } from '../../../src/generate/files.ts';
import { placeOf } from '../../../src/generate/place.ts';
import { shownDocument } from '../../../src/generate/read.ts';
import { docsInstances } from '../../../src/site/docs-instances.ts';
import { unwatched } from '../../../src/site/internals/unwatched.ts';
import { packageFolders } from '../../../src/site/licenses.ts';
import { isPluginName } from '../../../src/site/own-entries.ts';
import { readStockOptions } from '../../../src/stock/read.ts';

const SITE = 'D:\\projects\\site';
const DOCS = { id: 'default', path: 'docs', routeBasePath: 'docs' };

describe('paths on Windows', () => {
  it.each(['docs\\api', '.\\docs\\api', 'D:\\projects\\site\\docs\\api', 'docs/api'])(
    'folder of the docs plugin: %s',
    (path) => {
      const plugins = [['@docusaurus/plugin-content-docs', { id: 'api', path }]];
      expect(docsInstances({ plugins, presets: [] } as never, SITE)).toEqual([
        { id: 'api', path: 'docs/api', routeBasePath: 'docs' },
      ]);
    },
  );

  it.each([
    'D:\\projects\\site\\node_modules\\@docusaurus\\plugin-content-docs\\lib\\index.js',
    'D:/projects/site/node_modules/@docusaurus/plugin-content-docs/lib/index.js',
  ])('docs plugin by its path: %s', (plugin) => {
    expect(docsInstances({ plugins: [plugin], presets: [] } as never, SITE)).toEqual([DOCS]);
  });

  it.each(['docs\\shop', '.\\docs\\shop', 'docs\\shop\\', 'docs/shop'])(
    'outputDir of an API: %s',
    (outputDir) => {
      const api = { id: 'shop', document: 'a.yaml', label: 'Shop', outputDir };
      expect(placeOf(api, 'shop', [DOCS])).toEqual({ docs: DOCS, outputDir: 'docs/shop' });
    },
  );

  it('the plugin by its path', () => {
    const path = 'D:\\projects\\site\\node_modules\\docusaurus-openapi-reference\\dist\\index.js';
    expect(isPluginName(path)).toBe(true);
  });

  it('files are stored with slashes, from the folder of the site', () => {
    const file = fromRoot(SITE, 'D:\\projects\\site\\docs\\shop\\schemas\\book.schema.mdx');
    expect(file).toBe('docs/shop/schemas/book.schema.mdx');
    expect(docsFileOf(file, [DOCS])?.path).toBe('shop/schemas/book.schema.mdx');
  });

  it('a document is named from the folder of the site', () => {
    expect(shownDocument(SITE, 'D:\\projects\\site\\openapi\\shop.yaml')).toBe(
      'openapi\\shop.yaml',
    );
  });

  it.each([
    ['D:\\projects\\site\\docs\\shop\\schemas\\book.schema.mdx', true],
    ['D:\\projects\\site\\docs\\shop\\guide.mdx', false],
    ['D:\\projects\\site\\node_modules\\react\\index.js', true],
    ['D:\\projects\\site\\node_modules\\@docusaurus\\core\\index.js', false],
  ])('what the bundler does not watch: %s', (file, expected) => {
    expect(unwatched([{ folder: 'docs/shop' }]).test(file)).toBe(expected);
  });

  it('packages of modules', () => {
    const files = [
      'D:\\projects\\site\\node_modules\\.pnpm\\clsx@2.1.1\\node_modules\\clsx\\dist\\clsx.mjs',
      'D:\\projects\\site\\node_modules\\@docusaurus\\core\\lib\\client\\App.js',
      'D:\\projects\\site\\src\\theme\\Footer.tsx',
    ];
    expect(packageFolders(files, SITE)).toEqual([
      'D:\\projects\\site\\node_modules\\.pnpm\\clsx@2.1.1\\node_modules\\clsx',
      'D:\\projects\\site\\node_modules\\@docusaurus\\core',
      SITE,
    ]);
  });

  it.each([
    ['openapi\\shop.yaml', 'docs\\shop'],
    ['D:\\projects\\site\\openapi\\shop.yaml', 'D:\\projects\\site\\docs\\shop'],
  ])('options of the stock plugin: %s', (specPath, outputDir) => {
    const options = {
      id: 'api',
      docsPluginId: 'default',
      config: { shop: { specPath, outputDir } },
    };
    const site = {
      siteDir: SITE,
      configFile: 'docusaurus.config.js',
      themeConfig: {},
      presets: [],
    };
    const [target] = readStockOptions(options, site).targets;
    expect(target?.entries).toMatchObject([
      { document: 'openapi/shop.yaml', outputDir: 'docs/shop' },
    ]);
  });
});
