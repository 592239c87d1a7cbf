/** Something of an older version that 3.1 cannot say. */
export interface Loss {
  /** The object that holds it, in the old document or a copy with a known origin. */
  readonly node: object;
  /** The member of `node` that is lost; else it is `node` as a whole. */
  readonly key?: string;
  readonly message: string;
  readonly suggestion: string;
}
