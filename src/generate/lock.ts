import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { readIfThere } from '../document/read-if-there.ts';
import { explainWriteError } from './files.ts';
import { type Holder, held, isHere, parseHolder, stateOf, thisProcess } from './holder.ts';
import { LAYOUT } from './layout.ts';

/** Another run holds the lock and does not release it. */
export class LockedError extends Error {}

/** The right to write generated files, and to run Docusaurus on them. */
export interface Lock {
  /** The token that a child process passes to `joinLock`. */
  readonly token: string;
  /** False if somebody deleted the lock, or took it over as stale. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

export interface LockOptions {
  /** The command of this run, shown to those who wait for it. */
  readonly command: string;
  /** Called once before waiting, with the current holder. */
  readonly onWait?: (holder: Holder) => void;
  /** Milliseconds after which waiting ends. */
  readonly limit?: number;
  /** Milliseconds without a heartbeat after which a holder on another machine counts as dead. */
  readonly silence?: number;
}

const RETRY_MS = 50;
const LIMIT_MS = 15 * 60_000;
/** How often a holder updates its heartbeat, and how often others check it. */
const BEAT_MS = 5_000;
const SILENCE_MS = 60_000;
/** A command that runs until it is stopped: nobody waits for it. */
const ENDLESS = 'start';

/**
 * Allows one run at a time in a checkout: a second one waits for the first.
 *
 * The lock is a folder with a file in it, `<token>.json`, that describes the holder. It is created atomically
 * by renaming, which fails if a non-empty folder exists. A stale lock is removed by deleting the file with
 * that token: if somebody else has taken the lock meanwhile, its token is another one.
 *
 * @throws LockedError if the limit is reached, or the holder is `start`; WriteError.
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
 * The lock of the parent process.
 *
 * @throws LockedError if it no longer holds it.
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
  /** Undefined if the file is damaged. */
  readonly holder?: Holder;
  /** Changes with each heartbeat. */
  readonly beat: number;
}

/** @returns undefined if the lock is free. */
async function holderOf(folder: string): Promise<Current | undefined> {
  try {
    const [name] = await fs.readdir(folder);
    if (name === undefined) {
      // Just released, or left by a release that was killed. Windows cannot rename a folder over it.
      await fs.rmdir(folder);
      return undefined;
    }
    const file = path.join(folder, name);
    const [text, { mtimeMs }] = await Promise.all([fs.readFile(file, 'utf8'), fs.stat(file)]);
    return { file, holder: parseHolder(text), beat: mtimeMs };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A file: the lock of earlier versions.
    if (code === 'ENOTDIR') await fs.rm(folder, { force: true });
    else if (code !== 'ENOENT' && code !== 'ENOTEMPTY' && code !== 'EEXIST')
      throw explainWriteError(error);
    return undefined;
  }
}

/** How often creating the folder may fail without a visible holder. */
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
    // Windows has no specific error code for it.
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
      // Not if another run already has it.
      await fs.rmdir(folder).catch(() => {});
    },
  };
}

/** Removes folders that killed runs prepared and never put in place. */
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
