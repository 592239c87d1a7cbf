import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Config, LoadContext } from '@docusaurus/types';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ApiVersion } from '../../../src/generate/config.ts';
import install, { type PluginOptions } from '../../../src/site/install.ts';
import { hasSearch, isPluginName, pluginOptionsIn } from '../../../src/site/own-entries.ts';
import { withFastPages } from '../../../src/site/with-fast-pages.ts';

const NAME = 'docusaurus-openapi-reference';
let siteDir: string;
beforeAll(() => {
  siteDir = fs.mkdtempSync(path.join(os.tmpdir(), 'openapi-reference-test-'));
});
afterAll(() => fs.rmSync(siteDir, { recursive: true }));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

function start(plugins: readonly unknown[], options: PluginOptions) {
  vi.stubEnv('NODE_ENV', 'production');
  const siteConfig = { plugins, presets: ['classic'], themeConfig: {}, markdown: {} };
  const siteConfigPath = path.join(siteDir, 'docusaurus.config.js');
  const i18n = { currentLocale: 'en', defaultLocale: 'en', locales: ['en'], localeConfigs: {} };
  const context = { siteDir, siteConfig, siteConfigPath, i18n, baseUrl: '/', codeTranslations: {} };
  return install(context as unknown as LoadContext, options);
}

describe('the plugin in a configuration', () => {
  it.each([
    [NAME, true],
    [`/site/node_modules/${NAME}`, true],
    [`C:\\site\\node_modules\\${NAME}\\dist\\index.js`, true],
    [`${NAME}/theme`, false],
    [`my-${NAME}`, false],
    [`${NAME}/dist/theme.js`, false],
    ['docusaurus-plugin-openapi-docs', false],
    [() => ({ name: NAME }), false],
    [undefined, false],
  ])('%s: %s', (name, expected) => {
    expect(isPluginName(name)).toBe(expected);
  });

  it('is found in plugins and in our preset, with the options of each', () => {
    const [one, two] = [{ id: 'one' }, { id: 'two' }];
    const presets: Config['presets'] = [
      ['classic', { docs: {} }],
      [`${NAME}/preset`, one],
      ...['other', false as const],
    ];
    expect(pluginOptionsIn({ presets, plugins: [[NAME, two], NAME, null] })).toEqual([
      one,
      two,
      {},
    ]);
    const file = `C:\\site\\node_modules\\${NAME}\\dist\\preset.js`;
    expect(pluginOptionsIn({ presets: [[file, one]] })).toEqual([one]);
  });

  it.each<[Config['themes'], boolean]>([
    [[`${NAME}/theme`, `${NAME}/search`], true],
    [[[`/site/node_modules/${NAME}/dist/search.js`, {}]], true],
    [[`${NAME}/theme`, false, 'docusaurus-search'], false],
    [undefined, false],
  ])('has our search with the themes %j: %s', (themes, expected) => {
    expect(hasSearch(themes ? { themes } : {})).toBe(expected);
  });

  it.each([
    ['no list', {}, 'needs a list with at least one API'],
    ['an empty list', { apis: [] }, 'needs a list with at least one API'],
    [
      'an unknown option',
      { apis: [{ id: 'shop', document: 'a.yaml', documnet: 'b' }] },
      `The option "apis" of ${NAME}, entry 1: there is no option "documnet"`,
    ],
    [
      'docs that the site does not have',
      { apis: [{ id: 'shop', document: 'openapi.yaml', docsPluginId: 'api' }] },
      'no docs plugin with the id "api"',
    ],
  ])('%s is an error without a stack', async (_name, options, message) => {
    fs.writeFileSync(
      path.join(siteDir, 'openapi.yaml'),
      'openapi: 3.1.0\ninfo: { title: Shop, version: "1" }\npaths: {}\n',
    );
    const given = { id: 'default', ...options } as PluginOptions;
    const error = await start([[NAME, options]], given).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ message: expect.stringContaining(message), stack: '' });
  });

  it('reports a document with errors, and writes nothing', async () => {
    const report = vi.spyOn(console, 'error').mockImplementation(() => {});
    fs.writeFileSync(path.join(siteDir, 'bad.yaml'), 'openapi: 3.1.0\ninfo: [');
    const options = { id: 'default', apis: [{ id: 'shop', document: 'bad.yaml' }] };
    await expect(start([[NAME, options]], options)).rejects.toThrow('were not generated');
    expect(String(report.mock.calls)).toMatch(/bad\.yaml:\d+:\d+/);
    expect(fs.existsSync(path.join(siteDir, 'docs'))).toBe(false);
  });

  it('removes the pages of a version that is gone, beside those of the commands', async () => {
    vi.spyOn(console, 'log').mockImplementation(() => {});
    vi.spyOn(console, 'error').mockImplementation(() => {});
    fs.writeFileSync(
      path.join(siteDir, 'openapi.yaml'),
      'openapi: 3.1.0\ninfo: { title: Shop, version: "1" }\npaths: {}\n',
    );
    const config = { old: { specPath: 'a', outputDir: 'docs/a' } };
    const stock = [NAME, { id: 'stock', docsPluginId: 'default', config }];
    const run = (versions: readonly ApiVersion[]) => {
      const options = { id: 'own', apis: [{ id: 'shop', document: 'openapi.yaml', versions }] };
      return start([[NAME, options], stock], options);
    };
    const folder = path.join(siteDir, 'docs/reference/shop');
    const one = { version: '1.0', document: 'openapi.yaml' };
    await run([one, { ...one, version: '0.9' }]);
    expect(fs.readdirSync(path.join(folder, '0.9'))).toContain('shop.info.mdx');
    await run([one]);
    expect(fs.readdirSync(folder)).toEqual(expect.arrayContaining(['1.0', 'shop.info.mdx']));
    expect(fs.readdirSync(folder)).not.toContain('0.9');
    fs.rmSync(path.join(siteDir, 'docs'), { recursive: true });
  });

  it('leaves the work to the first of several instances', async () => {
    const [first, second] = ['one', 'two'].map((id) => [NAME, { id, config: {} }] as const);
    expect(Object.keys(await start([first, second], { id: 'two', config: {} }))).toEqual(['name']);
  });
});

