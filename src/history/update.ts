import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { compareDocuments } from '../changes/compare.ts';
import { loadDocument } from '../document/load.ts';
import type { Network } from '../document/network.ts';
import { jsonText } from '../json/text.ts';
import type { Document } from '../openapi/types.ts';
import { formatProblems } from '../problems/report.ts';
import { isVersion } from './check.ts';
import { formerPages } from './former-pages.ts';
import { readStored, stepFile, VERSIONS_FILE } from './read.ts';
import { type Source, SourceError, type SourceVersion } from './sources/source.ts';
import { type StoredVersion, storedText } from './stored.ts';
import { chosenVersions, minorOf, type VersionChoice } from './versions.ts';

/** What the documents of all versions are read with: as the API's own, so that only the API itself changes. */
export interface Reading {
  readonly root: string;
  /** Today's overlays: what they change is in every version, and so no change. */
  readonly overlays?: readonly string[];
  readonly refFolders?: readonly string[];
  readonly refHosts?: readonly string[];
  readonly showInternal?: boolean;
  readonly network: Network;
}

export interface Update {
  /** Absolute path of the folder with the stored changes. */
  readonly folder: string;
  readonly source: Source;
  readonly choice: VersionChoice;
  /** The document of the site, which is the newest version unless the source has it. */
  readonly current: {
    readonly version: string;
    readonly date: string;
    readonly document: Document;
  };
  readonly reading: Reading;
  readonly onStep: (step: string) => void;
}

export interface Updated {
  readonly versions: readonly StoredVersion[];
  /** Names of files that were written. */
  readonly written: readonly string[];
}

/**
 * Compares each version with the one before it, unless that has been done, and writes what changed into files.
 *
 * @throws SourceError or HistoryError, whose messages are for people.
 */
export async function updateHistory(update: Update): Promise<Updated> {
  const { folder, source, choice, current, reading, onStep } = update;
  const stored = await readStored(folder, reading.root);
  onStep('listing versions');
  const listed = chosenVersions(await source.list(), choice);
  const found = new Map(listed.map((one) => [one.version, one]));
  const own: SourceVersion = { version: current.version, date: current.date, ref: '' };
  const newest = found.has(own.version) || own.version === '' ? listed : [own, ...listed];
  checkNames(newest);
  const known = choice.minorOnly ? withoutMinors(stored.versions, newest) : stored.versions;
  const versions = mergedVersions(newest, known);
  const compared = new Set(known.map(({ version }) => version));
  const documents = new Documents(update, found);
  const written: string[] = [];
  const kept: StoredVersion[] = [];
  await fs.mkdir(folder, { recursive: true });
  let after: StoredVersion | undefined;
  let missing = 0;
  for (const version of versions) {
    const step = after && stored.steps.get(after.version);
    const isKnown = step?.from === version.version;
    // The oldest versions may not have had the document yet.
    if (!isKnown && !(await documents.has(version.version))) {
      // What is known of it must not get lost: this says what to do.
      if (compared.has(version.version)) await documents.of(version.version);
      missing += 1;
      if (missing > MISSES) break;
      continue;
    }
    missing = 0;
    kept.push(version);
    if (after && !isKnown) {
      const [one, other] = [await documents.of(version.version), await documents.of(after.version)];
      onStep(`comparing ${version.version} with ${after.version}`);
      const changes = compareDocuments(one, other);
      const pages = formerPages(one, other, changes);
      const file = stepFile(version.version, after.version);
      const text = storedText({ from: version.version, to: after.version, changes, pages });
      await fs.writeFile(path.join(folder, file), text);
      written.push(file);
    }
    if (after) documents.forget(after.version);
    after = version;
  }
  const text = versionsText(kept);
  if (stored.files.get(path.join(folder, VERSIONS_FILE)) !== text) {
    await fs.writeFile(path.join(folder, VERSIONS_FILE), text);
    written.push(VERSIONS_FILE);
  }
  return { versions: kept, written };
}

/** Versions without a document, one after the other, until older ones are not asked for. */
const MISSES = 2;

