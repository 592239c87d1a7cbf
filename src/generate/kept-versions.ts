import path from 'node:path';
import type { Commit } from './git.ts';
import { codeKey } from './input-key.ts';
import { hashOf, readKept, writeKept } from './kept.ts';
import { LAYOUT, type ManifestApi } from './layout.ts';
import type { Version } from './page-version.ts';

/** What a version's pages are made of, besides its files. */
const CODE = ['address', 'document', 'json', 'model', 'openapi', 'slices'];

/** A version in JSON; null if no document could be built from it. */
type Kept = { readonly length: number; readonly hashes: readonly [string, string][] } | null;

/**
 * The versions of an API's document that earlier builds have read. A commit never changes, so each is read once, as long
 * as the options and the code stay the same.
 */
export class KeptVersions {
  readonly #root: string;
  readonly #api: ManifestApi;
  readonly #file: string;
  /** Undefined if the versions of packages are not known: nothing is kept then. */
  readonly #key: string | undefined;
  readonly #before: ReadonlyMap<string, Kept>;
  /** Those that were asked for: others are not kept any longer. */
  readonly #now = new Map<string, Version | undefined>();

  private constructor(root: string, api: ManifestApi, code: string | undefined) {
    this.#root = root;
    this.#api = api;
    this.#file = path.join(root, LAYOUT.dates, `${api.id}.json.gz`);
    this.#key = code && hashOf(JSON.stringify([code, api.id, api.sources]));
    const kept = this.#key && readKept(this.#file, this.#key);
    this.#before = new Map(kept ? JSON.parse(kept) : []);
  }

  /** @param api With its sources. */
  static async of(root: string, api: ManifestApi): Promise<KeptVersions> {
    return new KeptVersions(root, api, await codeKey(root, CODE));
  }

  /** The pages as they were in a commit; undefined if no document could be built from it. */
  async at(commit: Commit): Promise<Version | undefined> {
    const version = await this.#read(commit);
    this.#now.set(commit.id, version);
    return version;
  }

  async #read(commit: Commit): Promise<Version | undefined> {
    const kept = this.#before.get(commit.id);
    if (kept === null) return undefined;
    if (kept) return { ...kept, hashes: new Map(kept.hashes) };
    // Loading all that reads documents takes seconds, each time that the site's configuration is loaded.
    const { versionAt } = await import('./page-version.ts');
    return versionAt(this.#root, this.#api, commit);
  }

  /** Keeps the versions that were asked for. */
  write(): void {
    if (this.#key === undefined) return;
    const all = [...this.#now].map(([commit, version]): [string, Kept] => [
      commit,
      version ? { ...version, hashes: [...version.hashes] } : null,
    ]);
    const isKept = all.every(([commit]) => this.#before.has(commit));
    if (isKept && all.length === this.#before.size) return;
    writeKept(this.#file, this.#key, JSON.stringify(all));
  }
}
