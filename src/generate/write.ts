import fs from 'node:fs/promises';
import path from 'node:path';
import { isSliceFile } from '../address/files.ts';
import { readIfThere } from '../document/read-if-there.ts';
import { BANNER_TEXT } from '../upstream/banner.ts';
import { explainWriteError, mapLimit, UNFINISHED, writeWhole } from './files.ts';
import { LAYOUT } from './layout.ts';
import {
  type GeneratedRecord,
  hashOf,
  isOutside,
  isOwnName,
  isUntouched,
  readRecord,
  type Stamp,
  stampOf,
  writeRecord,
} from './record.ts';

/** The changes of a run to files, by path. */
export interface Changes {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/** A hand-written file is where a page must go. */
export class FileInTheWay extends Error {
  constructor(
    readonly file: string,
    readonly page: string,
  ) {
    super(`${file} is in the way of the page of ${page} and was not generated. Move or rename it.`);
  }
}

/** What remains to be done once a run has decided the content of the folder. */
interface Pending {
  /** Files in the staging folder. */
  readonly moves: readonly string[];
  readonly removes: readonly string[];
  /** All generated files after that: stamps of those that stay, hashes of those that move. */
  readonly files: { readonly [file: string]: Stamp | string };
  /** The rest of the record. */
  readonly made: Omit<GeneratedRecord, 'files'>;
}

/**
 * Brings the generated files up to date: new and changed ones are written, unchanged ones are left alone
 * (including their modification time), stale ones are removed. Files that were not generated are never
 * touched.
 *
 * All or nothing: changed files are staged first; then a list of the moves and removals appears atomically,
 * and is carried out. A run killed before the list leaves the folder unchanged; one killed after it is
 * completed by the next run.
 *
 * @param wanted Path from `root`, with `/`, to content.
 * @param made The record of this run, without its files.
 * @param subjectOf The subject of a page, for messages.
 * @param isKept Recorded files that stay as they are, though they are not wanted.
 * @throws FileInTheWay or WriteError; the folder is then unchanged.
 */
export async function writeFiles(
  root: string,
  wanted: ReadonlyMap<string, string>,
  made: Omit<GeneratedRecord, 'files'>,
  subjectOf: (file: string) => string,
  isKept: (file: string) => boolean = () => false,
): Promise<Changes> {
  try {
    const { files: recorded } = await readRecord(root);
    const judged = await mapLimit(wanted, ([file, content]) =>
      judge(root, file, content, recorded[file], () => subjectOf(file)),
    );
    const names = (isSame: boolean): string[] =>
      judged.filter(({ stamp }) => (stamp !== undefined) === isSame).map(({ file }) => file);
    const changes: Changes = {
      written: names(false),
      unchanged: names(true),
      removed: Object.keys(recorded).filter((file) => !wanted.has(file) && !isKept(file)),
    };
    const kept = Object.entries(recorded).filter(([file]) => !wanted.has(file) && isKept(file));
    await stage(root, changes.written, wanted);
    const files = [
      ...judged.map(({ file, stamp, hash }) => [file, stamp ?? hash] as const),
      ...kept,
    ].sort(([a], [b]) => (a < b ? -1 : 1));
    const pending: Pending = {
      moves: changes.written,
      removes: changes.removed,
      files: Object.fromEntries(files),
      made,
    };
    await writeWhole(root, LAYOUT.pending, JSON.stringify(pending));
    await finishPending(root);
    return changes;
  } catch (error) {
    throw explainWriteError(error);
  }
}

interface Judged {
  readonly file: string;
  /** Of the content that it should have. */
  readonly hash: string;
  /** Set if that is its content. */
  readonly stamp?: Stamp;
}

/** @throws FileInTheWay if a file that was not generated is there. */
async function judge(
  root: string,
  file: string,
  content: string,
  recorded: Stamp | undefined,
  subject: () => string,
): Promise<Judged> {
  const hash = hashOf(content);
  const full = path.join(root, file);
  if (recorded?.[2] === hash && isUntouched(full, recorded)) return { file, hash, stamp: recorded };
  const current = await readIfThere(full);
  if (current === content) return { file, hash, stamp: stampOf(full, hash) };
  if (current === undefined || recorded || isGenerated(file, current)) return { file, hash };
  throw new FileInTheWay(file, subject());
}

/** A file whose record was lost (`.reference` deleted) is still recognized by its content. */
function isGenerated(file: string, content: string): boolean {
  if (file.startsWith('.reference/')) return true;
  return isSliceFile(file)
    ? content.includes('"x-page"')
    : file.endsWith('.json') || content.includes(BANNER_TEXT);
}

/** Outside of the project's folder, the content also has to say that a file was generated. */
async function isOurs(root: string, file: string): Promise<boolean> {
  if (!isOwnName(file)) return false;
  if (!isOutside(file)) return true;
  const current = await readIfThere(path.join(root, file));
  return current === undefined || isGenerated(file, current);
}

/** Where a file waits for its move; all of them in one folder. */
function stagedFile(staging: string, file: string): string {
  return path.join(staging, file.replaceAll(/(?<=^|\/)\.\.(?=\/)/g, '(parent)'));
}

async function stage(
  root: string,
  files: readonly string[],
  contents: ReadonlyMap<string, string>,
): Promise<void> {
  const staging = path.join(root, LAYOUT.staging);
  await fs.rm(staging, { recursive: true, force: true });
  for (const file of files) {
    const staged = stagedFile(staging, file);
    await fs.mkdir(path.dirname(staged), { recursive: true });
    await fs.writeFile(staged, contents.get(file) ?? '');
  }
  // Anything that can make a move fail fails here, before the first move.
  for (const folder of new Set(files.map((file) => path.join(root, path.dirname(file))))) {
    await fs.mkdir(folder, { recursive: true });
    await fs.access(folder, fs.constants.W_OK);
  }
}

/** Finishes an interrupted run, if there was one. Idempotent; safe to kill at any point. */
export async function finishPending(root: string): Promise<void> {
  const list = path.join(root, LAYOUT.pending);
  const staging = path.join(root, LAYOUT.staging);
  const text = await readIfThere(list);
  if (text !== undefined) {
    const { moves, removes, files, made } = JSON.parse(text) as Pending;
    for (const file of moves) if (await isOurs(root, file)) await move(root, staging, file);
    for (const file of removes) if (await isOurs(root, file)) await removeFile(root, file);
    await writeRecord(root, { ...made, files: stampAll(root, files) });
    await fs.rm(list, { force: true });
  }
  await fs.rm(staging, { recursive: true, force: true });
  for (const file of [LAYOUT.record, LAYOUT.pending, LAYOUT.live])
    await fs.rm(path.join(root, file + UNFINISHED), { force: true });
}

async function move(root: string, staging: string, file: string): Promise<void> {
  const target = path.join(root, file);
  await fs.mkdir(path.dirname(target), { recursive: true });
  await fs.rename(stagedFile(staging, file), target).catch((error) => {
    // Already moved by the interrupted run.
    if (error.code !== 'ENOENT') throw error;
  });
}

/** Removes files, and folders that are then empty. @param files Paths from `root`, with `/`. */
export async function removeFiles(root: string, files: readonly string[]): Promise<void> {
  for (const file of files) await removeFile(root, file);
}

async function removeFile(root: string, file: string): Promise<void> {
  await fs.rm(path.join(root, file), { force: true });
  // Removes emptied folders too, except for those at the top of the project.
  for (
    let folder = path.posix.dirname(file);
    folder.includes('/');
    folder = path.posix.dirname(folder)
  ) {
    try {
      await fs.rmdir(path.join(root, folder));
    } catch {
      break;
    }
  }
}

function stampAll(root: string, files: Pending['files']): GeneratedRecord['files'] {
  const result: { [file: string]: Stamp } = {};
  for (const [file, known] of Object.entries(files)) {
    const stamp = typeof known === 'string' ? stampOf(path.join(root, file), known) : known;
    if (stamp) result[file] = stamp;
  }
  return result;
}
