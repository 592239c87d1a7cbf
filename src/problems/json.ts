import type { Severity } from './problem.ts';
import type { Reporter } from './reporter.ts';
import { sortProblems } from './sort.ts';

/** `{ counts, problems }`: how many of each severity, and the problems with all their fields. */
export const formatJson: Reporter<never> = (problems) => {
  const counts: Record<Severity, number> = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of problems) counts[severity] += 1;
  return JSON.stringify({ counts, problems: sortProblems(problems) }, null, 2);
};
