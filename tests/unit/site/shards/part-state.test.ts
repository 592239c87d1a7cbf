import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LAYOUT } from '../../../../src/generate/layout.ts';
import {
  type PartState,
  partState,
  stateDifferences,
} from '../../../../src/site/shards/part-state.ts';
import { PART_FILE } from '../../../../src/site/site-state.ts';

const PAGE = 'docs/reference/shop/a.api.json';
const FILES = {
  'docusaurus.config.ts': 'export default {};',
  'package.json': '{}',
  'package-lock.json': '{}',
  'src/a.ts': 'a',
  'openapi/shop.yaml': 'openapi: 3.1.0',
};

const roots: string[] = [];
/** A site with generated pages, in a folder of its own. */
function siteWith(changes: Readonly<Record<string, string>> = {}, hash = 'hash of a'): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'state-'));
  roots.push(root);
  const record = {
    inputs: ['openapi/shop.yaml'],
    problems: [],
    files: { [PAGE]: [1, Math.random(), hash], '.reference/site.json': [1, 2, `${Math.random()}`] },
    apis: {},
  };
  const files = { ...FILES, [PAGE]: '{}', [LAYOUT.record]: JSON.stringify(record), ...changes };
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  return root;
}
beforeEach(() => {
  vi.stubEnv('SITE_URL', undefined);
  vi.stubEnv('BASE_URL', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const root of roots.splice(0)) fs.rmSync(root, { recursive: true });
});

/** What differs from the unchanged site, by the key of the state. */
async function changedBy(root: string, locale: readonly string[] = []): Promise<string[]> {
  const [one, other] = [await partState(siteWith(), []), await partState(root, locale)];
  return (Object.keys(one) as (keyof PartState)[]).filter(
    (key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]),
  );
}

describe('the state of a part', () => {
  it('is the same in another folder, at another time, and with files that are results', async () => {
    const results = {
      [`artifacts/1-of-2/${PART_FILE}`]: '{}',
      'artifacts/1-of-2/pages.en.pack': 'x',
      'build/.openapi-reference-site': '',
      'build/index.html': '<p>',
      '.cache/x': 'x',
    };
    expect(await changedBy(siteWith(results))).toEqual([]);
  });

  it.each<[string, () => string, string[]]>([
    ['a generated page', () => siteWith({}, 'another'), ['documents']],
    ['a document, whose pages stay the same,', () => siteWith({ 'openapi/shop.yaml': '# x' }), []],
    ['a module', () => siteWith({ 'src/a.ts': 'b' }), ['code']],
    [
      'the configuration',
      () => siteWith({ 'docusaurus.config.ts': 'x' }),
      ['configuration', 'code'],
    ],
    [
      'the versions of packages',
      () => siteWith({ 'package-lock.json': 'x' }),
      ['configuration', 'code'],
    ],
  ])('has what %s changes', async (_, site, keys) => {
    expect(await changedBy(site())).toEqual(keys);
  });

  it('has the languages, and where the site will be', async () => {
    expect(await changedBy(siteWith(), ['de'])).toEqual(['options']);
    const before = await partState(siteWith(), []);
    vi.stubEnv('BASE_URL', '/api/');
    const after = await partState(siteWith(), []);
    expect(stateDifferences('shard', before, after)).toEqual([expect.stringContaining('/api/')]);
    expect(stateDifferences('bundles', before, after)).toHaveLength(1);
  });

  it('has the versions', async () => {
    const { version, node } = await partState(siteWith(), []);
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    expect(node).toBe(process.version);
  });
});
