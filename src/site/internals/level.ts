import path from 'node:path';
import { ownFile } from '../../own-files.ts';

const README = ownFile('site/internals/README.md');

/**
 * Whether to build the site with documented features of Docusaurus only. The site is then correct, but heavier.
 * This is the one place that reads `REFERENCE_LEVEL`.
 */
export function isPlain(): boolean {
  return process.env.REFERENCE_LEVEL === '1';
}

/** A piece of this folder: its name in `README.md`, and what a site loses without it. */
export interface Internal {
  readonly name: string;
  readonly loss: string;
}

/** Names of the pieces that are disabled in this process. */
export const warned = new Set<string>();

/** Warns, once per process and piece, that the installed Docusaurus does not fit, and what is lost. */
export function warnOnce({ name, loss }: Internal, error: unknown): void {
  if (warned.has(name)) return;
  warned.add(name);
  console.warn(
    `[openapi-reference] ${name}: ${(error as Error).message}. ${loss} See ${path.relative('', README)}.`,
  );
}

/**
 * Uses something that Docusaurus does not document. If the site is plain, or if this throws because Docusaurus
 * has changed, the site is built without it.
 *
 * @param without Returns what Docusaurus does by itself.
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
