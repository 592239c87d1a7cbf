import type { LoadedDocument } from '../document/load.ts';
import { LOAD_RULES, type LoadRule } from '../document/rules.ts';
import type { Problem, Severity } from '../problems/problem.ts';
import { isAtLeast, sortProblems } from '../problems/sort.ts';
import { type Survey, surveyOf } from './survey.ts';
import { RULES } from './table.ts';

/** Rules by id, and what a problem of each is from now on. */
export interface RuleSettings {
  readonly [rule: string]: Severity | 'off';
}

/** Every rule there is: those of loading, then our own. */
export const ALL_RULES: readonly LoadRule[] = [...LOAD_RULES, ...RULES];

/** Those that settings can switch: without what loading ends at there is no document. */
export const SWITCHABLE: readonly string[] = ALL_RULES.filter(
  ({ severity }) => severity !== 'error',
).map(({ id }) => id);

/** What a rule's problems are: as settings say, or else the rule. */
function severityOf(id: string, settings: RuleSettings): Severity | 'off' {
  return settings[id] ?? ALL_RULES.find((rule) => rule.id === id)?.severity ?? 'off';
}

/** Whether a rule is to be looked at where problems below a severity do not matter. */
export function isWanted(id: string, settings: RuleSettings, lowest: Severity): boolean {
  const severity = severityOf(id, settings);
  return severity !== 'off' && isAtLeast(severity, lowest);
}

/**
 * All problems of a document: those of loading it, and where it could be loaded, those that our own
 * rules find in it.
 *
 * @param lowest Problems of less severity are neither looked for nor reported.
 * @param lastIds Of what pages were about when they were generated last to their ids.
 */
export function checkDocument(
  { document, problems, problemAt }: Pick<LoadedDocument, 'document' | 'problems' | 'problemAt'>,
  settings: RuleSettings,
  lowest: Severity,
  lastIds: Survey['lastIds'] = new Map(),
): Problem[] {
  const loading = problems.flatMap((problem): Problem[] => {
    const severity = SWITCHABLE.includes(problem.rule)
      ? (settings[problem.rule] ?? problem.severity)
      : problem.severity;
    return severity === 'off' ? [] : [{ ...problem, severity }];
  });
  const found = document ? [...findings(document, settings, lowest, lastIds)] : [];
  return sortProblems([
    ...loading.filter(({ severity }) => isAtLeast(severity, lowest)),
    ...found.map(({ path, part, ...details }) => problemAt(details, path, part)),
  ]);
}

function* findings(
  document: NonNullable<LoadedDocument['document']>,
  settings: RuleSettings,
  lowest: Severity,
  lastIds: Survey['lastIds'],
) {
  if (!RULES.some(({ id }) => isWanted(id, settings, lowest))) return;
  const survey = surveyOf(document, lastIds);
  for (const { id, find } of RULES) {
    if (!isWanted(id, settings, lowest)) continue;
    const severity = severityOf(id, settings) as Severity;
    for (const finding of find(survey)) yield { ...finding, rule: id, severity };
  }
}
