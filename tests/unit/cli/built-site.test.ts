import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isUpToDate, noteBuilt } from '../../../src/cli/built-site.ts';
import { LAYOUT } from '../../../src/generate/layout.ts';

const STATE = { bundled: 'bundled', all: 'all' };
let root: string;
let site: string;
const at = (file: string): string => path.join(site, file);

beforeEach(async () => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'built-'));
  site = path.join(root, 'build');
  fs.mkdirSync(at('guides'), { recursive: true });
  fs.writeFileSync(at('index.html'), '<p>');
  fs.writeFileSync(at('guides/index.html'), '<p>');
  await noteBuilt(root, site, STATE);
});
afterEach(() => fs.rmSync(root, { recursive: true }));

describe('a built site', () => {
  it('is up to date as long as nothing has changed', async () => {
    expect(await isUpToDate(root, site, STATE)).toBe(true);
  });

  it.each<[string, () => void]>([
    ['a page has changed', () => fs.writeFileSync(at('guides/index.html'), '<b>')],
    ['a page is gone', () => fs.rmSync(at('guides/index.html'))],
    ['there is a file more', () => fs.writeFileSync(at('more.txt'), '')],
    ['it is gone', () => fs.rmSync(site, { recursive: true })],
    ['what was noted is gone', () => fs.rmSync(path.join(root, LAYOUT.built))],
    ['what was noted is damaged', () => fs.truncateSync(path.join(root, LAYOUT.built), 20)],
  ])('is not where %s', async (_, change) => {
    change();
    expect(await isUpToDate(root, site, STATE)).toBe(false);
  });

  it('is not where it would be built from something else, or is another one', async () => {
    expect(await isUpToDate(root, site, { ...STATE, all: 'other' })).toBe(false);
    expect(await isUpToDate(root, path.join(root, 'out'), STATE)).toBe(false);
  });

  it('is remembered beside others, as long as these exist', async () => {
    const other = path.join(root, 'out');
    fs.mkdirSync(other);
    await noteBuilt(root, other, STATE);
    expect(await isUpToDate(root, site, STATE)).toBe(true);
    fs.rmSync(other, { recursive: true });
    await noteBuilt(root, site, STATE);
    const noted = JSON.parse(fs.readFileSync(path.join(root, LAYOUT.built), 'utf8'));
    expect(Object.keys(noted)).toEqual(['build']);
  });
});
