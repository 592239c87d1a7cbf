/** Exit codes of all commands. */
export const EXIT = {
  ok: 0,
  /** The document has problems, or the site could not be built from it. */
  problems: 1,
  /** A usage error, or a document that cannot be read. */
  usage: 2,
  internalError: 3,
} as const;
