import { isObject } from './guards.ts';
import { ExactNumber, isNumber } from './number.ts';

type AnyNumber = number | ExactNumber;

/** A number as digits without trailing zeros, times a power of ten. */
interface Decimal {
  readonly isNegative: boolean;
  /** Empty for zero. */
  readonly digits: string;
  readonly power: bigint;
}

/** Longer numbers are not real limits, and computing with them would be slow. */
const MAX_DIGITS = 5_000;
const MAX_SHIFT = 10n ** 100n;

function decimalOf(value: AnyNumber): Decimal {
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(String(value)) ?? [];
  const all = (whole + fraction).replace(/^0+/, '');
  // A pattern anchored at the end would take quadratic time on runs of zeros.
  let end = all.length;
  while (all[end - 1] === '0') end -= 1;
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(all.length - end);
  return { isNegative: sign === '-' && end > 0, digits: all.slice(0, end), power };
}

/**
 * Negative, zero or positive if the first number is less than, equal to or greater than the second. Exact for
 * any length and exponent. Infinity is greater than everything; NaN is equal to everything.
 */
export function compareNumbers(one: AnyNumber, other: AnyNumber): number {
  if (typeof one === 'number' && typeof other === 'number') return Math.sign(one - other) || 0;
  // Infinity here is not a number of a document but means "no limit".
  if (isLimit(one)) return Math.sign(Number(one));
  if (isLimit(other)) return -Math.sign(Number(other));
  const [a, b] = [decimalOf(one), decimalOf(other)];
  if (a.isNegative !== b.isNegative) return a.isNegative ? -1 : 1;
  return a.isNegative ? compareSizes(b, a) : compareSizes(a, b);
}

function isLimit(value: AnyNumber): boolean {
  return typeof value === 'number' && !Number.isFinite(value);
}

function compareSizes(a: Decimal, b: Decimal): number {
  if (a.digits === '' || b.digits === '') return Math.sign(a.digits.length - b.digits.length);
  const difference = a.power + BigInt(a.digits.length) - (b.power + BigInt(b.digits.length));
  if (difference !== 0n) return difference > 0n ? 1 : -1;
  // With the first digits of both aligned, texts compare as numbers do.
  if (a.digits === b.digits) return 0;
  return a.digits > b.digits ? 1 : -1;
}

/** A text that is the same for equal numbers only: that of 1, 1.0 and 10e-1 is `1`. */
export function numberKey(value: AnyNumber): string {
  if (typeof value === 'number') return String(value || 0);
  const { isNegative, digits, power } = decimalOf(value);
  const near = Number(value);
  if (Number.isFinite(near) && compareNumbers(value, numberWritten(near)) === 0)
    return String(near || 0);
  return `${isNegative ? '-' : ''}${digits}e${power}`;
}

/** A double compares as its shortest decimal form: whoever writes 0.1 means 0.1. */
function numberWritten(value: number): ExactNumber {
  return new ExactNumber(String(value));
}

/** Whether a number has no fraction, such as 1.0 and 1e3 (JSON Schema 2020-12 core section 4.2.3). */
export function isInteger(value: unknown): value is AnyNumber {
  if (!(value instanceof ExactNumber)) return Number.isInteger(value);
  const { digits, power } = decimalOf(value);
  return digits === '' || power >= 0n;
}

/**
 * Whether a number is a multiple of a factor, computed in decimal: 19.99 is a multiple of 0.01, although the
 * quotient of their binary fractions is not an integer (JSON Schema Validation, section 6.2.1).
 *
 * @param factor Greater than 0; anything else divides nothing and is not a limit.
 */
export function isMultipleOf(value: AnyNumber, factor: AnyNumber): boolean {
  if (isLimit(value) || isLimit(factor) || compareNumbers(factor, 0) <= 0) return true;
  const [dividend, divisor] = [decimalOf(value), decimalOf(factor)];
  if (dividend.digits === '') return true;
  // A number smaller than the factor is never a multiple of it, so it need not be expanded.
  if (compareSizes(dividend, divisor) < 0) return false;
  const shift = dividend.power - divisor.power;
  const length = dividend.digits.length + divisor.digits.length;
  if (length > MAX_DIGITS || shift > MAX_SHIFT) return true;
  const [digits, by] = [BigInt(dividend.digits), BigInt(divisor.digits)];
  // A negative shift is at most as long as the digits of the dividend, which would be the smaller number
  // otherwise.
  if (shift < 0n) return digits % (by * 10n ** -shift) === 0n;
  return (digits * powerOfTen(shift, by)) % by === 0n;
}

/** The power of ten, modulo a number. The exponent may have any length. */
function powerOfTen(exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let base = 10n % modulus;
  for (let left = exponent; left > 0n; left /= 2n) {
    if (left % 2n === 1n) result = (result * base) % modulus;
    base = (base * base) % modulus;
  }
  return result;
}

/** The greater of two numbers, as written. */
export function greaterOf(one: AnyNumber, other: AnyNumber): AnyNumber {
  return compareNumbers(one, other) >= 0 ? one : other;
}

/** The lesser of two numbers, as written. */
export function lesserOf(one: AnyNumber, other: AnyNumber): AnyNumber {
  return compareNumbers(one, other) <= 0 ? one : other;
}

/** Equality of JSON values (JSON Schema 2020-12 core section 4.2.2). */
export function isSame(a: unknown, b: unknown): boolean {
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b) === 0;
  if (isNumber(a) || isNumber(b)) return false;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  if (!isObject(a) || !isObject(b)) return a === b;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isSame(a[name], b[name]))
  );
}

/** A text that is the same for equal values only: JSON with sorted names. */
export function keyOf(value: unknown): string {
  if (isNumber(value)) return numberKey(value);
  if (Array.isArray(value)) return `[${value.map(keyOf).join()}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? '';
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${keyOf(value[name])}`).join()}}`;
}
