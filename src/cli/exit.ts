/** Exit codes of all commands. */
export const EXIT = {
  ok: 0,
  /** The document has problems, or the site could not be built from it. */
  problems: 1,
  /** Wrong usage, or a document that cannot be read. */
  usage: 2,
  /** A fault of the generator. */
  fault: 3,
} as const;
