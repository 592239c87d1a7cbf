/** The middle of some figures, and how far they go. */
export interface Summary {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

/** The value that half of the values are below; of an even number, the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  if (!Number.isInteger(middle)) return upper;
  return ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/**
 * The smallest of the values that a share of them does not exceed (nearest rank).
 *
 * @param share Between 0 and 1.
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

/** Median, 95th percentile and largest; all NaN where there are no values. */
export function summarize(values: readonly number[]): Summary {
  return {
    count: values.length,
    median: median(values),
    p95: percentile(values, 0.95),
    max: percentile(values, 1),
  };
}

/** Up to `count` of the items, evenly spaced, the first and the last among them. */
export function sample<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  const step = count > 1 ? (items.length - 1) / (count - 1) : 0;
  return Array.from({ length: count }, (_, index) => items[Math.round(index * step)] as T);
}
