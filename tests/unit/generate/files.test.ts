import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { mapLimit } from '../../../src/generate/files.ts';
import { readInputs } from '../../../src/generate/input-key.ts';
import { writeFiles } from '../../../src/generate/write.ts';

afterEach(() => vi.restoreAllMocks());

const next = () => new Promise((resolve) => setImmediate(resolve));

it('mapLimit keeps the order and the limit', async () => {
  let now = 0;
  let most = 0;
  const results = await mapLimit(
    Array.from({ length: 50 }, (_, index) => index),
    async (item, index) => {
      now += 1;
      most = Math.max(most, now);
      for (let turn = 0; turn < item % 7; turn += 1) await next();
      now -= 1;
      return `${item} at ${index}`;
    },
    4,
  );
  expect(results).toEqual(Array.from({ length: 50 }, (_, index) => `${index} at ${index}`));
  expect(most).toBe(4);
  expect(await mapLimit([], async () => 1)).toEqual([]);
});

it('mapLimit begins nothing more after a failure', async () => {
  let begun = 0;
  const failing = mapLimit(
    Array.from({ length: 50 }),
    async () => {
      begun += 1;
      await next();
      throw new Error('no');
    },
    4,
  );
  await expect(failing).rejects.toThrow('no');
  await next();
  expect(begun).toBe(4);
});

it('files are read a limited number at once, whatever there are', async () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'files-'));
  const names = Array.from({ length: 300 }, (_, index) => `.reference/static/${index}.json`);
  const wanted = new Map(names.map((name) => [name, name]));
  const made = { inputs: [], problems: [], apis: {} };
  await writeFiles(root, wanted, made, () => '');
  // As after a clone: nothing is known about the files.
  fs.rmSync(path.join(root, '.reference/generated.json'));
  const { readFile } = fsPromises;
  let now = 0;
  let most = 0;
  vi.spyOn(fsPromises, 'readFile').mockImplementation((async (
    ...args: Parameters<typeof readFile>
  ) => {
    now += 1;
    most = Math.max(most, now);
    return readFile(...args).finally(() => {
      now -= 1;
    });
  }) as typeof readFile);
  expect((await writeFiles(root, wanted, made, () => '')).unchanged).toHaveLength(300);
  await readInputs(names.map((name) => path.join(root, name)));
  expect(most).toBeGreaterThan(10);
  expect(most).toBeLessThanOrEqual(64);
  fs.rmSync(root, { recursive: true });
});
