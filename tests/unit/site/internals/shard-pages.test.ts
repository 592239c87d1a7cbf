import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LAYOUT } from '../../../../src/generate/layout.ts';
import {
  endShard,
  pagesIn,
  type Rendering,
  renderShard,
  shardEnv,
} from '../../../../src/site/internals/shard-pages.ts';
import type { Published } from '../../../../src/site/published.ts';
import { ROOT } from '../../../support/site.ts';
import { warningsOf } from './warnings.ts';

const warnings = warningsOf();
const PAGES = ['', 'a', 'b', 'c', 'd', 'e', 'ü'].map((name) => ({
  path: name === '' ? 'reference/shop' : `reference/shop/${name}`,
  slice: `docs/${name || 'info'}.api.json`,
}));
const PUBLISHED = { apis: [{ pages: PAGES }], sidebars: [] } as unknown as Published;
/** As Docusaurus has them: encoded, with the base URL, and of the site's kind of ending. */
const PATHS = [
  '/base/404.html',
  '/base/',
  '/base/guides/start/',
  ...PAGES.map((page) => encodeURI(`/base/${page.path}/`)),
];

let siteDir: string;
const contextOf = (currentLocale = 'en', locales = ['en'], baseUrl = '/base/') => ({
  siteDir,
  baseUrl,
  i18n: { currentLocale, defaultLocale: 'en', locales } as never,
});
function writeKeys(language = 'en', base = '/base/'): void {
  const keys = PAGES.map((page) => [encodeURI(`${base}${page.path}`), 'key']);
  const file = path.join(siteDir, LAYOUT.drawn, `keys.${language}.json`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(Object.fromEntries(keys)));
}

beforeEach(() => {
  siteDir = fs.mkdtempSync(path.join(os.tmpdir(), 'shard-'));
  fs.mkdirSync(path.join(siteDir, 'docs'));
  for (const { slice } of PAGES) fs.writeFileSync(path.join(siteDir, slice), 'x'.repeat(1000));
  writeKeys();
});
afterEach(() => {
  vi.unstubAllEnvs();
  fs.rmSync(siteDir, { recursive: true });
});

describe('the pages of a shard', () => {
  it.each([1, 2, 3, 4, 7, 9])('are each in one of %i', (of) => {
    const all = Array.from({ length: of }, (_, at) => [
      ...pagesIn({ number: at + 1, of }, contextOf(), PUBLISHED),
    ]).flat();
    expect(all).toEqual(PAGES.map((page) => encodeURI(`/base/${page.path}`)));
  });

  it('are all those of a language where there are as many shards as languages', () => {
    writeKeys('de', '/base/de/');
    const languages = ['en', 'de'];
    const german = contextOf('de', languages, '/base/de/');
    expect(pagesIn({ number: 1, of: 2 }, contextOf('en', languages), PUBLISHED).size).toBe(7);
    expect(pagesIn({ number: 2, of: 2 }, contextOf('en', languages), PUBLISHED).size).toBe(0);
    expect(pagesIn({ number: 1, of: 2 }, german, PUBLISHED).size).toBe(0);
    expect(pagesIn({ number: 2, of: 2 }, german, PUBLISHED).size).toBe(7);
  });

  it('are only those that can be kept', () => {
    const file = path.join(siteDir, LAYOUT.drawn, 'keys.en.json');
    fs.writeFileSync(file, JSON.stringify({ '/base/reference/shop/b': 'key' }));
    expect([...pagesIn({ number: 1, of: 1 }, contextOf(), PUBLISHED)]).toEqual([
      '/base/reference/shop/b',
    ]);
    fs.rmSync(file);
    expect(pagesIn({ number: 1, of: 1 }, contextOf(), PUBLISHED).size).toBe(0);
  });
});

describe('the rendering of a shard', () => {
  let rendered: (readonly string[])[];
  let exits: unknown[];
  let rendering: Rendering;
  const given = { props: { routesPaths: PATHS, baseUrl: '/base/' }, router: 'browser' };

  beforeEach(() => {
    rendered = [];
    exits = [];
    rendering = {
      async executeSSG(all) {
        expect(all).toMatchObject({ props: { baseUrl: '/base/' }, router: 'browser' });
        rendered.push(all.props.routesPaths);
      },
    };
    vi.spyOn(process, 'exit').mockImplementation((code) => {
      exits.push(code);
      return undefined as never;
    });
  });
  const stub = (shard: string): void => void vi.stubEnv('REFERENCE_SHARD', shard);

  it('renders its pages, and ends the process', async () => {
    const shards = [1, 2, 3];
    for (const number of shards) {
      const own: Rendering = { executeSSG: rendering.executeSSG };
      stub(shardEnv({ number, of: 3 }).REFERENCE_SHARD ?? '');
      renderShard(contextOf(), PUBLISHED, () => own);
      await own.executeSSG(given);
    }
    expect(rendered.flat()).toEqual(PATHS.slice(3));
    expect(rendered).toHaveLength(3);
    expect(exits).toEqual([0, 0, 0]);
    expect(warnings()).toEqual([]);
  });

  it('renders nothing where it has no pages', async () => {
    fs.rmSync(path.join(siteDir, LAYOUT.drawn), { recursive: true });
    stub('1/2');
    renderShard(contextOf(), PUBLISHED, () => rendering);
    await rendering.executeSSG(given);
    expect([rendered, exits]).toEqual([[], [0]]);
  });

  it('is all of the site for other processes', async () => {
    const { executeSSG } = rendering;
    renderShard(contextOf(), PUBLISHED, () => expect.unreachable());
    endShard();
    expect(rendering.executeSSG).toBe(executeSSG);
    expect(exits).toEqual([]);
  });

  it('is all pages, with a warning, where Docusaurus renders in another way, and nothing else', () => {
    stub('1/2');
    renderShard(contextOf(), PUBLISHED, () => ({}) as never);
    expect(warnings()).toEqual([expect.stringContaining('shard-pages: Docusaurus renders pages')]);
    endShard();
    expect(exits).toEqual([0]);
  });

  it('finds the function of the installed Docusaurus', () => {
    stub('1/2');
    fs.writeFileSync(path.join(siteDir, 'package.json'), '{}');
    fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(siteDir, 'node_modules'));
    renderShard(contextOf(), PUBLISHED);
    expect(warnings()).toEqual([]);
  });
});
