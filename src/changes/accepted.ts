import { Origins } from '../document/origin.ts';
import { parseFile } from '../document/parse.ts';
import type { SourceFile } from '../document/source.ts';
import { asString, isObject } from '../json/guards.ts';
import { nearest } from '../problems/nearest.ts';
import type { Problem } from '../problems/problem.ts';
import type { JudgedChange } from './judged.ts';
import { RULES } from './rules/table.ts';

/** A change that is accepted, with what it is known by: an entry of a file. */
export interface Acceptance {
  readonly rule: string;
  readonly reason: string;
  /** An operation that it concerns, as `GET /users`. */
  readonly operation?: string;
  /** Pointer to its place, in the earlier or the later document. */
  readonly at?: string;
  /** Name of the thing: of the property, the value, the parameter. */
  readonly name?: string;
  /** Index in the file. */
  readonly index: number;
}

const FIELDS = ['rule', 'reason', 'operation', 'at', 'name'] as const;

/** The rule of problems in such a file. */
const PROBLEM = { rule: 'accepted-changes', severity: 'error' } as const;

const EXAMPLE =
  'Write a list of entries such as { rule: request-property-removed, at: "#/components/schemas/User/properties/name", reason: No client sends it. }';

export interface Acceptances {
  readonly entries: readonly Acceptance[];
  /** What is wrong in the file, with its place. */
  readonly problems: readonly Problem[];
}

/** Reads a file of accepted changes: YAML or JSON. Wrong entries are problems, and accept nothing. */
export function readAcceptances(file: SourceFile): Acceptances {
  const parsed = parseFile(file, new Origins());
  if (parsed.problems) return { entries: [], problems: parsed.problems };
  const problems: Problem[] = [...parsed.warnings];
  const wrong = (message: string, suggestion: string, path: readonly string[], isValue = false) => {
    const details = { ...PROBLEM, message, suggestion };
    problems.push(file.problem(details, path, isValue ? 'value' : 'key'));
  };
  // A file in which all entries are comments.
  if (parsed.value === null || parsed.value === undefined) return { entries: [], problems };
  if (!Array.isArray(parsed.value)) {
    wrong('Accepted changes are a list.', EXAMPLE, []);
    return { entries: [], problems };
  }
  const entries = parsed.value.flatMap((entry: unknown, index): Acceptance[] => {
    const at = [String(index)];
    if (!isObject(entry)) {
      wrong('An accepted change is an object.', EXAMPLE, at);
      return [];
    }
    const before = problems.length;
    for (const [key, value] of Object.entries(entry)) {
      if (!FIELDS.some((field) => field === key)) {
        const near = nearest(key, FIELDS);
        const fix = near === undefined ? `Use ${FIELDS.join(', ')}.` : `Did you mean "${near}"?`;
        wrong(`An accepted change has no field "${key}".`, fix, [...at, key]);
      } else if (asString(value) === undefined)
        wrong(`The field "${key}" of an accepted change is a text.`, EXAMPLE, [...at, key], true);
    }
    const rule = asString(entry.rule);
    if (!('rule' in entry)) wrong('An accepted change needs a rule.', EXAMPLE, at);
    else if (rule !== undefined && !RULES.some(({ id }) => id === rule)) {
      const near = nearest(
        rule,
        RULES.map(({ id }) => id),
      );
      wrong(
        `There is no rule "${rule}".`,
        near === undefined ? 'See the list: --rules.' : `Did you mean "${near}"?`,
        [...at, 'rule'],
        true,
      );
    }
    if (!('reason' in entry))
      wrong('An accepted change needs a reason.', 'Say why no client will fail, in "reason".', at);
    if (problems.length > before || rule === undefined) return [];
    const fields = FIELDS.map((field) => [field, asString(entry[field])] as const);
    const known = fields.filter(([, value]) => value !== undefined);
    return [{ ...(Object.fromEntries(known) as Omit<Acceptance, 'index'>), rule, index }];
  });
  return { entries, problems };
}

/** Changes of which those that are accepted have the reason, and the entries that no change matches. */
export function acceptChanges(
  judged: readonly JudgedChange[],
  entries: readonly Acceptance[],
): { readonly judged: JudgedChange[]; readonly unused: readonly Acceptance[] } {
  const used = new Set<Acceptance>();
  const result = judged.map((one) => {
    const found = entries.filter((entry) => isMatch(entry, one));
    for (const entry of found) used.add(entry);
    const [first] = found;
    return first ? { ...one, accepted: first.reason } : one;
  });
  return { judged: result, unused: entries.filter((entry) => !used.has(entry)) };
}

function isMatch(entry: Acceptance, { change, verdicts }: JudgedChange): boolean {
  const { name, before, after, operations } = change;
  // An accepted change must not hide another one that is worse.
  if (verdicts[0].rule !== entry.rule) return false;
  if (entry.name !== undefined && entry.name !== name) return false;
  if (entry.at !== undefined && entry.at !== before?.pointer && entry.at !== after?.pointer)
    return false;
  if (entry.operation === undefined) return true;
  return Object.values(operations).some((keys) => keys?.includes(entry.operation ?? ''));
}

/** What is wrong with an entry that no change matches. */
export function unusedProblem(file: SourceFile, { index, rule }: Acceptance): Problem {
  return file.problem(
    {
      ...PROBLEM,
      severity: 'warning',
      message: `No change matches this entry: ${rule}.`,
      suggestion: 'Remove it, if the change has been published.',
    },
    [String(index)],
  );
}
