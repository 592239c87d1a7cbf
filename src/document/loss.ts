/** A part of an older version that 3.1 cannot express. */
export interface Loss {
  /** The object that contains it, in the old document or a copy with a known origin. */
  readonly node: object;
  /** The lost member of `node`; if absent, all of `node` is lost. */
  readonly key?: string;
  readonly message: string;
  readonly suggestion: string;
}
