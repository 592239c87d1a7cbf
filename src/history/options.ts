/** Where the changelog of an API comes from. Its comments are the table in the guide. */
export interface HistoryOptions {
  /** Folder with the documents of versions, each named after its version: `versions/2025.8.yaml`. */
  readonly folder?: string;
  /** npm package whose versions contain the document. */
  readonly npm?: string;
  /** The document in that package. Default: the part of the API's `document` after the name of the package. */
  readonly file?: string;
  /** Pattern of the git tags of versions, with one `*` for the version: `v*`. Or `commits`: the last one of each `info.version`. */
  readonly git?: string;
  /** The first version to compare. Default: the oldest one that has the document. */
  readonly since?: string;
  /** Whether only the last version of each `1.2` is compared, instead of all. */
  readonly minorOnly?: boolean;
  /** Folder of the files with what changed, which you commit. Default: `openapi/<id>.changes`. */
  readonly changes?: string;
}
