import fs from 'node:fs/promises';
import path from 'node:path';
import { LAYOUT } from './layout.ts';

/** Another run holds the lock for longer than one takes. */
export class LockedError extends Error {}

const RETRY_MS = 50;
/** So long a lock may stand empty. */
const EMPTY_MS = 5_000;
const LIMIT_MS = 120_000;

/**
 * Runs one generation of a folder at a time: a second one waits for the first. The lock is a file with
 * the id of the process that holds it; one whose process is gone counts for nothing.
 *
 * @param onWait Told once, before it waits, which process it waits for.
 * @throws LockedError after two minutes.
 */
export async function withLock<Result>(
  root: string,
  onWait: (holder: string) => void,
  run: () => Promise<Result>,
): Promise<Result> {
  const file = path.join(root, LAYOUT.lock);
  await fs.mkdir(path.dirname(file), { recursive: true });
  const start = Date.now();
  for (let waited = false; !(await take(file)); waited = true) {
    const holder = await holderOf(file);
    if (holder === undefined) {
      await takeAway(file);
      continue;
    }
    if (!waited) onWait(holder);
    if (Date.now() - start > LIMIT_MS) {
      throw new LockedError(
        `Another run (process ${holder}) holds ${LAYOUT.lock}. Wait for it to end; if there is none, delete the file.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  try {
    return await run();
  } finally {
    await fs.rm(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  try {
    await fs.writeFile(file, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** @returns the id of the process that holds the lock; undefined where it is gone. */
async function holderOf(file: string): Promise<string | undefined> {
  try {
    const holder = (await fs.readFile(file, 'utf8')).trim();
    if (holder !== '') return isRunning(Number(holder)) ? holder : undefined;
    // Between the file and what stands in it there is a moment, and a process can end in it.
    const { mtimeMs } = await fs.stat(file);
    return Date.now() - mtimeMs < EMPTY_MS ? '?' : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '?';
    throw error;
  }
}

/** Of several that find the holder gone, one takes its file away: a rename works once. */
async function takeAway(file: string): Promise<void> {
  const away = `${file}.gone`;
  await fs.rename(file, away).catch(() => {});
  const isFresh = (await holderOf(away)) !== undefined;
  // Another run was faster, and this is its lock: it gets it back.
  if (isFresh) await fs.rename(away, file).catch(() => {});
  else await fs.rm(away, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
