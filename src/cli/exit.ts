import type { Problem } from '../problems/problem.ts';
import { isAtLeast } from '../problems/sort.ts';

/** Exit codes of all commands. */
export const EXIT = {
  ok: 0,
  /** The document has problems, or the site could not be built from it. */
  problems: 1,
  /** A usage error, or a document that cannot be read. */
  usage: 2,
  internalError: 3,
} as const;

/** The lowest severity that is a failure. */
export type FailOn = 'error' | 'warning' | 'never';

/** A document that cannot be read cannot be checked, whatever --fail-on says. */
export function exitFor(problems: readonly Problem[], failOn: FailOn): number {
  if (problems.some(({ rule }) => rule === 'document-not-found')) return EXIT.usage;
  if (failOn === 'never') return EXIT.ok;
  return problems.some(({ severity }) => isAtLeast(severity, failOn)) ? EXIT.problems : EXIT.ok;
}
