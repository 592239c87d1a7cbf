import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { loadDocument } from '../document/load.ts';
import { planPages } from '../slices/plan.ts';
import { buildSlices } from '../slices/slices.ts';
import { mapLimit } from './files.ts';
import { type Commit, fileAt, historyOf } from './git.ts';
import type { ManifestApi } from './layout.ts';

/**
 * Limits on the versions of a document that are read, and on their total characters: large ones take seconds
 * each.
 */
const MOST_VERSIONS = 30;
const MOST_TEXT = 10_000_000;
/** git processes that run at the same time. */
const GIT_AT_ONCE = 8;

/**
 * When the pages of an API last changed, by page id, in seconds: earlier versions of the document are cut
 * into slices as well, and a page gets the date of the commit since which its slice has not changed. The same
 * history always gives the same dates.
 *
 * A page has no date if its last change is older than the versions that are read, or if its document is not
 * in the repository or has uncommitted changes.
 */
export async function pageDates(root: string, api: ManifestApi): Promise<Map<string, number>> {
  const dates = new Map<string, number>();
  const { sources } = api;
  if (!sources) return dates;
  const { commits, isWhole } = await historyOf(root, sources.files, MOST_VERSIONS);
  let newer = commits[0] && (await versionAt(root, api, commits[0]));
  let text = newer?.length ?? 0;
  for (const [at, { time }] of commits.entries()) {
    const next = commits[at + 1];
    if (!newer || newer.hashes.size === 0) break;
    if (next && text + newer.length > MOST_TEXT) break;
    const older = next && (await versionAt(root, api, next));
    // Not the very first change, but one before which the history is unknown.
    if (!older && (next || !isWhole)) break;
    for (const [page, hash] of newer.hashes) {
      if (!dates.has(page) && older?.hashes.get(page) !== hash) dates.set(page, time);
    }
    text += older?.length ?? 0;
    newer = older && { ...older, hashes: undated(newer.hashes, older.hashes, dates) };
  }
  return dates;
}

/** The pages without a date so far, as they are in all versions up to here. */
function undated(
  newer: ReadonlyMap<string, string>,
  older: ReadonlyMap<string, string>,
  dates: ReadonlyMap<string, number>,
): ReadonlyMap<string, string> {
  return new Map([...newer].filter(([page]) => !dates.has(page) && older.has(page)));
}

interface Version {
  /** Page id to a hash that identifies the page's content. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Of its text. */
  readonly length: number;
}

/** @returns undefined if a file did not exist, or no document could be built from it. */
async function versionAt(
  root: string,
  { id, sources }: ManifestApi,
  { id: commit }: Commit,
): Promise<Version | undefined> {
  if (!sources) return undefined;
  const { options, files, ...input } = sources;
  const texts = await mapLimit(files, (file) => fileAt(root, file, commit), GIT_AT_ONCE);
  const scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'openapi-reference-site-'));
  // Deep enough for files above the project's folder.
  const up = Math.max(
    0,
    ...files.map((file) => file.split('/').filter((part) => part === '..').length),
  );
  const cwd = path.join(scratch, ...Array.from({ length: up }, () => 'folder'));
  try {
    let length = 0;
    for (const [at, file] of files.entries()) {
      const text = texts[at];
      if (text === undefined) return undefined;
      length += text.length;
      await fs.mkdir(path.dirname(path.join(cwd, file)), { recursive: true });
      await fs.writeFile(path.join(cwd, file), text);
    }
    const loaded = await loadDocument({ ...input, cwd, structure: false });
    if (!loaded.document) return undefined;
    const { plan } = planPages(loaded.document, id, options);
    const slices = buildSlices(loaded.document, plan);
    return { hashes: new Map(slices.map(({ page, hash }) => [page.id, hash])), length };
  } finally {
    await fs.rm(scratch, { recursive: true, force: true });
  }
}
