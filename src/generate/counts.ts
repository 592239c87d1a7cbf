import type { Plan } from '../slices/plan.ts';

/** The number of pages of each kind. */
export function countPages(plan: Plan): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of plan.pages) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** `1,193 operation pages, 27 tag pages`. */
export function describe(counts: { readonly [kind: string]: number }): string {
  return Object.entries(counts)
    .map(([kind, number]) => count(number, `${kind} page`))
    .join(', ');
}

/** `count(1193, 'slice')` is `1,193 slices`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
