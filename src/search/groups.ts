import { append } from '../json/append.ts';
import type { Kind } from './entry.ts';
import type { Hit } from './rank.ts';

/** Kinds with groups of their own, in the order of these. */
const ORDER = [
  'operation',
  'api',
  'guide',
  'schema',
  'tag',
  'field',
  'value',
  'scheme',
  'scope',
  'status',
] as const satisfies readonly Kind[];

export type GroupKind = (typeof ORDER)[number];

export interface Group<Some extends Hit> {
  readonly kind: GroupKind;
  /** Best first. */
  readonly hits: readonly Some[];
}

/**
 * Results by kind: the group of the best one first, the others in the order of kinds.
 *
 * @param hits Best first.
 */
export function groupsOf<Some extends Hit>(hits: readonly Some[]): Group<Some>[] {
  const groups = new Map<GroupKind, Some[]>();
  for (const hit of hits) append(groups, groupKind(hit), hit);
  const [best] = hits;
  const first = best && groupKind(best);
  const place = (kind: GroupKind): number => (kind === first ? -1 : ORDER.indexOf(kind));
  return [...groups]
    .map(([kind, found]) => ({ kind, hits: found }))
    .sort((a, b) => place(a.kind) - place(b.kind));
}

/** Headings are those of guides. */
function groupKind({ entry: { kind } }: Hit): GroupKind {
  return kind === 'heading' ? 'guide' : kind;
}
