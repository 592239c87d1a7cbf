import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LAYOUT } from '../../../src/generate/layout.ts';
import { withLock } from '../../../src/generate/lock.ts';

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'lock-'));
});
afterEach(() => fs.rmSync(root, { recursive: true }));

const lock = (): string => path.join(root, LAYOUT.lock);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

it('lets one run in at a time, and tells whom the others wait for', async () => {
  const waited: string[] = [];
  let inside = 0;
  let most = 0;
  const runs = Array.from({ length: 5 }, () =>
    withLock(
      root,
      (holder) => waited.push(holder),
      async () => {
        inside += 1;
        most = Math.max(most, inside);
        await pause(20);
        inside -= 1;
      },
    ),
  );
  await Promise.all(runs);
  expect(most).toBe(1);
  expect(waited).toEqual(Array(4).fill(String(process.pid)));
  expect(fs.readdirSync(path.dirname(lock()))).toEqual([]);
});

it('takes over from a process that is gone', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  fs.mkdirSync(path.dirname(lock()), { recursive: true });
  fs.writeFileSync(lock(), `${pid}\n`);
  const waited: string[] = [];
  expect(
    await withLock(
      root,
      (holder) => waited.push(holder),
      async () => 'done',
    ),
  ).toBe('done');
  expect(waited).toEqual([]);
});

it('is free again after a failure', async () => {
  const failing = withLock(
    root,
    () => {},
    () => Promise.reject(new Error('no')),
  );
  await expect(failing).rejects.toThrow('no');
  expect(
    await withLock(
      root,
      () => {},
      async () => 'done',
    ),
  ).toBe('done');
});
