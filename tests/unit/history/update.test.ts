import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadDocument } from '../../../src/document/load.ts';
import { Network } from '../../../src/document/network.ts';
import { readStored } from '../../../src/history/read.ts';
import { folderSource } from '../../../src/history/sources/folder.ts';
import { gitSource } from '../../../src/history/sources/git.ts';
import { run } from '../../../src/history/sources/run.ts';
import type { Source } from '../../../src/history/sources/source.ts';
import { updateHistory } from '../../../src/history/update.ts';
import type { VersionChoice } from '../../../src/history/versions.ts';

const VERSIONS = path.join(import.meta.dirname, 'versions');

let root: string;

beforeEach(async () => {
  root = await fs.mkdtemp(path.join(os.tmpdir(), 'history-test-'));
  await fs.cp(VERSIONS, path.join(root, 'versions'), { recursive: true });
});

afterEach(() => fs.rm(root, { recursive: true, force: true }));

async function update(
  source: Source,
  steps: string[] = [],
  current = '2.0',
  choice: VersionChoice = {},
) {
  const file = path.join(VERSIONS, `${current}.yaml`);
  const { document } = await loadDocument({ document: file, cwd: root });
  if (!document) throw new Error('no document');
  return updateHistory({
    folder: path.join(root, 'changes'),
    source,
    choice,
    current: { version: current, date: '2026-01-02', document },
    reading: { root, network: new Network() },
    onStep: (step) => steps.push(step),
  });
}

const read = () => readStored(path.join(root, 'changes'), root);

describe('a folder of documents', () => {
  test('is compared version by version, once', async () => {
    const first = await update(folderSource(root, 'versions'));
    expect(first.written).toEqual(['1.1..2.0.json', '1.0..1.1.json', 'versions.json']);
    const stored = await read();
    expect(stored.versions.map(({ version }) => version)).toEqual(['2.0', '1.1', '1.0']);
    const kinds = (version: string) => stored.steps.get(version)?.changes.map(({ kind }) => kind);
    expect(kinds('1.1')).toEqual(['info-changed', 'maximum-decreased', 'property-added']);
    expect(kinds('2.0')).toEqual([
      'info-changed',
      'operation-removed',
      'parameter-removed',
      'deprecated-added',
      'operation-added',
      'deprecated-added',
    ]);
    const steps: string[] = [];
    const second = await update(folderSource(root, 'versions'), steps);
    expect(second.written).toEqual([]);
    expect(steps.filter((step) => step.startsWith('comparing'))).toEqual([]);
  });

  test('is not needed for what was compared', async () => {
    await update(folderSource(root, 'versions'));
    await fs.rm(path.join(root, 'versions/1.0.yaml'));
    await fs.rm(path.join(root, 'versions/1.1.yaml'));
    const { versions, written } = await update(folderSource(root, 'versions'));
    expect(written).toEqual([]);
    expect(versions.map(({ version }) => version)).toEqual(['2.0', '1.1', '1.0']);
  });

  test('need not have the document of the site, which is the newest version', async () => {
    await fs.rm(path.join(root, 'versions/2.0.yaml'));
    const { versions } = await update(folderSource(root, 'versions'));
    expect(versions[0]).toEqual({ version: '2.0', date: '2026-01-02' });
  });

  test('keeps dates that somebody has written into the list', async () => {
    await update(folderSource(root, 'versions'));
    const file = path.join(root, 'changes/versions.json');
    const text = await fs.readFile(file, 'utf8');
    await fs.writeFile(
      file,
      text.replace('"version":"1.1"', '"version":"1.1","date":"2025-05-01"'),
    );
    const { versions } = await update(folderSource(root, 'versions'));
    expect(versions[1]).toEqual({ version: '1.1', date: '2025-05-01' });
  });

  test('stores pages whose addresses are gone, with what to use instead', async () => {
    await update(folderSource(root, 'versions'));
    const { steps } = await read();
    expect(steps.get('2.0')?.pages).toEqual([
      {
        id: 'drop-anchor',
        kind: 'operation',
        title: 'Drop anchor',
        key: 'POST /anchors',
        note: 'listBoats',
      },
    ]);
  });

  test('that does not exist is an error that says what to do', async () => {
    await expect(update(folderSource(root, 'nowhere'))).rejects.toThrow(
      'There is no folder nowhere. Put the documents of versions there, each named after its version: nowhere/1.0.yaml.',
    );
  });

  test.each(['../../package', 'a..b', '1.0 (beta)', '2024/05'])(
    'has no version named %s, which would be written elsewhere or never be read again',
    async (version) => {
      const list = async () => [{ version, ref: '1.0.yaml' }];
      await expect(update({ ...folderSource(root, 'versions'), list })).rejects.toThrow(
        `"${version}" cannot be the name of a version`,
      );
      expect(await fs.readdir(root)).toEqual(['versions']);
    },
  );

  test('has one document for each version', async () => {
    await fs.writeFile(path.join(root, 'versions/1.0.json'), '{}');
    await expect(update(folderSource(root, 'versions'))).rejects.toThrow(
      'There are two documents of 1.0. Keep one.',
    );
  });

  test('of which one is gone that a new version has to be compared with: nothing is lost', async () => {
    const versions = path.join(root, 'versions');
    await fs.rm(path.join(versions, '2.0.yaml'));
    await update(folderSource(root, 'versions'), [], '1.1');
    const before = await fs.readFile(path.join(root, 'changes/versions.json'), 'utf8');
    await fs.rm(path.join(versions, '1.1.yaml'));
    await expect(update(folderSource(root, 'versions'))).rejects.toThrow(
      'The document of 1.1 is not there anymore',
    );
    expect(await fs.readFile(path.join(root, 'changes/versions.json'), 'utf8')).toBe(before);
  });

  test('has one version of each minor one, also when a later patch comes', async () => {
    const versions = path.join(root, 'versions');
    const choice = { minorOnly: true };
    await update(folderSource(root, 'versions'), [], '2.0', choice);
    await fs.copyFile(path.join(versions, '1.1.yaml'), path.join(versions, '1.1.1.yaml'));
    const later = await update(folderSource(root, 'versions'), [], '2.0', choice);
    expect(later.versions.map(({ version }) => version)).toEqual(['2.0', '1.1.1', '1.0']);
  });

  test('with a document that cannot be read names the version', async () => {
    await fs.writeFile(path.join(root, 'versions/1.1.yaml'), 'openapi: [');
    await expect(update(folderSource(root, 'versions'))).rejects.toThrow(
      'The document of 1.1 cannot be read:',
    );
  });
});

