import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkOutDir, putInPlace } from '../../../src/cli/out-dir.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'out-dir-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

function make(name: string, ...files: string[]): string {
  const made = path.join(folder, name);
  fs.mkdirSync(made, { recursive: true });
  for (const file of files) fs.writeFileSync(path.join(made, file), name);
  return made;
}

describe('checkOutDir', () => {
  const root = make('project');

  it.each([
    ['the project', root],
    ['a folder around it', folder],
    ['the root of all folders', '/'],
  ])('refuses %s', async (_name, outDir) => {
    await expect(checkOutDir(root, outDir)).rejects.toThrow('holds the project itself');
  });

  it('refuses folders with something else in them', async () => {
    await expect(checkOutDir(root, make('notes', 'letter.txt'))).rejects.toThrow(
      'holds something else than a site',
    );
  });

  it('refuses files', async () => {
    const file = path.join(make('files', 'a.txt'), 'a.txt');
    await expect(checkOutDir(root, file)).rejects.toThrow('is no folder that can be read');
  });

  it.each([
    ['no folder yet', path.join(folder, 'new')],
    ['an empty folder', make('empty')],
    ['a former site', make('site', '404.html', 'index.html')],
    ['a folder whose name begins like the project', `${root}-site`],
  ])('takes %s', async (_name, outDir) => {
    await expect(checkOutDir(root, outDir)).resolves.toBeUndefined();
  });
});

describe('putInPlace', () => {
  it.each(['with', 'without'])('%s a site before', async (former) => {
    const outDir = path.join(folder, `place-${former}`, 'deep');
    if (former === 'with') make(`place-${former}/deep`, 'old.html');
    await putInPlace(make(`place-${former}/deep.partial`, 'index.html'), outDir);
    expect(fs.readdirSync(outDir)).toEqual(['index.html']);
    expect(fs.readdirSync(path.dirname(outDir))).toEqual(['deep']);
  });
});
