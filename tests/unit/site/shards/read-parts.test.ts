import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ArtifactError,
  artifactName,
  FORMAT,
  isPlainPath,
} from '../../../../src/site/shards/artifact.ts';
import { ArtifactWriter } from '../../../../src/site/shards/artifact-writer.ts';
import type { Shard } from '../../../../src/site/shards/cut.ts';
import { PackReader } from '../../../../src/site/shards/pack.ts';
import type { PartState } from '../../../../src/site/shards/part-state.ts';
import { checkStates, readParts } from '../../../../src/site/shards/read-parts.ts';
import { PART_FILE } from '../../../../src/site/site-state.ts';
import { hashTree } from '../../../support/tree.ts';

const STATE: PartState = {
  version: '1.0.0',
  node: 'v20.0.0',
  commit: 'a'.repeat(40),
  options: '{}',
  documents: 'documents',
  configuration: { 'package.json': 'one', 'sidebars.ts': 'two' },
  code: 'code',
};
const LANGUAGES = [{ code: 'en', folder: '' }];
const key = (at: number): string => String(at).padStart(64, '0');

let root: string;
const at = (...names: string[]): string => path.join(root, ...names);
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'shards-'));
});
afterEach(() => fs.rmSync(root, { recursive: true }));

/** Writes a shard with two pages. */
function writeShard(
  shard: Shard,
  { folder = at(artifactName(shard)), state = STATE, site = 'site', times = {} } = {},
): string {
  const writer = new ArtifactWriter(folder);
  const pages = [1, 2].map((page) => `/reference/shop/${shard.number}-${page}`);
  const ranges = writer.pack(
    'pages.en.pack',
    pages.map((page) => [page, Buffer.from(`page ${page}`)] as const),
  );
  const places = pages.map((page, index) => [
    page,
    [key(shard.number * 10 + index), ...(ranges.get(page) ?? [0, 0])] as const,
  ]);
  const packed = { site, pack: 'pages.en.pack', pages: Object.fromEntries(places) };
  writer.finish(
    {
      format: FORMAT,
      kind: 'shard',
      shard,
      state,
      languages: LANGUAGES,
      pages: { en: packed },
    },
    times,
  );
  return folder;
}

function writeBundles(folder = at('bundle'), state = STATE): string {
  const writer = new ArtifactWriter(folder);
  const ranges = writer.pack('bundle.en.pack', [['site/assets/js/main.js', Buffer.from('main')]]);
  const bundles = { en: { pack: 'bundle.en.pack', files: Object.fromEntries(ranges) } };
  writer.finish({ format: FORMAT, kind: 'bundles', state, languages: LANGUAGES, bundles }, {});
  return folder;
}

/** Shards 1/3, 2/3 and 3/3. */
function writeAll(): void {
  for (const number of [1, 2, 3]) writeShard({ number, of: 3 });
}

/** Changes the manifest of shard 2/3. */
function edit(change: (manifest: Record<string, never>) => void): void {
  const file = at('2-of-3', PART_FILE);
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  change(manifest);
  fs.writeFileSync(file, JSON.stringify(manifest));
}

