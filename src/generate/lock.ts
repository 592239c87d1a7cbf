import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { explainWriteError, readIfThere } from './files.ts';
import { type Holder, held, isHere, parseHolder, stateOf, thisProcess } from './holder.ts';
import { LAYOUT } from './layout.ts';

/** Another run holds the lock, and does not give it back. */
export class LockedError extends Error {}

/** The right to write generated files, and to let Docusaurus work with them. */
export interface Lock {
  /** What a child process needs to show that it is covered: see `joinLock`. */
  readonly token: string;
  /** False where somebody deleted the lock, or took it for one that was left behind. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

export interface LockOptions {
  /** What this run is, for those who wait for it. */
  readonly command: string;
  /** Called once before it waits, with who it waits for. */
  readonly onWait?: (holder: Holder) => void;
  /** Milliseconds after which it no longer waits. */
  readonly limit?: number;
  /** Milliseconds without a sign of life after which a holder on another machine counts as gone. */
  readonly silence?: number;
}

const RETRY_MS = 50;
const LIMIT_MS = 15 * 60_000;
/** How often a holder gives a sign of life, and how long others wait for one. */
const BEAT_MS = 5_000;
const SILENCE_MS = 60_000;
/** A command that runs until it is stopped: nobody waits for it. */
const ENDLESS = 'start';

/**
 * Allows one run at a time in a checkout: a second one waits for the first.
 *
 * The lock is a folder with a file in it, `<token>.json`, that says who holds it. It is put in place
 * whole, by renaming, which fails where a folder with something in it stands. One that was left behind is
 * taken away by deleting the file with that token: whoever else got the lock meanwhile has another token.
 *
 * @throws LockedError where the limit is reached, or the holder is `start`; WriteError.
 */
