import { historyOf } from './git.ts';
import { KeptVersions } from './kept-versions.ts';
import type { ManifestApi } from './layout.ts';

/**
 * Limits on the versions of a document that are read, and on their total characters: large ones take seconds
 * each.
 */
const MOST_VERSIONS = 30;
const MOST_TEXT = 10_000_000;

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
  if (!commits[0]) return dates;
  const versions = await KeptVersions.of(root, api);
  let newer = await versions.at(commits[0]);
  let text = newer?.length ?? 0;
  for (const [at, { time }] of commits.entries()) {
    const next = commits[at + 1];
    if (!newer || newer.hashes.size === 0) break;
    if (next && text + newer.length > MOST_TEXT) break;
    const older = next && (await versions.at(next));
    // Not the very first change, but one before which the history is unknown.
    if (!older && (next || !isWhole)) break;
    for (const [page, hash] of newer.hashes) {
      if (!dates.has(page) && older?.hashes.get(page) !== hash) dates.set(page, time);
    }
    text += older?.length ?? 0;
    newer = older && { ...older, hashes: undated(newer.hashes, older.hashes, dates) };
  }
  versions.write();
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
