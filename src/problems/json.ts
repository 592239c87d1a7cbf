import type { Severity } from './problem.ts';
import type { Reporter } from './reporter.ts';
import { sortProblems } from './sort.ts';

/**
 * `{ counts, problems, read }`: the number of problems per severity, the problems with all fields, and what
 * was read besides the documents.
 */
export const formatJson: Reporter<'reads'> = (problems, { reads: read }) => {
  const counts: Record<Severity, number> = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of problems) counts[severity] += 1;
  return JSON.stringify({ counts, problems: sortProblems(problems), read }, null, 2);
};
