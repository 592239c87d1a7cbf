import path from 'node:path';
import memoize from 'lodash/memoize.js';
import { codeKey } from '../generate/input-key.ts';
import { hashOf, readKept, writeKept } from '../generate/kept.ts';
import { LAYOUT } from '../generate/layout.ts';
import type { Occurrence } from '../search/collect.ts';
import type { KeptNames } from '../search/index-api.ts';

/** What the names on a page are made of, besides its slice. */
const CODE = ['address', 'json', 'model', 'openapi', 'search', 'slices'];

/**
 * The names that the search index of the last build was made of, by page: read once in a process.
 *
 * @returns undefined if the versions of packages are not known.
 */
export const keptNames = memoize(async (root: string): Promise<NamesFile | undefined> => {
  const code = await codeKey(root, CODE);
  return code === undefined ? undefined : new NamesFile(path.join(root, LAYOUT.names), code);
});

/** A file with the names on each page, under a hash of its slice. */
export class NamesFile implements KeptNames {
  readonly #file: string;
  readonly #code: string;
  readonly #before: ReadonlyMap<string, readonly Occurrence[]>;
  /** Those that were asked for: others are not kept any longer. */
  readonly #now = new Map<string, readonly Occurrence[]>();

  /** @param code Hash of what finds names: with another one, all are found again. */
  constructor(file: string, code: string) {
    this.#file = file;
    this.#code = code;
    const kept = readKept(file, code);
    this.#before = new Map(kept ? JSON.parse(kept) : []);
  }

  get(slice: string): readonly Occurrence[] | undefined {
    const key = hashOf(slice);
    const names = this.#before.get(key);
    if (names) this.#now.set(key, names);
    return names;
  }

  set(slice: string, names: readonly Occurrence[]): void {
    this.#now.set(hashOf(slice), names);
  }

  write(): void {
    // Further languages of a site have no index of names of their own.
    if (this.#now.size === 0) return;
    writeKept(this.#file, this.#code, JSON.stringify([...this.#now]));
  }
}
