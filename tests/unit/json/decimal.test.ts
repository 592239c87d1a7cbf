import { describe, expect, it } from 'vitest';
import {
  compareNumbers,
  greaterOf,
  isInteger,
  isMultipleOf,
  isSame,
  keyOf,
  lesserOf,
} from '../../../src/json/decimal.ts';
import { numberOf } from '../../../src/json/number.ts';
import { parseJson } from '../../../src/json/text.ts';
import { randomNumber, randomNumbers } from '../../support/random.ts';

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

describe('isMultipleOf, exactly', () => {
  it.each([
    ['9223372036854775807', '2', false],
    ['9223372036854775806', '2', true],
    ['18446744073709551615', '3', true],
    ['2936.23380448434092597', '0.00000000000000001', true],
    ['2936.23380448434092597', '0.0000000000000001', false],
    ['1e400', '7', false],
    ['7e400', '7', true],
    ['1e400', '1e399', true],
    ['1e399', '1e400', false],
    ['1.0', '1', true],
    // Nothing is written out that is as long as its exponent says.
    ['1e999999999999', '3', false],
    ['3e999999999999', '3', true],
    ['5', '1e999999999999', false],
    ['1e-999999999999', '1', false],
    ['1', '1e-999999999999', true],
    ['0e5', '3', true],
  ])('%s of %s: %s', (value, factor, expected) => {
    expect(isMultipleOf(numberOf(value), numberOf(factor))).toBe(expected);
  });
});

describe('comparing', () => {
  it.each([
    ['18446744073709551615', '18446744073709551616', -1],
    ['9007199254740992', '9007199254740993', -1],
    ['-9223372036854775808', '-9223372036854775807', -1],
    ['1.0', '1', 0],
    ['1e3', '1000', 0],
    ['10e-1', '1.00', 0],
    ['-0', '0', 0],
    ['0e999999999999', '0', 0],
    ['0.1', '0.10', 0],
    ['1e400', '1e399', 1],
    ['1e999999999999', '-1e999999999999', 1],
    ['1e-999999999999', '0', 1],
    ['-1e-400', '0', -1],
    ['0.30000000000000004', '0.3', 1],
    ['12', '9.5', 1],
  ])('%s and %s: %d', (one, other, expected) => {
    const [a, b] = [numberOf(one), numberOf(other)];
    expect(compareNumbers(a, b)).toBe(expected);
    expect(compareNumbers(b, a)).toBe(expected === 0 ? 0 : -expected);
    expect(isSame([{ a }], [{ a: b }])).toBe(expected === 0);
    expect(keyOf([{ a }]) === keyOf([{ a: b }])).toBe(expected === 0);
    expect(greaterOf(a, b)).toBe(expected >= 0 ? a : b);
    expect(lesserOf(a, b)).toBe(expected <= 0 ? a : b);
  });

  it('comes to an end with numbers that are long, and with exponents that are', () => {
    const long = numberOf('7'.repeat(200_000));
    const high = numberOf(`1e${'9'.repeat(20_000)}`);
    expect(compareNumbers(long, high)).toBe(-1);
    expect(keyOf(long)).not.toBe(keyOf(high));
    expect([long, high].map((number) => isMultipleOf(number, 7))).toEqual([true, true]);
  });

  it('has limits that are infinite', () => {
    const huge = numberOf('1e400');
    expect(compareNumbers(huge, Number.POSITIVE_INFINITY)).toBe(-1);
    expect(compareNumbers(Number.NEGATIVE_INFINITY, huge)).toBe(-1);
  });

  it('is that of the fractions which random numbers stand for', () => {
    const below = randomNumbers(1);
    /** Of numbers with at most 25 digits before and after the point. */
    const scaled = (text: string): bigint => {
      const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
      const [whole = '', fraction = ''] = mantissa.split('.');
      return BigInt(whole + fraction) * 10n ** BigInt(100 + Number(exponent) - fraction.length);
    };
    for (let count = 0; count < 20_000; count += 1) {
      const one = randomNumber(below);
      const other = below(4) === 0 ? near(one) : randomNumber(below);
      const difference = scaled(one) - scaled(other);
      const expected = difference === 0n ? 0 : difference > 0n ? 1 : -1;
      const [a, b] = [parseJson(one), parseJson(other)] as [number, number];
      expect(compareNumbers(a, b), `${one} ${other}`).toBe(expected);
      expect(keyOf(a) === keyOf(b), `${one} ${other}`).toBe(expected === 0);
      const isWhole = scaled(one) % 10n ** 100n === 0n;
      expect(isInteger(a), one).toBe(isWhole);
      if (scaled(other) > 0n)
        expect(isMultipleOf(a, b), `${one} ${other}`).toBe(scaled(one) % scaled(other) === 0n);
    }
  });
});

/** A number that is just beside another one, or the same in other words. */
function near(text: string): string {
  return /^-?\d+$/.test(text)
    ? `${text}.0`
    : text.replace(/\d$/, (digit) => `${(Number(digit) + 1) % 10}`);
}
