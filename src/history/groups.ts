import type { Change } from '../changes/change.ts';
import type { JudgedChange } from '../changes/judged.ts';
import { CHANGE_GROUPS, type ChangeGroup } from '../model/page/change-groups.ts';
import type { ChangedSubject, PageChange, Release } from '../slices/history.ts';
import { groupOf, pageChange } from './page-change.ts';
import type { Subject, Subjects } from './subjects.ts';

/** Operations that are named where a change concerns many. */
const NAMED = 5;

/** The place of what has no page: after all pages. */
export const LAST = Number.MAX_SAFE_INTEGER;

/** A change and what it is in. */
export interface Found {
  readonly judged: JudgedChange;
  readonly subject: Subject;
}

/** What changed, as far as readers care, with what it is in. */
export function foundChanges(changes: readonly JudgedChange[], subjects: Subjects): Found[] {
  return changes
    .filter(({ change }) => !isItsVersion(change))
    .map((judged) => ({ judged, subject: subjects.of(judged.change) }));
}

/** A document of another version has another version. */
function isItsVersion({ kind, name }: Change): boolean {
  return kind === 'info-changed' && name === 'version';
}

/**
 * Changes by what they mean to readers, and by what they are in.
 *
 * @param order The place of a page, by its id.
 */
export function grouped(
  found: readonly Found[],
  subjects: Subjects,
  order: ReadonlyMap<string, number>,
): Pick<Release, 'counts' | 'groups'> {
  const byGroup = new Map<ChangeGroup, Map<string, { subject: Subject; changes: PageChange[] }>>();
  for (const { judged, subject } of found) {
    const group = groupOf(judged);
    const own = byGroup.get(group) ?? new Map();
    byGroup.set(group, own);
    const key = `${subject.kind} ${subject.key}`;
    const entry = own.get(key) ?? { subject, changes: [] };
    own.set(key, entry);
    entry.changes.push(pageChange(judged));
  }
  const place = ({ link }: ChangedSubject) => (link && order.get(link.id)) ?? LAST;
  const groups = CHANGE_GROUPS.flatMap((group): [ChangeGroup, ChangedSubject[]][] => {
    const all = [...(byGroup.get(group)?.values() ?? [])].map(({ subject, changes }) =>
      changedSubject(subject, distinct(changes), subjects),
    );
    return all.length > 0 ? [[group, all.toSorted((a, b) => place(a) - place(b))]] : [];
  });
  const counts = groups.map(([group, all]) => [
    group,
    all.reduce((sum, { changes }) => sum + changes.length, 0),
  ]);
  return { counts: Object.fromEntries(counts), groups: Object.fromEntries(groups) };
}

function changedSubject(
  subject: Subject,
  changes: readonly PageChange[],
  subjects: Subjects,
): ChangedSubject {
  const { kind, key, operations } = subject;
  if (kind === 'api') return { changes };
  const links = operations.flatMap((one) => subjects.operationPage(one) ?? []).slice(0, NAMED);
  if (kind === 'shared') return { operations: operations.length, links, changes };
  const page = kind === 'schema' ? subjects.schemaPage(key) : subjects.operationPage(key);
  const many = kind !== 'operation' && operations.length > 0;
  return {
    ...(page ? { link: page } : { label: key }),
    ...(many && { operations: operations.length }),
    changes,
  };
}

/** Without those that look the same: a page has a line for each. */
export function distinct(changes: readonly PageChange[]): PageChange[] {
  return [...new Map(changes.map((one) => [JSON.stringify(one), one])).values()];
}
