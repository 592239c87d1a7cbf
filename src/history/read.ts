import path from 'node:path';
import { readIfThere } from '../document/read-if-there.ts';
import { HistoryError, parseStored, parseVersions } from './check.ts';
import type { StoredChanges, StoredVersion } from './stored.ts';

/** What is stored of an API: its versions, and what changed from each to the next. */
export interface StoredHistory {
  /** The newest first. */
  readonly versions: readonly StoredVersion[];
  /** By the later version of each pair; not there for those that have not been compared. */
  readonly steps: ReadonlyMap<string, StoredChanges>;
  /** Absolute path to text of all files that were asked for; undefined for those that do not exist. */
  readonly files: ReadonlyMap<string, string | undefined>;
}

/** The list of versions, beside the changes. */
export const VERSIONS_FILE = 'versions.json';

/** Folder of the stored changes of an API, if its options name no other. */
export function defaultFolder(api: string): string {
  return `openapi/${api}.changes`;
}

/** Name of the file with the changes from one version to the next. */
export function stepFile(from: string, to: string): string {
  return `${from}..${to}.json`;
}

/**
 * Reads what is stored of an API. Nothing, if nothing has been compared.
 *
 * @param folder Absolute path.
 * @param root Files in messages are relative to it.
 * @throws HistoryError that names the file, what is wrong with it, and the fix.
 */
export async function readStored(folder: string, root: string): Promise<StoredHistory> {
  const files = new Map<string, string | undefined>();
  const read = async (name: string) => {
    const file = path.join(folder, name);
    const text = await readIfThere(file);
    files.set(file, text);
    return { text, file: path.relative(root, file).replaceAll(path.sep, '/') };
  };
  const list = await read(VERSIONS_FILE);
  const versions = list.text === undefined ? [] : parseVersions(list.text, list.file);
  const steps = new Map<string, StoredChanges>();
  for (const [at, { version: to }] of versions.entries()) {
    const from = versions[at + 1]?.version;
    if (from === undefined) continue;
    const { text, file } = await read(stepFile(from, to));
    if (text === undefined) continue;
    const stored = parseStored(text, file);
    if (stored.from !== from || stored.to !== to)
      throw new HistoryError(
        file,
        `It says that it is about ${stored.from} and ${stored.to}.`,
        'Rename it, or remove it and compare the versions again.',
      );
    steps.set(to, stored);
  }
  return { versions, steps, files };
}
