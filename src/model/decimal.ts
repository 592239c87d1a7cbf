/** A finite number as its digits and the power of ten that they are multiplied by. */
type Decimal = readonly [digits: bigint, exponent: number];

/**
 * Whether a number is a multiple of a factor, counted in decimal as people write both: 19.99 is a multiple
 * of 0.01, though the quotient of their binary fractions is no integer (JSON Schema Validation, section 6.2.1).
 *
 * @param factor Greater than 0; anything else divides nothing and is no limit.
 */
export function isMultipleOf(value: number, factor: number): boolean {
  if (!(factor > 0) || !Number.isFinite(factor) || !Number.isFinite(value)) return true;
  const [dividend, power] = decimalOf(value);
  const [divisor, otherPower] = decimalOf(factor);
  const shared = Math.min(power, otherPower);
  return scaled(dividend, power - shared) % scaled(divisor, otherPower - shared) === 0n;
}

function scaled(digits: bigint, power: number): bigint {
  return digits * 10n ** BigInt(power);
}

function decimalOf(value: number): Decimal {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}
