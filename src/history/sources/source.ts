/** A version whose document can be read. */
export interface SourceVersion {
  readonly version: string;
  /** `2026-05-31`. */
  readonly date?: string;
  /** Name of it in its source: a file, a tag, a commit. */
  readonly ref: string;
}

/** Where the documents of an API's versions are. */
export interface Source {
  /** In any order. */
  list(): Promise<readonly SourceVersion[]>;
  /**
   * The document of a version, as an absolute path; undefined if the version has none.
   *
   * @param folder An empty folder for what has to be unpacked.
   */
  document(version: SourceVersion, folder: string): Promise<string | undefined>;
}

/** Why the versions of an API cannot be found or read, with the fix. */
export class SourceError extends Error {}
