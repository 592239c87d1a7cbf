import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareDocuments } from '../../../src/changes/compare.ts';
import { loadDocument } from '../../../src/document/load.ts';
import { HistoryError, parseStored, parseVersions } from '../../../src/history/check.ts';
import { formatRanges, parseRanges } from '../../../src/history/ranges.ts';
import { storedText } from '../../../src/history/stored.ts';
import { ROOT } from '../../support/site.ts';

async function documentOf(version: string) {
  const file = path.join(import.meta.dirname, 'versions', `${version}.yaml`);
  const { document } = await loadDocument({ document: file, cwd: ROOT });
  if (!document) throw new Error(`${version} cannot be read`);
  return document;
}

describe('a stored file', () => {
  test('has a line for each change, and says the same when it is read', async () => {
    const changes = compareDocuments(await documentOf('1.1'), await documentOf('2.0'));
    const text = storedText({ from: '1.1', to: '2.0', changes, pages: [] });
    await expect(text).toMatchFileSnapshot('snapshot/1.1..2.0.json');
    const read = parseStored(text, 'x.json');
    expect(storedText(read)).toBe(text);
    expect(
      read.changes.map(({ kind, place, operations }) => ({ kind, place, operations })),
    ).toEqual(changes.map(({ kind, place, operations }) => ({ kind, place, operations })));
    const pointers = (all: typeof changes) =>
      all.map(({ before, after }) => [before?.pointer, after?.pointer]);
    expect(pointers([...read.changes])).toEqual(pointers(changes));
  });

  test('of this project can be read', () => {
    const folder = path.join(ROOT, 'openapi/authentik.changes');
    const read = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8');
    const versions = parseVersions(read('versions.json'), 'versions.json');
    expect(versions.length).toBeGreaterThan(4);
    for (const [at, { version }] of versions.entries()) {
      const before = versions[at + 1]?.version;
      if (before === undefined) continue;
      const name = `${before}..${version}.json`;
      expect(parseStored(read(name), name).changes.length).toBeGreaterThan(100);
    }
  });
});

const GOOD = {
  format: 1,
  from: '1',
  to: '2',
  operations: ['GET /a'],
  groups: [{ operations: { none: '0' }, changes: [{ kind: 'operation-added', at: '@' }] }],
  pages: [],
};

describe('a file that somebody has edited', () => {
  test.each([
    ['not JSON', '{', 'a.json: This is not JSON:'],
    ['another format', { ...GOOD, format: 2 }, 'a.json: "format" is 2, and this version reads 1.'],
    ['no groups', { ...GOOD, groups: undefined }, 'a.json: "groups" is not a list.'],
    [
      'a version that leads out of the folder',
      { ...GOOD, from: '../1' },
      'a.json: "from" has a value that it cannot have: "../1".',
    ],
    [
      'an unknown action',
      { ...GOOD, groups: [{ changes: [{ kind: 'operation-painted' }] }] },
      'a.json: "groups[0].changes[0].kind" has a value that it cannot have: "operation-painted".',
    ],
    [
      'an address that leads out of the site',
      { ...GOOD, pages: [{ id: '../x', kind: 'tag', title: 'X', key: 'X' }] },
      'a.json: "pages[0].id" has a value that it cannot have: "../x".',
    ],
  ])('with %s is an error with the fix', (_, content, message) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    expect(() => parseStored(text, 'a.json')).toThrow(HistoryError);
    expect(() => parseStored(text, 'a.json')).toThrow(message);
    expect(() => parseStored(text, 'a.json')).toThrow(
      'Remove the file, and compare the versions again.',
    );
  });

  test.each([
    [{ versions: [{ version: '1' }, { version: '1' }] }, '"versions[1]" is there twice.'],
    [{ versions: [{ version: '1', date: 'today' }] }, '"versions[0].date" has a value'],
    [{}, '"versions" is not a list.'],
  ])('with the versions %j is an error', (content, message) => {
    expect(() => parseVersions(JSON.stringify(content), 'versions.json')).toThrow(message);
  });
});

describe('ranges', () => {
  test.each([
    [[], ''],
    [[3], '3'],
    [[1, 2, 3, 7], '1-3,7'],
    [[7, 3, 2, 1, 3], '1-3,7'],
  ])('of %j are %s', (numbers, text) => {
    expect(formatRanges(numbers)).toBe(text);
    if (numbers.length > 0)
      expect(parseRanges(text, 10)).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });

  test('never go beyond the list, whatever they say', () => {
    expect(parseRanges('0-999999999999,-4,x,2-1', 3)).toEqual([0, 1, 2]);
  });
});
