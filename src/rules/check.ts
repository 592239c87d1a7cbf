import type { LoadedDocument } from '../document/load.ts';
import { LOAD_RULES, type LoadRule } from '../document/rules.ts';
import type { Problem, Severity } from '../problems/problem.ts';
import { isAtLeast, sortProblems } from '../problems/sort.ts';
import { type FormerPages, surveyOf } from './survey.ts';
import { RULES } from './table.ts';

/** Rule id to the severity that its problems get. */
export interface RuleSettings {
  readonly [rule: string]: Severity | 'off';
}

/** All rules: those of loading, then our own. */
export const ALL_RULES: readonly LoadRule[] = [...LOAD_RULES, ...RULES];

/** Rules that can be configured: loading errors cannot, since they leave no document. */
export const SWITCHABLE: readonly string[] = ALL_RULES.filter(
  ({ severity }) => severity !== 'error',
).map(({ id }) => id);

/** The severity of a rule: as configured, or its default. */
function severityOf(id: string, settings: RuleSettings): Severity | 'off' {
  return settings[id] ?? ALL_RULES.find((rule) => rule.id === id)?.severity ?? 'off';
}

/** Whether a rule can find anything at or above the lowest severity of interest. */
export function isWanted(id: string, settings: RuleSettings, lowest: Severity): boolean {
  const severity = severityOf(id, settings);
  return severity !== 'off' && isAtLeast(severity, lowest);
}

/**
 * All problems of a document: those from loading it and, if it could be loaded, those found by our own rules.
 *
 * @param lowest Problems of lower severity are neither looked for nor reported.
 * @param former The pages of earlier runs.
 */
export function checkDocument(
  { document, problems, problemAt }: Pick<LoadedDocument, 'document' | 'problems' | 'problemAt'>,
  settings: RuleSettings,
  lowest: Severity,
  former: FormerPages = {},
): Problem[] {
  const loading = problems.flatMap((problem): Problem[] => {
    const severity = SWITCHABLE.includes(problem.rule)
      ? (settings[problem.rule] ?? problem.severity)
      : problem.severity;
    return severity === 'off' ? [] : [{ ...problem, severity }];
  });
  const found = document ? [...findings(document, settings, lowest, former)] : [];
  return sortProblems([
    ...loading.filter(({ severity }) => isAtLeast(severity, lowest)),
    ...found.map(({ path, part, ...details }) => problemAt(details, path, part)),
  ]);
}

function* findings(
  document: NonNullable<LoadedDocument['document']>,
  settings: RuleSettings,
  lowest: Severity,
  former: FormerPages,
) {
  if (!RULES.some(({ id }) => isWanted(id, settings, lowest))) return;
  const survey = surveyOf(document, former);
  for (const { id, find } of RULES) {
    if (!isWanted(id, settings, lowest)) continue;
    const severity = severityOf(id, settings) as Severity;
    for (const finding of find(survey)) yield { ...finding, rule: id, severity };
  }
}
