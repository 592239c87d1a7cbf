import { isObject } from './guards.ts';
import { ExactNumber, isNumber } from './number.ts';

type AnyNumber = number | ExactNumber;

/** A number as its digits, without zeros at their end, and the power of ten that they are multiplied by. */
interface Decimal {
  readonly isNegative: boolean;
  /** Empty for zero. */
  readonly digits: string;
  readonly power: bigint;
}

/** Numbers of more digits are nobody's limits; counting with them would take long. */
const MAX_DIGITS = 5_000;
const MAX_SHIFT = 10n ** 100n;

function decimalOf(value: AnyNumber): Decimal {
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(String(value)) ?? [];
  const all = (whole + fraction).replace(/^0+/, '');
  // A pattern that looks for the end from each zero would take time by their square.
  let end = all.length;
  while (all[end - 1] === '0') end -= 1;
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(all.length - end);
  return { isNegative: sign === '-' && end > 0, digits: all.slice(0, end), power };
}

/**
 * Less than 0, 0 or more than 0 as the first of two numbers is less than, equal to or greater than the
 * second. Exact, whatever their length and exponent. Infinity is greater than all; NaN is equal to all.
 */
export function compareNumbers(one: AnyNumber, other: AnyNumber): number {
  if (typeof one === 'number' && typeof other === 'number') return Math.sign(one - other) || 0;
  // Infinity here is no number of a document, but a limit that none sets.
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
  // With the first digits of both at the same place, texts compare as numbers do.
  if (a.digits === b.digits) return 0;
  return a.digits > b.digits ? 1 : -1;
}

/** A text that two numbers share exactly when they are equal: that of 1, 1.0 and 10e-1 is `1`. */
export function numberKey(value: AnyNumber): string {
  if (typeof value === 'number') return String(value || 0);
  const { isNegative, digits, power } = decimalOf(value);
  const near = Number(value);
  if (Number.isFinite(near) && compareNumbers(value, numberWritten(near)) === 0)
    return String(near || 0);
  return `${isNegative ? '-' : ''}${digits}e${power}`;
}

/** A double compares as its shortest text has it: people mean 0.1 where they write it. */
function numberWritten(value: number): ExactNumber {
  return new ExactNumber(String(value));
}

/** Whether a number has no fraction: 1.0 and 1e3 have none (JSON Schema 2020-12 core section 4.2.3). */
export function isInteger(value: unknown): value is AnyNumber {
  if (!(value instanceof ExactNumber)) return Number.isInteger(value);
  const { digits, power } = decimalOf(value);
  return digits === '' || power >= 0n;
}

/**
 * Whether a number is a multiple of a factor, counted in decimal as people write both: 19.99 is a multiple
 * of 0.01, though the quotient of their binary fractions is no integer (JSON Schema Validation, section 6.2.1).
 *
 * @param factor Greater than 0; anything else divides nothing and is no limit.
 */
export function isMultipleOf(value: AnyNumber, factor: AnyNumber): boolean {
  if (isLimit(value) || isLimit(factor) || compareNumbers(factor, 0) <= 0) return true;
  const [dividend, divisor] = [decimalOf(value), decimalOf(factor)];
  if (dividend.digits === '') return true;
  // What is less than the factor is none of its multiples, and need not be written out.
  if (compareSizes(dividend, divisor) < 0) return false;
  const shift = dividend.power - divisor.power;
  const length = dividend.digits.length + divisor.digits.length;
  if (length > MAX_DIGITS || shift > MAX_SHIFT) return true;
  const [digits, by] = [BigInt(dividend.digits), BigInt(divisor.digits)];
  // A negative shift is no longer than the digits of the dividend, which would be the smaller one otherwise.
  if (shift < 0n) return digits % (by * 10n ** -shift) === 0n;
  return (digits * powerOfTen(shift, by)) % by === 0n;
}

/** The power of ten, modulo a number: the exponent may have any length. */
function powerOfTen(exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let base = 10n % modulus;
  for (let left = exponent; left > 0n; left /= 2n) {
    if (left % 2n === 1n) result = (result * base) % modulus;
    base = (base * base) % modulus;
  }
  return result;
}

/** The greater of two numbers, as it was written. */
export function greaterOf(one: AnyNumber, other: AnyNumber): AnyNumber {
  return compareNumbers(one, other) >= 0 ? one : other;
}

/** The lesser of two numbers, as it was written. */
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

/** A text that is the same for values that are the same, and for no others: JSON with sorted names. */
export function keyOf(value: unknown): string {
  if (isNumber(value)) return numberKey(value);
  if (Array.isArray(value)) return `[${value.map(keyOf).join()}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? '';
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${keyOf(value[name])}`).join()}}`;
}
