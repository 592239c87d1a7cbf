/**
 * Whether a site is built with documented features of Docusaurus alone. It is then correct, only heavier.
 * This is the one place that reads `REFERENCE_LEVEL`.
 */
export function isPlain(): boolean {
  return process.env.REFERENCE_LEVEL === '1';
}

/** A piece of this folder: what it is called in `README.md`, and what a site loses without it. */
export interface Internal {
  readonly name: string;
  readonly loss: string;
}

/** Names of the pieces that this process does without. */
export const warned = new Set<string>();

/** Warns, once per process, that Docusaurus has changed inside and that the site does without a piece. */
export function warnOnce({ name, loss }: Internal, error: unknown): void {
  if (warned.has(name)) return;
  warned.add(name);
  console.warn(
    `[openapi-reference] ${name}: ${(error as Error).message}. ${loss} See src/site/internals/README.md.`,
  );
}

/**
 * Uses what Docusaurus does not document. Where the site is plain, or where that throws because Docusaurus is
 * not what the piece knows, the site goes on without it.
 *
 * @param without What Docusaurus does by itself.
 */
export function internal<Result>(
  piece: Internal,
  use: () => Result,
  without: (error?: unknown) => Result,
): Result {
  if (isPlain()) return without();
  try {
    return use();
  } catch (error) {
    warnOnce(piece, error);
    return without(error);
  }
}
