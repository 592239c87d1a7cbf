import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawnFile } from '../../../../src/address/files.ts';
import {
  type Drawn,
  type DrawnKeys,
  type DrawnNote,
  type Render,
  renderOnce,
} from '../../../../src/client/app/drawn-pages.ts';
import { type SiteInputs, sharedData, siteKey } from '../../../../src/client/app/drawn-site.ts';

const KEYS: DrawnKeys = { site: 'code and options', pages: { '/a': 'of a', '/b': 'of b' } };
const drawn = (html: string, helmet: unknown = null): Drawn => ({
  html,
  collectedData: { metadata: { helmet }, links: ['/b/'], anchors: ['x'] },
});

describe('rendering pages once', () => {
  let folder: string;
  const rendered = vi.fn<Render>();
  const render = (pathname: string, keys = KEYS, request = {}): Promise<Drawn> =>
    renderOnce(rendered, folder, keys)({ pathname, ...request });
  const files = (): string[] =>
    fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.includes('.'))
      .map((name) => path.join(folder, name));

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'drawn-pages-'));
    rendered.mockReset();
    rendered.mockImplementation(async ({ pathname }) => drawn(`<p>${pathname},\n“drawn”`));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('gives the same result without rendering again, links and anchors included', async () => {
    const first = await render('/a/');
    expect(await render('/a/')).toEqual(first);
    expect(first).toEqual(drawn('<p>/a/,\n“drawn”'));
    expect(rendered).toHaveBeenCalledTimes(1);
  });

  it.each<[string, string, DrawnKeys, object]>([
    ['another page', '/b/', KEYS, {}],
    ['the same page, changed', '/a/', { ...KEYS, pages: { '/a': 'of a, later' } }, {}],
    ['the same page with other code', '/a/', { ...KEYS, site: 'other code' }, {}],
    ['the same page, asked for differently', '/a/', KEYS, { option: true }],
  ])('renders %s', async (_, pathname, keys, request) => {
    await render('/a/');
    rendered.mockClear();
    await render(pathname, keys, request);
    expect(rendered).toHaveBeenCalledTimes(1);
  });

  it('writes what rendering wrote besides, without rendering again', async () => {
    const beside = path.join(folder, 'twins', 'a.md');
    const aside = {
      file: ({ pathname }: { pathname: string }) => (pathname === '/a/' ? beside : undefined),
    };
    const renderAside = (keys: DrawnKeys) =>
      renderOnce(rendered, path.join(folder, 'pages'), keys, aside)({ pathname: '/a/' });
    fs.mkdirSync(path.dirname(beside));
    fs.writeFileSync(beside, 'of a build that was killed');
    await renderAside(KEYS);
    expect(fs.existsSync(beside)).toBe(false);
    const changed = { ...KEYS, site: 'other code' };
    rendered.mockImplementationOnce(async ({ pathname }) => {
      fs.writeFileSync(beside, '# A');
      return drawn(pathname);
    });
    await renderAside(changed);
    fs.rmSync(path.dirname(beside), { recursive: true });
    rendered.mockClear();
    await renderAside(changed);
    expect(fs.readFileSync(beside, 'utf8')).toBe('# A');
    expect(rendered).not.toHaveBeenCalled();
  });

  it('notes each page that has a key, and whether it was known', async () => {
    const notes: DrawnNote[] = [];
    const noting = renderOnce(rendered, folder, KEYS, undefined, (note) => notes.push(note));
    for (const pathname of ['/a/', '/guide/', '/b/', '/a/']) await noting({ pathname });
    expect(notes.map(({ path, isKept }) => [path, isKept])).toEqual([
      ['/a', false],
      ['/b', false],
      ['/a', true],
    ]);
    for (const { key } of notes) expect(files()).toContain(path.join(folder, drawnFile(key)));
    rendered.mockRejectedValueOnce(new Error('of a component'));
    await expect(
      renderOnce(rendered, folder, { ...KEYS, site: '' }, undefined, () => expect.unreachable())({
        pathname: '/a/',
      }),
    ).rejects.toThrow('of a component');
  });

  it('renders a page without a key every time, and writes nothing', async () => {
    await render('/guide/');
    await render('/guide/');
    expect(rendered).toHaveBeenCalledTimes(2);
    expect(files()).toEqual([]);
  });

  it.each<[string, (file: string) => void]>([
    ['is cut off', (file) => fs.truncateSync(file, 60)],
    ['is empty', (file) => fs.truncateSync(file, 0)],
    ['is not compressed', (file) => fs.writeFileSync(file, '{}')],
    [
      'has changed bytes',
      (file) => {
        const bytes = fs.readFileSync(file);
        bytes[bytes.length - 12] = (bytes.at(-12) ?? 0) ^ 0xff;
        fs.writeFileSync(file, bytes);
      },
    ],
    [
      'is that of another page',
      (file) => {
        const other = files().find((name) => name !== file) ?? '';
        fs.copyFileSync(other, file);
      },
    ],
    ['is gone', (file) => fs.rmSync(file)],
  ])('renders again, and writes again, where the file %s', async (_, damage) => {
    await render('/a/');
    const [file = ''] = files();
    await render('/b/');
    rendered.mockClear();
    damage(file);
    expect(await render('/a/')).toEqual(drawn('<p>/a/,\n“drawn”'));
    expect(rendered).toHaveBeenCalledTimes(1);
    await render('/a/');
    expect(rendered).toHaveBeenCalledTimes(1);
  });

  it.each<[string, unknown]>([
    ['React elements', drawn('<p>', { title: {} })],
    ['no HTML', { collectedData: { metadata: { helmet: null } } }],
    ['another form', { html: '<p>', collectedData: {} }],
  ])('keeps no result with %s', async (_, result) => {
    rendered.mockResolvedValue(result as Drawn);
    expect(await render('/a/')).toBe(result);
    expect(files()).toEqual([]);
  });

  it('keeps nothing of a page that fails', async () => {
    rendered.mockRejectedValueOnce(new Error('of a component'));
    await expect(render('/a/')).rejects.toThrow('of a component');
    expect(files()).toEqual([]);
    expect(await render('/a/')).toEqual(drawn('<p>/a/,\n“drawn”'));
  });

  it('renders where nothing can be written', async () => {
    fs.rmSync(folder, { recursive: true });
    fs.writeFileSync(folder, 'a file');
    expect(await render('/a/')).toEqual(drawn('<p>/a/,\n“drawn”'));
    expect(await render('/a/')).toEqual(drawn('<p>/a/,\n“drawn”'));
    expect(rendered).toHaveBeenCalledTimes(2);
  });
});