export async function takeLock(root: string, options: LockOptions): Promise<Lock> {
  const { onWait = () => {}, limit = LIMIT_MS, silence = SILENCE_MS } = options;
  const folder = path.join(root, LAYOUT.lock);
  const began = performance.now();
  const first = await holderOf(folder);
  let seen = { sign: signOf(first), since: began };
  let waitsFor: string | undefined;
  let failures = 0;
  for (let current = first; ; current = await holderOf(folder)) {
    if (!current) {
      const result = await tryToTake(folder, options.command);
      if (!(result instanceof Error)) return result;
      failures += 1;
      if (failures > TRIES) throw explainWriteError(result);
      continue;
    }
    failures = 0;
    const { file, holder } = current;
    const now = performance.now();
    const state = holder ? stateOf(holder) : 'elsewhere';
    const isNew = seen.sign !== signOf(current);
    if (isNew) seen = { sign: signOf(current), since: now };
    if (state === 'gone' || (state === 'elsewhere' && now - seen.since > silence)) {
      await fs.rm(file, { force: true });
      continue;
    }
    if (holder?.command === ENDLESS && (state === 'running' || (isNew && waitsFor === file)))
      throw new LockedError(whileStarted(holder, options.command));
    if (holder && waitsFor !== file) onWait(holder);
    waitsFor = file;
    if (now - began > limit) throw new LockedError(afterLimit(holder, limit));
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

function signOf(current: Current | undefined): string {
  return current ? `${current.file} ${current.beat}` : '';
}

/** `"build" (process 4711)` */
export function shown(holder: Holder): string {
  const { command, pid, host } = holder;
  return `"${command}" (process ${pid}${isHere(holder) ? '' : ` on ${host}`})`;
}

function afterLimit(holder: Holder | undefined, limit: number): string {
  const who = holder ? shown(holder) : 'Another run';
  return `${who} has held ${LAYOUT.lock} for more than ${Math.round(limit / 60_000)} minutes. Stop it, or wait until it has finished; if it is not running, delete ${LAYOUT.lock}.`;
}

function whileStarted(holder: Holder, command: string): string {
  const what =
    command === 'generate'
      ? 'and regenerates the pages whenever a document changes'
      : 'and uses the same generated files';
  return `${shown(holder)} is running in this folder ${what}. Stop it first, or run "${command}" in a copy of the folder.`;
}

/** Runs something while no other run does. */
export async function withLock<Result>(
  root: string,
  options: LockOptions,
  run: (lock: Lock) => Promise<Result>,
): Promise<Result> {
  const lock = await takeLock(root, options);
  try {
    return await run(lock);
  } finally {
    await lock.release();
  }
}

/**
 * The lock of the process that started this one.
 *
 * @throws LockedError where it no longer holds it.
 */
export async function joinLock(root: string, token: string): Promise<Lock> {
  const file = path.join(root, LAYOUT.lock, `${path.basename(token)}.json`);
  const lock: Lock = { token, isHeld: () => exists(file), release: async () => {} };
  if (await lock.isHeld()) return lock;
  throw new LockedError(
    `The process that started this one no longer holds ${LAYOUT.lock}. Run the command again.`,
  );
}

interface Current {
  readonly file: string;
  /** Undefined where the file cannot be understood. */
  readonly holder?: Holder;
  /** Changes with each sign of life. */
  readonly beat: number;
}

/** @returns undefined where the lock is free. */
async function holderOf(folder: string): Promise<Current | undefined> {
  try {
    const [name] = await fs.readdir(folder);
    if (name === undefined) {
      // Released a moment ago, or left behind by a release that was killed. Windows does not rename onto it.
      await fs.rmdir(folder);
      return undefined;
    }
    const file = path.join(folder, name);
    const [text, { mtimeMs }] = await Promise.all([fs.readFile(file, 'utf8'), fs.stat(file)]);
    return { file, holder: parseHolder(text), beat: mtimeMs };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A file: how earlier versions locked.
    if (code === 'ENOTDIR') await fs.rm(folder, { force: true });
    else if (code !== 'ENOENT' && code !== 'ENOTEMPTY' && code !== 'EEXIST')
      throw explainWriteError(error);
    return undefined;
  }
}

/** How often the folder may fail to be put in place with no other run to be seen. */
const TRIES = 100;

async function tryToTake(folder: string, command: string): Promise<Lock | Error> {
  const token = randomUUID();
  const ready = `${folder}.${token}`;
  held.add(token);
  try {
    await fs.mkdir(ready, { recursive: true });
    await fs.writeFile(
      path.join(ready, `${token}.json`),
      `${JSON.stringify(thisProcess(token, command))}\n`,
    );
    await fs.rename(ready, folder);
  } catch (error) {
    held.delete(token);
    await fs.rm(ready, { recursive: true, force: true }).catch(() => {});
    const isTaken = TAKEN.has((error as NodeJS.ErrnoException).code ?? '');
    // Windows has no code of its own for it.
    if (isTaken || (await exists(folder))) return error as Error;
    throw explainWriteError(error);
  }
  await removeUnused(folder);
  return lockOf(folder, token);
}

const TAKEN = new Set(['ENOTEMPTY', 'EEXIST', 'ENOTDIR']);

function lockOf(folder: string, token: string): Lock {
  const file = path.join(folder, `${token}.json`);
  const beat = setInterval(() => {
    const now = new Date();
    fs.utimes(file, now, now).catch(() => {});
  }, BEAT_MS);
  beat.unref();
  return {
    token,
    isHeld: () => exists(file),
    release: async () => {
      clearInterval(beat);
      await fs.rm(file, { force: true });
      held.delete(token);
      // Not where another run has it already.
      await fs.rmdir(folder).catch(() => {});
    },
  };
}

/** Folders that runs made ready and, being killed, never put in place. */
async function removeUnused(folder: string): Promise<void> {
  const prefix = `${path.basename(folder)}.`;
  for (const name of await fs.readdir(path.dirname(folder))) {
    if (!name.startsWith(prefix)) continue;
    const ready = path.join(path.dirname(folder), name);
    const text = await readIfThere(path.join(ready, `${name.slice(prefix.length)}.json`));
    const holder = text === undefined ? undefined : parseHolder(text);
    if (holder && stateOf(holder) === 'gone')
      await fs.rm(ready, { recursive: true, force: true }).catch(() => {});
  }
}

function exists(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}
