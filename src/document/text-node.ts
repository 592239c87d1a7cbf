/** Offsets in a text: of the first character, and of the one after the last. */
export type TextRange = readonly [start: number, end: number];

/** A value where it is written. */
export interface TextNode {
  readonly range: TextRange;
  /** Whether it has no characters of its own to mark. */
  readonly isEmpty: boolean;
  /** The text of a scalar without its quotes; of an alias, that of its target. */
  readonly written: string | undefined;
  /** The value of the member with a name, or of the item with an index. */
  child(segment: string): TextChild | undefined;
}

/** A value in another one. */
export interface TextChild {
  readonly node: TextNode;
  /** The offset of its name; items have none. */
  readonly key?: number;
}
