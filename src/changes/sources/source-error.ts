/** A source of a document that does not exist, or cannot be read. */
export class SourceError extends Error {
  constructor(
    message: string,
    readonly suggestion: string,
  ) {
    super(message);
  }
}