describe('withFastPages', () => {
  const CONFIG = { title: 'A', url: 'https://a.example', baseUrl: '/' };

  it('changes the plugin, the template and what the bundler must not cache', () => {
    const { plugins, ssrTemplate, future, themes } = withFastPages({
      ...CONFIG,
      plugins: ['other', [NAME, { apis: [] }]],
      future: { faster: true },
    });
    expect(plugins).toEqual(['other', [NAME, { apis: [], isFast: true }]]);
    expect(ssrTemplate).toContain('data-part="page"');
    expect(future).toEqual({
      v4: { fasterByDefault: true },
      faster: { mdxCrossCompilerCache: false },
    });
    expect(themes).toHaveLength(1);
  });

  it('changes the plugin of our preset', () => {
    const { presets, plugins } = withFastPages({
      ...CONFIG,
      presets: ['classic', [`${NAME}/preset`, { apis: [] }]],
    });
    expect(presets).toEqual(['classic', [`${NAME}/preset`, { apis: [], isFast: true }]]);
    expect(plugins).toEqual([]);
  });

  it.each([
    [
      { v4: true, faster: true },
      { v4: true, faster: { mdxCrossCompilerCache: false } },
    ],
    [
      { faster: { swcJsLoader: true } },
      { faster: { swcJsLoader: true, mdxCrossCompilerCache: false } },
    ],
    [undefined, { faster: { mdxCrossCompilerCache: false } }],
  ])('keeps what else %o says', (future, expected) => {
    expect(withFastPages({ ...CONFIG, ...(future && { future }) }).future).toEqual(expected);
  });

  it('warns of a template that the site has, and changes nothing', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const config = { ...CONFIG, ssrTemplate: '<html>', plugins: [NAME] };
    expect(withFastPages(config)).toBe(config);
    expect(String(warn.mock.calls)).toContain('ssrTemplate');
  });
});
