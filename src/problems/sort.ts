import type { Problem, Severity } from './problem.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** By code unit and not by locale, so that the order is the same everywhere. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Errors first, then by file, line, column, rule and message. A total order. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    RANK[a.severity] - RANK[b.severity] ||
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/** The problems in display order; the input is not changed. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(compareProblems);
}

/** Whether generation must stop. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** Whether a problem is at least as severe as a given severity. */
export function isAtLeast(severity: Severity, lowest: Severity): boolean {
  return RANK[severity] <= RANK[lowest];
}
