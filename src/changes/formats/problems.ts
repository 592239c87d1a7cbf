import { formatGithub } from '../../problems/github.ts';
import type { Problem, Severity } from '../../problems/problem.ts';
import { formatSarif } from '../../problems/sarif.ts';
import type { Level } from '../judged.ts';
import { RULES } from '../rules/table.ts';
import type { ChangeFormat, ChangeReport } from './report.ts';

const SEVERITIES: Readonly<Record<Level, Severity>> = {
  breaking: 'error',
  warning: 'warning',
  info: 'hint',
};

/** Changes as annotations of the later document: what was removed is at the nearest place that is still there. */
function problemsOf({ changes, problems, placeOf }: ChangeReport): Problem[] {
  return [
    ...changes.flatMap(({ change, verdicts, accepted }): Problem[] => {
      if (accepted !== undefined) return [];
      const side = change.after ?? change.before;
      if (!side) return [];
      const [{ rule, level, message, fix }] = verdicts;
      return [
        {
          rule,
          severity: SEVERITIES[level],
          message,
          ...placeOf(side, 'after'),
          pointer: side.pointer,
          ...(fix !== undefined && { suggestion: fix }),
        },
      ];
    }),
    ...problems,
  ];
}

/** GitHub annotations of the later document. */
export const formatGithubChanges: ChangeFormat = (reports) =>
  formatGithub(reports.flatMap(problemsOf), {});

/** SARIF 2.1.0. */
export const formatSarifChanges: ChangeFormat = (reports) =>
  formatSarif(reports.flatMap(problemsOf), {
    rules: RULES.map(({ id, level, kind, direction }) => ({
      id,
      severity: SEVERITIES[level],
      about: `${kind.replaceAll('-', ' ')}${direction === 'none' ? '' : `, in a ${direction}`}`,
    })),
  });
