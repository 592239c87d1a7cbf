import type { Kind } from './entry.ts';
import type { Hit } from './finder.ts';

/** How many of a kind stand among the first results; those that are just what was asked for are all there. */
const MOST: Readonly<Partial<Record<Kind, number>>> = {
  operation: 7,
  schema: 4,
  field: 6,
  value: 4,
};
const OTHERS = 3;

/**
 * The first results: of every kind some, in their order, where all of them are too many; then as many as
 * there is room for.
 *
 * @param hits In their order.
 */
export function firstOf<Some extends Hit>(hits: readonly Some[], limit: number): Some[] {
  if (hits.length <= limit) return [...hits];
  const counts = new Map<Kind, number>();
  const chosen = new Set<Some>();
  for (const hit of hits) {
    const { kind } = hit.entry;
    const count = counts.get(kind) ?? 0;
    if (hit.tier > 0 && count >= (MOST[kind] ?? OTHERS)) continue;
    counts.set(kind, count + 1);
    if (chosen.size < limit) chosen.add(hit);
  }
  for (const hit of hits) if (chosen.size < limit) chosen.add(hit);
  return hits.filter((hit) => chosen.has(hit));
}