describe('git', () => {
  async function commit(version: string): Promise<void> {
    await fs.copyFile(path.join(VERSIONS, `${version}.yaml`), path.join(root, 'openapi.yaml'));
    await run('git', ['add', 'openapi.yaml'], root);
    const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
    await run('git', [...author, 'commit', '-m', version, '--date=2025-01-01'], root);
    await run('git', ['tag', `v${version}`], root);
  }

  beforeEach(async () => {
    await run('git', ['init', '--quiet'], root);
    for (const version of ['1.0', '1.1', '2.0']) await commit(version);
  });

  test.each(['v*', 'commits'])('has the versions of %s', async (pattern) => {
    const { versions, written } = await update(gitSource(root, 'openapi.yaml', pattern));
    expect(versions.map(({ version }) => version)).toEqual(['2.0', '1.1', '1.0']);
    expect(versions[0]?.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(written).toContain('1.0..1.1.json');
  });

  test.each([
    ['a number', 'openapi: 3.1.0\ninfo:\n  title: A\n  version: 1.10\npaths: {}\n', '1.10'],
    [
      'something else of that name',
      "x-tool: {version: '9'}\ninfo:\n  x-build:\n    version: '8'\n  # its own\n\n  version: '1.2'\npaths: {}\n",
      '1.2',
    ],
    ['a description', "info:\n  description: |\n    version: 7\n  version: '1.3'\n", '1.3'],
    ['JSON', '{"x": {"info": {"version": "6"}}, "info": {"version": "1.4"}}', '1.4'],
    ['no version', 'info: {title: A}\nversion: 5\n', undefined],
  ])('has the version of the document itself: %s', async (_, text, expected) => {
    await fs.writeFile(path.join(root, 'other.yaml'), text);
    await run('git', ['add', 'other.yaml'], root);
    const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
    await run('git', [...author, 'commit', '-m', 'other'], root);
    const versions = await gitSource(root, 'other.yaml', 'commits').list();
    expect(versions.map(({ version }) => version)).toEqual(
      expected === undefined ? [] : [expected],
    );
  });

  test('reads no links, which may lead anywhere', async () => {
    await fs.writeFile(path.join(root, 'secret.yaml'), 'openapi: 3.1.0');
    await fs.mkdir(path.join(root, 'api'));
    await fs.symlink(path.join(root, 'secret.yaml'), path.join(root, 'api/openapi.yaml'));
    await run('git', ['add', 'api'], root);
    const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
    await run('git', [...author, 'commit', '-m', 'link'], root);
    const source = gitSource(root, 'api/openapi.yaml', 'commits');
    const folder = await fs.mkdtemp(path.join(root, 'unpacked-'));
    expect(await source.document({ version: '1', ref: 'HEAD' }, folder)).toBe(undefined);
  });

  test('needs a place for the version in a pattern', async () => {
    await expect(update(gitSource(root, 'openapi.yaml', 'v'))).rejects.toThrow(
      'history.git "v" has no * for the version.',
    );
  });
});