async function errorOf(...folders: string[]): Promise<string> {
  const given = folders.length === 0 ? [root] : folders;
  const error = await readParts(given).then(
    () => undefined,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(ArtifactError);
  return error.message.replaceAll(`${root}${path.sep}`, '').replaceAll(root, 'ALL');
}

describe('artifacts', () => {
  it('are all shards, whole, in order, and the bundles', async () => {
    for (const number of [3, 1, 2]) writeShard({ number, of: 3 });
    writeBundles();
    const { shards, bundles } = await readParts([root]);
    expect(shards.map(({ manifest }) => manifest.shard.number)).toEqual([1, 2, 3]);
    expect(bundles?.folder).toBe(at('bundle'));
  });

  it('may be named one by one, and be in several folders with other names', async () => {
    writeShard({ number: 1, of: 2 }, { folder: at('downloads', 'a', 'shard') });
    writeShard({ number: 2, of: 2 }, { folder: at('downloads', 'b', 'shard') });
    const { shards } = await readParts([at('downloads', 'a'), at('downloads', 'b', 'shard')]);
    expect(shards).toHaveLength(2);
  });

  it('have each part as it was written', async () => {
    writeShard({ number: 1, of: 1 });
    const { shards } = await readParts([root]);
    const pages = shards[0]?.manifest.pages.en;
    const reader = new PackReader(at('1-of-1', pages?.pack ?? ''));
    const contents = Object.entries(pages?.pages ?? {}).map(([page, [, ...range]]) => [
      page,
      reader.read(range).toString(),
    ]);
    reader.close();
    expect(contents).toEqual([
      ['/reference/shop/1-1', 'page /reference/shop/1-1'],
      ['/reference/shop/1-2', 'page /reference/shop/1-2'],
    ]);
  });

  it('have the same bytes when a shard is rendered again, but for the times', () => {
    const first = hashTree(writeShard({ number: 1, of: 2 }, { times: { seconds: 1 } }));
    const again = hashTree(writeShard({ number: 1, of: 2 }, { times: { seconds: 2 } }));
    expect(Object.keys(first)).toEqual(['pages.en.pack', PART_FILE, 'times.json'].sort());
    expect({ ...again, 'times.json': '' }).toEqual({ ...first, 'times.json': '' });
  });

  it('are not there as long as they are not whole', async () => {
    const writer = new ArtifactWriter(at('1-of-1'));
    writer.pack('pages.en.pack', [['a', Buffer.from('a')]]);
    expect(fs.existsSync(at('1-of-1'))).toBe(false);
    expect(await errorOf()).toMatch(/^ALL has no artifact/);
  });

  it('replace another artifact, and nothing else', () => {
    writeShard({ number: 1, of: 2 }, { folder: at('out') });
    writeShard({ number: 2, of: 2 }, { folder: at('out') });
    fs.mkdirSync(at('photos'));
    fs.writeFileSync(at('photos', 'one.jpg'), '');
    expect(() => writeShard({ number: 1, of: 2 }, { folder: at('photos') })).toThrow(
      /photos has files that are no artifact/,
    );
    expect(fs.readdirSync(at('photos'))).toEqual(['one.jpg']);
  });
});

describe('a merge is refused, with the shard, the reason and what to do,', () => {
  beforeEach(writeAll);
  const RUN = '--shard 2/3" again';
  const remove = (name: string): void => fs.rmSync(at(name), { recursive: true });

  it('where a shard is missing', async () => {
    remove('2-of-3');
    const message = await errorOf();
    expect(message).toMatch(/^Shard 2\/3 is missing: 2 of 3 are in ALL\. Run ".*--shard 2\/3"/);
    expect(message.split('\n')).toHaveLength(1);
  });

  it('where several are: each is named', async () => {
    remove('1-of-3');
    remove('3-of-3');
    const message = await errorOf();
    expect(message).toContain('Shard 1/3 is missing');
    expect(message).toContain('Shard 3/3 is missing');
  });

  it('where a shard is there twice', async () => {
    fs.cpSync(at('2-of-3'), at('copy'), { recursive: true });
    expect(await errorOf()).toBe('copy is shard 2/3, and so is 2-of-3. Leave out one of them.');
  });

  it('where bundles are there twice', async () => {
    writeBundles();
    writeBundles(at('bundle-2'));
    expect(await errorOf()).toMatch(/^bundle-2 is the bundles, and so is bundle\./);
  });

  it('where shards are of another number', async () => {
    writeShard({ number: 2, of: 4 });
    expect(await errorOf()).toMatch(
      /^The shards are not of the same number: .*2-of-4 \(2\/4\).*Remove those of another build/,
    );
  });

  it('where there is none', async () => {
    for (const number of [1, 2, 3]) remove(`${number}-of-3`);
    expect(await errorOf()).toMatch(/^ALL has no artifact of a shard\. Make them with/);
    expect(await errorOf(at('nowhere'))).toMatch(/^nowhere has no artifact/);
    writeBundles();
    expect(await errorOf()).toMatch(/has bundles, but no shard/);
  });

  const PACK = 'pages.en.pack';
  it.each<[string, RegExp, (pack: string, manifest: string) => void]>([
    [
      'a file is cut off',
      /pack, of shard 2\/3, has 20 bytes instead of/,
      (pack) => fs.truncateSync(pack, 20),
    ],
    [
      'a file is longer',
      /has 49 bytes instead of 48 bytes/,
      (pack) => fs.appendFileSync(pack, 'x'),
    ],
    [
      'a byte of a file has changed',
      /is not as it was written: its hash is another one/,
      (pack) => fs.writeFileSync(pack, fs.readFileSync(pack, 'utf8').replace('page', 'Page')),
    ],
    ['a file is missing', /pack, of shard 2\/3, is missing/, (pack) => fs.rmSync(pack)],
    [
      'a file is a link',
      /is not a file/,
      (pack) => {
        fs.renameSync(pack, at('elsewhere'));
        fs.symlinkSync(at('elsewhere'), pack);
      },
    ],
    [
      'a file is a folder',
      /is not a file/,
      (pack) => {
        fs.rmSync(pack);
        fs.mkdirSync(pack);
      },
    ],
    [
      'the manifest is cut off',
      /reference-part\.json is cut off or damaged: it is not JSON/,
      (_, manifest) => fs.truncateSync(manifest, 90),
    ],
    [
      'the manifest is empty',
      /is cut off or damaged/,
      (_, manifest) => fs.truncateSync(manifest, 0),
    ],
    [
      'the manifest is a link',
      /is not a file/,
      (_, manifest) => {
        fs.renameSync(manifest, at('elsewhere'));
        fs.symlinkSync(at('elsewhere'), manifest);
      },
    ],
  ])('where %s', async (_, reason, change) => {
    change(at('2-of-3', PACK), at('2-of-3', PART_FILE));
    const message = await errorOf();
    expect(message).toMatch(reason);
    expect(message).toMatch(/^2-of-3\//);
    expect(message).toContain(RUN);
    // The others are not blamed for it.
    expect(message).not.toMatch(/1-of-3|3-of-3|missing: /);
  });

  it.each<[string, RegExp, (manifest: Record<string, never>) => void]>([
    [
      'an unknown format',
      /has the format 1, and this version reads 2/,
      (m) => Object.assign(m, { format: 1 }),
    ],
    ['no format', /has the format undefined/, (m) => Reflect.deleteProperty(m, 'format')],
    ['another kind', /neither a shard nor bundles/, (m) => Object.assign(m, { kind: 'x' })],
    ['no files', /"files" is not a list of sums/, (m) => Object.assign(m, { files: [] })],
    [
      'a sum that is none',
      /"files" is not a list of sums/,
      (m) => Object.assign(m, { files: { a: { bytes: -1, sha256: key(1) } } }),
    ],
    ['no state', /"state" has another form/, (m) => Object.assign(m, { state: {} })],
    [
      'a text that controls the terminal',
      /"state" has another form/,
      (m) => Object.assign(m.state ?? {}, { node: 'v20.0.0\u001b[2J' }),
    ],
    [
      'the name of a file that does',
      /"state" has another form/,
      (m) => Object.assign(m.state ?? {}, { configuration: { 'a\nb': '' } }),
    ],
    [
      'a format that does',
      /has the format "\\u\{9b\}2J", and/,
      (m) => Object.assign(m, { format: '\u009b2J' }),
    ],
    [
      'a shard that is none',
      /"shard" is not one/,
      (m) => Object.assign(m, { shard: { number: 4, of: 3 } }),
    ],
    [
      'more shards than "--shard" takes',
      /"shard" is not one/,
      (m) => Object.assign(m, { shard: { number: 2, of: 10_001 } }),
    ],
    [
      'a language that the site does not have',
      /"fr" is not one of the languages/,
      (m) => Object.assign(m, { pages: { fr: {} } }),
    ],
    [
      'pages of another form',
      /pages of a language are missing/,
      (m) => Object.assign(m, { pages: { en: 1 } }),
    ],
    [
      'pages without a pack',
      /pages have no pack/,
      (m) => Object.assign(m, { pages: { en: { site: '', pack: 'other.pack', pages: {} } } }),
    ],
    [
      'a page outside of its pack',
      /the page "\/a" has no place in its pack/,
      (m) =>
        Object.assign(m, {
          pages: { en: { site: '', pack: PACK, pages: { '/a': [key(1), 0, 999] } } },
        }),
    ],
    [
      'a page whose key is a path',
      /the page "\/a" has no place in its pack/,
      (m) =>
        Object.assign(m, {
          pages: { en: { site: '', pack: PACK, pages: { '/a': ['../../x', 0, 1] } } },
        }),
    ],
  ])('where the manifest has %s', async (_, reason, change) => {
    edit(change);
    const message = await errorOf();
    expect(message).toMatch(reason);
    expect(message).toContain(RUN);
  });

  it.each(['../1-of-3/pages.en.pack', '/etc/passwd', '..', 'a/b', 'a\\b', 'C:\\a', '', '.hidden'])(
    'where the manifest names the file %j',
    async (name) => {
      edit((manifest) =>
        Object.assign(manifest, { files: { [name]: { bytes: 0, sha256: key(1) } } }),
      );
      expect(await errorOf()).toContain(
        `"files" has ${JSON.stringify(name)}, which is not a plain name`,
      );
    },
  );

  it.each(['../x', '/x', 'a//b', 'a/./b', 'a/../../x', 'a\\..\\x', 'C:x', 'a\0b', ''])(
    'where bundles have the file %j',
    async (name) => {
      writeBundles();
      const file = at('bundle', PART_FILE);
      const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
      manifest.bundles.en.files = { [name]: [0, 1] };
      fs.writeFileSync(file, JSON.stringify(manifest));
      expect(isPlainPath(name)).toBe(false);
      expect(await errorOf()).toContain(`the file ${JSON.stringify(name)} has no plain name`);
    },
  );

  it('with everything that is wrong at once', async () => {
    fs.truncateSync(at('1-of-3', PACK), 3);
    fs.rmSync(at('2-of-3', PACK));
    expect((await errorOf()).split('\n')).toHaveLength(2);
  });
});

describe('what parts were made from', () => {
  async function stateError(here: Partial<PartState>): Promise<string> {
    const parts = await readParts([root]);
    try {
      checkStates(parts, { ...STATE, ...here });
    } catch (error) {
      expect(error).toBeInstanceOf(ArtifactError);
      return (error as Error).message.replaceAll(`${root}${path.sep}`, '');
    }
    return '';
  }

  it('is what is here', async () => {
    writeAll();
    writeBundles();
    expect(await stateError({})).toBe('');
  });

  it.each<[string, Partial<PartState>, string]>([
    ['version of ours', { version: '0.9.0' }, 'version 0.9.0 of this program, not 1.0.0'],
    ['version of Node.js', { node: 'v22.0.0' }, 'Node.js v22.0.0, not v20.0.0'],
    ['commit', { commit: 'b'.repeat(40) }, 'commit bbbbbbbbbbbb, not aaaaaaaaaaaa'],
    ['document', { documents: 'others' }, 'other documents'],
    ['languages', { options: '{"locale":["de"]}' }, 'options {"locale":["de"]}, not {}'],
    [
      'configuration',
      { configuration: { 'package.json': 'other', 'package-lock.json': 'three' } },
      'other contents of package.json, package-lock.json, sidebars.ts',
    ],
  ])('is not another %s', async (_, state, reason) => {
    for (const number of [1, 3]) writeShard({ number, of: 3 });
    writeShard({ number: 2, of: 3 }, { state: { ...STATE, ...state } });
    const message = await stateError({});
    expect(message).toMatch(/^2-of-3, shard 2\/3, was made from something else: /);
    expect(message).toContain(reason);
    expect(message).toMatch(/Run ".*build.*--shard 2\/3" again, in the same state/);
    expect(message.split('\n')).toHaveLength(1);
  });

  it('is named for each part where all of them are of another commit', async () => {
    writeAll();
    expect((await stateError({ commit: 'c' })).split('\n')).toHaveLength(3);
  });

  it('may be other documents and commits for bundles, but no other code', async () => {
    writeShard({ number: 1, of: 1 });
    writeBundles(at('bundle'), { ...STATE, documents: 'others', commit: 'other' });
    expect(await stateError({})).toBe('');
    writeBundles(at('bundle'), { ...STATE, code: 'other' });
    expect(await stateError({})).toMatch(
      /^bundle, the bundles, .*other files of the site\. Run ".*bundle"/,
    );
  });

  it('is the same site for all shards, as Docusaurus has loaded it', async () => {
    for (const number of [1, 2]) writeShard({ number, of: 3 });
    writeShard({ number: 3, of: 3 }, { site: 'another' });
    expect(await stateError({})).toMatch(
      /^3-of-3, shard 3\/3, was rendered with other code or another configuration than shard 1\/3 \(en\)/,
    );
  });
});
