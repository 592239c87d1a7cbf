import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import memoize from 'lodash/memoize.js';
import { codeKey } from '../generate/input-key.ts';
import { LAYOUT } from '../generate/layout.ts';
import { asObject } from '../json/guards.ts';
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
    this.#before = read(file, code);
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
    const pages = JSON.stringify([...this.#now]);
    const content = JSON.stringify({ code: this.#code, hash: hashOf(pages), pages });
    const partial = `${this.#file}.${process.pid}`;
    try {
      fs.mkdirSync(path.dirname(this.#file), { recursive: true });
      fs.writeFileSync(partial, gzipSync(content, { level: 1 }));
      fs.renameSync(partial, this.#file);
    } catch {
      // A full disk, for example: next time, the names are found again.
      if (fs.existsSync(partial)) fs.rmSync(partial, { force: true });
    }
  }
}

/** None if the file is not there, damaged, or of other code. */
function read(file: string, code: string): ReadonlyMap<string, readonly Occurrence[]> {
  try {
    const kept = asObject(JSON.parse(gunzipSync(fs.readFileSync(file)).toString()));
    const pages = String(kept.pages);
    return kept.code === code && kept.hash === hashOf(pages)
      ? new Map(JSON.parse(pages))
      : new Map();
  } catch {
    return new Map();
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