describe('the global data that all pages share', () => {
  const data = (docs: readonly object[], more = {}, sidebars = {}): Record<string, unknown> => ({
    'docusaurus-plugin-content-docs': {
      default: { path: '/', versions: [{ name: 'current', docs, sidebars }] },
    },
    'openapi-reference': { default: { otherSidebars: ['default current guides'] } },
    'another-plugin': { default: 1 },
    ...more,
  });
  const GUIDE = { id: 'guide', path: '/guide' };
  const OLD = { id: 'old', path: '/reference/old' };
  const NEW = { id: 'new', path: '/reference/new' };
  const NAVIGATION = { navbar: { items: [{ type: 'doc', docId: 'named' }] } };
  const shared = (value: Record<string, unknown>): string =>
    JSON.stringify(sharedData(value, NAVIGATION, (at) => at.startsWith('/reference/')));

  it.each<[string, Record<string, unknown>, boolean]>([
    ['a page of the reference more', data([GUIDE, OLD, NEW]), true],
    ['one less', data([GUIDE]), true],
    ['a guide more', data([GUIDE, OLD, { id: 'more', path: '/more' }]), false],
    ['a guide elsewhere', data([{ ...GUIDE, path: '/there' }, OLD]), false],
    [
      'a page that the navigation names',
      data([GUIDE, OLD, { id: 'named', path: '/reference/named' }]),
      false,
    ],
    ['a sidebar of an API more', data([GUIDE, OLD], {}, { more: { link: {} } }), true],
    ['a sidebar that the navigation names', data([GUIDE, OLD], {}, { named: { link: {} } }), false],
    ['a sidebar with other pages', data([GUIDE, OLD], {}, { guides: { link: {} } }), false],
    ['other data of a plugin', data([GUIDE, OLD], { 'another-plugin': { default: 2 } }), false],
  ])('with %s', (_, changed, isSame) => {
    expect(shared(changed) === shared(data([GUIDE, OLD]))).toBe(isSame);
  });
});

describe('the key of a site', () => {
  const SITE = {
    code: 'hash of the code',
    node: 'v20.20.0',
    versions: '{"shop":["1","2"]}',
    codeTranslations: { 'theme.request': 'Request' },
    siteConfig: { title: 'Shop', customFields: { proxy: 'https://proxy.test' } },
    i18n: { currentLocale: 'en', localeConfigs: { en: { direction: 'ltr' } } },
    siteMetadata: { docusaurusVersion: '3.10.2', pluginVersions: { docs: '3.10.2' } },
    shared: { 'another-plugin': { default: 1 } },
  } satisfies SiteInputs;

  it.each<[string, Partial<SiteInputs>]>([
    ['a component, or the name of a class', { code: 'hash of other code' }],
    ['Node.js', { node: 'v22.1.0' }],
    ['a version of an API', { versions: '{"shop":["1","2","3"]}' }],
    ['a text', { codeTranslations: { 'theme.request': 'Request body' } }],
    ['one text more', { codeTranslations: { ...SITE.codeTranslations, more: 'More' } }],
    ['an option', { siteConfig: { ...SITE.siteConfig, title: 'Bookshop' } }],
    ['an option further down', { siteConfig: { ...SITE.siteConfig, customFields: {} } }],
    ['the language', { i18n: { ...SITE.i18n, currentLocale: 'de' } }],
    ['Docusaurus', { siteMetadata: { ...SITE.siteMetadata, docusaurusVersion: '3.11.0' } }],
    ['a plugin', { siteMetadata: { ...SITE.siteMetadata, pluginVersions: { docs: '3.11.0' } } }],
    ['the data of a plugin', { shared: {} }],
  ])('follows %s', (_, changed) => {
    expect(siteKey({ ...SITE })).toBe(siteKey(SITE));
    expect(siteKey({ ...SITE, ...changed })).not.toBe(siteKey(SITE));
  });
});