/**
 * Names of versions become names of files and parts of addresses: what reading would refuse must not be written.
 *
 * @throws SourceError
 */
function checkNames(versions: readonly Pick<StoredVersion, 'version'>[]): void {
  const seen = new Set<string>();
  for (const { version } of versions) {
    if (!isVersion(version))
      throw new SourceError(
        `"${version}" cannot be the name of a version: it may have letters, digits, and . _ + - between them. Change info.version, or the name in the source.`,
      );
    const name = version.toLowerCase();
    if (seen.has(name)) throw new SourceError(`There are two documents of ${version}. Keep one.`);
    seen.add(name);
  }
}

/** Stored versions without those that another one of the same minor version has replaced. */
function withoutMinors(
  stored: readonly StoredVersion[],
  listed: readonly Pick<StoredVersion, 'version'>[],
): StoredVersion[] {
  const names = new Set(listed.map(({ version }) => version));
  const minors = new Set([...names].map(minorOf));
  return stored.filter(({ version }) => names.has(version) || !minors.has(minorOf(version)));
}

/** A line for each version. */
function versionsText(versions: readonly StoredVersion[]): string {
  const lines = versions.map(({ version, date }) => jsonText({ version, ...(date && { date }) }));
  return `{\n"versions": [\n${lines.join(',\n')}\n]\n}\n`;
}

/**
 * All versions, the newest first: those that were compared stay, even if their documents are gone, and so do their dates,
 * which the maintainer may have corrected.
 */
function mergedVersions(
  listed: readonly SourceVersion[],
  stored: readonly StoredVersion[],
): StoredVersion[] {
  const dates = new Map(stored.map(({ version, date }) => [version, date]));
  const merged: StoredVersion[] = listed.map(({ version, date }) => {
    const known = dates.has(version) ? dates.get(version) : date;
    return { version, ...(known && { date: known }) };
  });
  const names = new Set(merged.map(({ version }) => version));
  for (const [at, one] of stored.entries()) {
    if (names.has(one.version)) continue;
    const older = stored.slice(at + 1).find(({ version }) => names.has(version));
    const place = merged.findIndex(({ version }) => version === older?.version);
    merged.splice(place < 0 ? merged.length : place, 0, one);
    names.add(one.version);
  }
  return merged;
}

/** The documents of versions, each read once while it is needed. */
class Documents {
  readonly #update: Update;
  readonly #found: ReadonlyMap<string, SourceVersion>;
  readonly #read = new Map<string, Document | undefined>();

  constructor(update: Update, found: ReadonlyMap<string, SourceVersion>) {
    this.#update = update;
    this.#found = found;
  }

  async has(version: string): Promise<boolean> {
    if (!this.#read.has(version)) this.#read.set(version, await this.#load(version));
    return this.#read.get(version) !== undefined;
  }

  /** @throws SourceError if there is none. */
  async of(version: string): Promise<Document> {
    const document = (await this.has(version)) ? this.#read.get(version) : undefined;
    if (!document)
      throw new SourceError(
        `The document of ${version} is not there anymore, and a version beside it has not been compared with it. Provide it again, or remove ${version} from ${VERSIONS_FILE}.`,
      );
    return document;
  }

  forget(version: string): void {
    this.#read.delete(version);
  }

  async #load(version: string): Promise<Document | undefined> {
    const { current, source, reading, onStep } = this.#update;
    const found = this.#found.get(version);
    if (!found) return version === current.version ? current.document : undefined;
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'openapi-versions-'));
    try {
      onStep(`reading ${version}`);
      const file = await source.document(found, folder);
      if (file === undefined) return undefined;
      const { root, ...options } = reading;
      const { document, problems } = await loadDocument({ ...options, document: file, cwd: root });
      if (!document)
        throw new SourceError(
          `The document of ${version} cannot be read:\n${formatProblems(problems.slice(0, 3), { color: false })}\nIf it cannot be fixed, begin with a later version: history.since.`,
        );
      return document;
    } finally {
      await fs.rm(folder, { recursive: true, force: true });
    }
  }
}
