import { describe, expect, it } from 'vitest';
import { median, percentile, sample, summarize } from '../../bench/statistics.ts';

describe('statistics', () => {
  it.each([
    [[3], 3],
    [[5, 1, 3], 3],
    [[4, 1, 3, 2], 2.5],
    [[], Number.NaN],
  ])('median of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it.each([
    [0.95, 95],
    [0.5, 50],
    [1, 100],
    [0, 1],
  ])('percentile %d of 1 to 100 is %d', (share, expected) => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(values, share)).toBe(expected);
  });

  it('summarizes without changing the order of what it gets', () => {
    const values = [3, 1, 2];
    expect(summarize(values)).toEqual({ count: 3, median: 2, p95: 3, max: 3 });
    expect(values).toEqual([3, 1, 2]);
  });

  it.each([
    [['a', 'b'], 3, ['a', 'b']],
    [['a', 'b', 'c', 'd', 'e'], 3, ['a', 'c', 'e']],
    [['a', 'b', 'c'], 1, ['a']],
    [[], 2, []],
  ])('of %j samples %d: %j', (items, count, expected) => {
    expect(sample(items as string[], count as number)).toEqual(expected);
  });
});
