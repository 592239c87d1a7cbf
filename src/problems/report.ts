import picocolors from 'picocolors';
import { printable } from './frame.ts';
import type { Problem, Severity } from './problem.ts';
import type { Reporter } from './reporter.ts';
import { sortProblems } from './sort.ts';

type Colors = ReturnType<typeof picocolors.createColors>;

const PAINT: Readonly<Record<Severity, (colors: Colors) => (text: string) => string>> = {
  error: (colors) => colors.red,
  warning: (colors) => colors.yellow,
  hint: (colors) => colors.cyan,
};

/** Highlights the marked line and the marker, and dims the rest. */
function paintFrame(frame: string, severity: Severity, colors: Colors): string {
  return frame
    .split('\n')
    .map((line) => {
      if (line.startsWith('>')) return line;
      return /^\s*\| *\^$/.test(line) ? PAINT[severity](colors)(line) : colors.dim(line);
    })
    .join('\n');
}

function headOf(problem: Problem, colors: Colors): string {
  const place = `${printable(problem.file)}:${problem.line}:${problem.column}`;
  const severity = PAINT[problem.severity](colors)(problem.severity);
  return `${place}  ${severity}  ${printable(problem.message)}  ${colors.dim(`(${problem.rule})`)}`;
}

function formatProblem(problem: Problem, colors: Colors): string {
  const parts = [headOf(problem, colors)];
  if (problem.frame) parts.push(paintFrame(problem.frame, problem.severity, colors));
  if (problem.suggestion) parts.push(`${colors.bold('Fix:')} ${printable(problem.suggestion)}`);
  return parts.join('\n');
}

/** `2 errors, 1 warning`; severities without problems are omitted. */
export function countProblems(problems: readonly Problem[]): string {
  const counts = (['error', 'warning', 'hint'] as const)
    .map((severity) => ({
      severity,
      count: problems.filter((problem) => problem.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? '' : 's'}`);
  return counts.length > 0 ? counts.join(', ') : 'No problems';
}

/**
 * Text for people: per problem a line `file:line:column  error  message  (rule)`, followed by the code frame
 * and the fix (not for hints); the counts at the end.
 */
export const formatProblems: Reporter<'color'> = (problems, { color }) => {
  const colors = picocolors.createColors(color);
  const sorted = sortProblems(problems);
  const blocks = sorted
    .filter(({ severity }) => severity !== 'hint')
    .map((problem) => formatProblem(problem, colors));
  // There may be hundreds of hints: one line each.
  const hints = sorted
    .filter(({ severity }) => severity === 'hint')
    .map((problem) => headOf(problem, colors));
  return [...blocks, hints.join('\n'), `${countProblems(problems)}.`].filter(Boolean).join('\n\n');
};
