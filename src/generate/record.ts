import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';
import { isGeneratedName } from '../address/files.ts';
import { readIfThere } from '../document/read-if-there.ts';
import type { Problem } from '../problems/problem.ts';
import { writeWhole } from './files.ts';
import { LAYOUT } from './layout.ts';

/** Size in bytes, modification time in milliseconds and hash of a file as it was written. */
export type Stamp = readonly [size: number, modified: number, hash: string];

/** The files of the last run and its inputs: no other file is ever overwritten or removed. */
export interface GeneratedRecord {
  /** Hash of all inputs; undefined if there is none (documents from the network). */
  readonly key?: string;
  /** Local input files: paths relative to the project's folder, with `/`. */
  readonly inputs: readonly string[];
  readonly problems: readonly Problem[];
  /** Path relative to the project's folder, with `/`, to what was written. */
  readonly files: { readonly [path: string]: Stamp };
  /** The files of each API, by its id: a run for some APIs leaves those of all others alone. */
  readonly apis: { readonly [id: string]: readonly string[] };
}

const EMPTY: GeneratedRecord = { inputs: [], problems: [], files: {}, apis: {} };

/** @returns an empty record if there is none, or it cannot be read. */
export async function readRecord(root: string): Promise<GeneratedRecord> {
  const text = await readIfThere(path.join(root, LAYOUT.record));
  try {
    const record = JSON.parse(text ?? '');
    if (typeof record?.files !== 'object' || record.files === null) return EMPTY;
    const files = Object.entries(record.files).filter(([file]) => isOwnName(file));
    return { ...EMPTY, ...record, files: Object.fromEntries(files) };
  } catch {
    return EMPTY;
  }
}

export async function writeRecord(root: string, record: GeneratedRecord): Promise<void> {
  await writeWhole(root, LAYOUT.record, `${JSON.stringify(record)}\n`);
}

/** A damaged record must not lead to files with other names than generated ones. */
export function isOwnName(file: string): boolean {
  const normal = path.posix.normalize(file);
  if (path.posix.isAbsolute(normal)) return false;
  return normal.startsWith('.reference/') || isGeneratedName(normal);
}

/** Whether a file is not in the project's folder: in docs beside it. */
export function isOutside(file: string): boolean {
  return path.posix.normalize(file).startsWith('../');
}

/**
 * Synchronous: for thousands of files, handing each call to another thread takes longer.
 *
 * @param hash Of the file's content, as it was written.
 * @returns undefined if the file does not exist.
 */
export function stampOf(file: string, hash: string): Stamp | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && [found.size, found.mtimeMs, hash];
}

/** Whether a written file still exists and has not changed. */
export function isUntouched(file: string, stamp: Stamp): boolean {
  const now = stampOf(file, stamp[2]);
  return now?.[0] === stamp[0] && now[1] === stamp[1];
}

export function hashOf(content: string): string {
  return createHash('sha1').update(content).digest('base64url');
}
