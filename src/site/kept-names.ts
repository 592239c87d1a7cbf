import path from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
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

/**
 * A file with the names on each page, under a hash of its slice. As objects, the names of a large site take hundreds of
 * megabytes, so they are compressed as long as nobody asks for them.
 */
export class NamesFile implements KeptNames {
  readonly #file: string;
  readonly #code: string;
  readonly #before: ReadonlyMap<string, string>;
  /** Those that were asked for: others are not kept any longer. */
  readonly #now = new Map<string, string>();

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
    if (names === undefined) return undefined;
    this.#now.set(key, names);
    return JSON.parse(inflateRawSync(Buffer.from(names, 'base64')).toString());
  }

  set(slice: string, names: readonly Occurrence[]): void {
    const packed = deflateRawSync(JSON.stringify(names), { level: 1 });
    this.#now.set(hashOf(slice), packed.toString('base64'));
  }

  write(): void {
    // Further languages of a site have no index of names of their own.
    if (this.#now.size === 0) return;
    writeKept(this.#file, this.#code, JSON.stringify([...this.#now]));
  }
}
