import { describe, expect, it } from 'vitest';
import { isMultipleOf } from '../../../src/model/decimal.ts';

describe('isMultipleOf', () => {
  it.each([
    [19.99, 0.01, true],
    [19.995, 0.01, false],
    [0.3, 0.1, true],
    [-0.3, 0.1, true],
    [0, 0.1, true],
    [-0, 3, true],
    [1.1, 1.1, true],
    [4.35, 0.05, true],
    [4.36, 0.05, false],
    [7, 3.5, true],
    [7, 2, false],
    [1e21, 1, true],
    [1e-7, 1e-8, true],
    [1.5e-7, 1e-7, false],
    [1e308, 5e-324, true],
    [9007199254740991, 3, false],
    [9007199254740991, 7, false],
    [9007199254740991, 6361, true],
    [5, 0, true],
    [5, -2, true],
  ])('%d of %d: %s', (value, factor, expected) => {
    expect(isMultipleOf(value, factor)).toBe(expected);
  });

  it('holds for every price in cents', () => {
    const prices = Array.from({ length: 10_000 }, (_, index) => Number((index / 100).toFixed(2)));
    expect(prices.filter((price) => !isMultipleOf(price, 0.01))).toEqual([]);
  });
});
