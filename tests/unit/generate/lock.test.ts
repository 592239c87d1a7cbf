import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Holder, thisProcess } from '../../../src/generate/holder.ts';
import { LAYOUT } from '../../../src/generate/layout.ts';
import {
  joinLock,
  LockedError,
  type LockOptions,
  shown,
  withLock,
} from '../../../src/generate/lock.ts';

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'lock-'));
});
afterEach(() => fs.rmSync(root, { recursive: true }));

const lock = (): string => path.join(root, LAYOUT.lock);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Runs something under the lock, and tells whom it waited for. */
async function locked<Result>(
  run: () => Promise<Result>,
  options: Partial<LockOptions> = {},
): Promise<{ result: Result; waited: string[] }> {
  const waited: string[] = [];
  const onWait = (holder: Holder): number => waited.push(shown(holder));
  const result = await withLock(root, { command: 'generate', onWait, ...options }, run);
  return { result, waited };
}

/** Leaves a lock behind, as of a holder that did not release it. */
function leave(holder: Partial<Holder>): void {
  const whole = { ...thisProcess('left', 'build'), ...holder };
  fs.mkdirSync(lock(), { recursive: true });
  fs.writeFileSync(path.join(lock(), 'left.json'), JSON.stringify(whole));
}

/** A process that has ended, and one that runs until it is killed. */
const ended = spawnSync(process.execPath, ['-e', '']).pid;
const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
afterAll(() => other.kill('SIGKILL'));
const ticksOf = (pid: number): string | undefined =>
  fs.existsSync(`/proc/${pid}/stat`)
    ? fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19]
    : undefined;

it('lets one run in at a time, and tells whom the others wait for', async () => {
  let inside = 0;
  let most = 0;
  const runs = Array.from({ length: 5 }, () =>
    locked(async () => {
      inside += 1;
      most = Math.max(most, inside);
      await pause(20);
      inside -= 1;
    }),
  );
  const waited = (await Promise.all(runs)).flatMap((run) => run.waited);
  expect(most).toBe(1);
  expect(new Set(waited)).toEqual(new Set([`"generate" (process ${process.pid})`]));
  expect(fs.readdirSync(path.dirname(lock()))).toEqual([]);
});

const isLinux = process.platform === 'linux';

describe('takes over from', () => {
  it.each<[string, Partial<Holder>]>([
    ['a process that is gone', { pid: ended, ticks: '1' }],
    ...(isLinux
      ? ([
          ['an earlier process with the id of this one', { ticks: '1' }],
          ['an earlier process with the id of another one', { pid: other.pid, ticks: '1' }],
          ['a run before the machine was started', { pid: other.pid, boot: 'earlier' }],
        ] as [string, Partial<Holder>][])
      : [['an earlier process with the id of this one', {}] as [string, Partial<Holder>]]),
  ])('%s, at once', async (_name, holder) => {
    leave(holder);
    expect(await locked(async () => 'done')).toEqual({ result: 'done', waited: [] });
  });

  it.runIf(isLinux)('a process whose id is now that of a thread', async () => {
    const thread = Number(
      fs.readdirSync('/proc/self/task').find((id) => Number(id) !== process.pid),
    );
    // The system says that it is there, as of a process.
    expect(process.kill(thread, 0)).toBe(true);
    leave({ pid: thread, ticks: '1' });
    expect(await locked(async () => 'done')).toEqual({ result: 'done', waited: [] });
  });

  it('a run on another machine that gives no sign of life', async () => {
    leave({ host: 'another', pid: other.pid });
    const { waited } = await locked(async () => {}, { silence: 200 });
    expect(waited).toEqual([`"build" (process ${other.pid} on another)`]);
  });

  it('what an earlier version left, or what cannot be understood', async () => {
    fs.mkdirSync(path.dirname(lock()), { recursive: true });
    fs.writeFileSync(lock(), `${other.pid}\n`);
    await locked(async () => {});
    fs.mkdirSync(lock());
    fs.writeFileSync(path.join(lock(), 'half.json'), '{ "pid":');
    await locked(async () => {}, { silence: 200 });
    fs.mkdirSync(lock());
    await locked(async () => {});
    expect(fs.readdirSync(path.dirname(lock()))).toEqual([]);
  });
});

describe('waits for', () => {
  it('another process, and gives up after the limit', async () => {
    leave({ pid: other.pid, ticks: ticksOf(other.pid ?? 0) });
    await expect(locked(async () => {}, { limit: 100 })).rejects.toThrow(
      new RegExp(`^"build" \\(process ${other.pid}\\) has held \\.reference/lock for more than`),
    );
    expect(fs.readdirSync(lock())).toEqual(['left.json']);
  });

  it('one on another machine as long as that gives signs of life', async () => {
    leave({ host: 'another' });
    const file = path.join(lock(), 'left.json');
    const beats = setInterval(() => fs.utimesSync(file, new Date(), new Date()), 20);
    await expect(locked(async () => {}, { silence: 300, limit: 900 })).rejects.toThrow(LockedError);
    clearInterval(beats);
  });

  it.each(['generate', 'build', 'start'])('no "start": "%s" says so', async (command) => {
    leave({ pid: other.pid, ticks: ticksOf(other.pid ?? 0), command: 'start' });
    await expect(locked(async () => {}, { command })).rejects.toThrow(
      `"start" (process ${other.pid}) is running in this folder`,
    );
  });
});

it('takes nothing away from a third run that was faster', async () => {
  for (let time = 0; time < 5; time += 1) {
    leave({ pid: ended, ticks: '1' });
    let inside = 0;
    const all = Array.from({ length: 8 }, () =>
      locked(async () => {
        inside += 1;
        expect(inside).toBe(1);
        await new Promise(setImmediate);
        inside -= 1;
      }),
    );
    await Promise.all(all);
  }
});

it('covers the processes that its holder starts, and no others', async () => {
  await withLock(root, { command: 'build' }, async (held) => {
    expect(await (await joinLock(root, held.token)).isHeld()).toBe(true);
    await expect(joinLock(root, 'another')).rejects.toThrow(LockedError);
    fs.rmSync(lock(), { recursive: true });
    expect(await held.isHeld()).toBe(false);
  });
});

it('is free again after a failure', async () => {
  await expect(locked(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect((await locked(async () => 'done')).result).toBe('done');
});
