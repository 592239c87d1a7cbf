import type { Kind } from './entry.ts';
import type { Hit } from './finder.ts';

/** How many of each kind are among the first results, besides exact matches, which are all there. */
const MOST: Readonly<Partial<Record<Kind, number>>> = {
  operation: 7,
  schema: 4,
  field: 6,
  value: 4,
};
const OTHERS = 3;

/**
 * The first results: some of every kind, in order, if not all of them fit; then as many as there is room for.
 *
 * @param hits In order.
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
