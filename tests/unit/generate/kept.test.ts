import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf, readKept, writeKept } from '../../../src/generate/kept.ts';

const KEY = hashOf('what it is made of');

let folder: string;
let file: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kept-'));
  file = path.join(folder, 'below', 'file.gz');
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const replace = (from: string, to: string): void =>
  fs.writeFileSync(file, gzipSync(gunzipSync(fs.readFileSync(file)).toString().replace(from, to)));

describe('what is kept', () => {
  it.each(['', 'a line', 'two\nlines\n', '{"a":"ä"}', 'x'.repeat(100_000)])('is %j', (content) => {
    writeKept(file, KEY, content);
    expect(readKept(file, KEY)).toBe(content);
    expect(fs.readdirSync(path.dirname(file))).toEqual(['file.gz']);
  });

  it.each<[string, () => void]>([
    ['is gone', () => fs.rmSync(file)],
    ['is empty', () => fs.truncateSync(file)],
    ['is cut off', () => fs.truncateSync(file, 30)],
    ['is something else', () => fs.writeFileSync(file, '[]')],
    ['has another content', () => replace('content', 'Content')],
    ['has another key', () => replace(KEY, hashOf('other'))],
  ])('is not used where the file %s', (_, damage) => {
    writeKept(file, KEY, 'the content');
    damage();
    expect(readKept(file, KEY)).toBeUndefined();
  });

  it('is of the key that was asked for', () => {
    writeKept(file, KEY, 'the content');
    expect(readKept(file, hashOf('other'))).toBeUndefined();
  });

  it('is nothing where it cannot be written', () => {
    fs.writeFileSync(path.join(folder, 'below'), 'a file');
    writeKept(file, KEY, 'the content');
    expect(readKept(file, KEY)).toBeUndefined();
  });
});
