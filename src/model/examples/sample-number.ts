import { numberKey } from '../../json/decimal.ts';
import type { JsonObject } from '../../json/guards.ts';
import { ExactNumber, isNumber, numberOf } from '../../json/number.ts';
import { isValid, type Reading } from '../schema/schema-check.ts';
import { type NumberPlace, namedNumber } from './named-value.ts';
import { typeOf } from './sample-type.ts';
import type { Amount } from './sampling.ts';

const UNDIRECTED: Reading = { lookUp: () => undefined, direction: 'both' };

/** A number that its name suggests and its schema allows, or else the simplest one. */
export function scalarNumber(
  schema: JsonObject,
  place: NumberPlace,
  amount: Amount,
  reading: Reading,
): number | ExactNumber | undefined {
  const isInteger = typeOf(schema) === 'integer';
  const named = namedNumber(place);
  if (named !== undefined && isValid(named, schema, reading)) return named;
  // The other way to generate a number is a fraction, which a choice may require.
  return isInteger || amount !== 'least'
    ? sampleNumber(schema, isInteger, place.variant)
    : sampleNumber({ multipleOf: 0.5, ...schema }, false, place.variant + 1);
}

/** Keywords that limit numbers. */
const LIMITS = 'minimum exclusiveMinimum maximum exclusiveMaximum multipleOf'.split(' ');

/** A number (or integer) within the bounds of a schema: 0 if possible, or else the nearest to it. */
export function sampleNumber(
  schema: JsonObject,
  isInteger: boolean,
  variant: number,
): number | ExactNumber | undefined {
  const made = sampleDouble(schema, isInteger, variant);
  const limits = LIMITS.flatMap((keyword) => {
    const limit = schema[keyword];
    return limit instanceof ExactNumber ? [limit] : [];
  });
  if (limits.every((limit) => numberKey(limit) === numberKey(Number(limit)))) return made;
  // Between limits that a double cannot represent, the double may be out of range.
  const rules = Object.fromEntries(LIMITS.map((keyword) => [keyword, schema[keyword]]));
  const exact = limits.flatMap((limit) => [limit, ...neighborsOf(limit)]);
  const candidates =
    Math.abs(made ?? 0) > Number.MAX_SAFE_INTEGER ? [...exact, made] : [made, ...exact];
  return candidates.find(
    (value) =>
      value !== undefined &&
      isValid(value, { ...rules, type: isInteger ? 'integer' : 'number' }, UNDIRECTED),
  );
}

/** The integers before and after an integer. */
function neighborsOf({ text }: ExactNumber): (number | ExactNumber)[] {
  return /^-?\d+$/.test(text) ? [1n, -1n].map((step) => numberOf(`${BigInt(text) + step}`)) : [];
}

function sampleDouble(schema: JsonObject, isInteger: boolean, variant: number): number | undefined {
  const step = doubleOf(schema.multipleOf) ?? (isInteger ? 1 : undefined);
  const [low, high] = boundsOf(schema, step);
  if (low > high) return undefined;
  const nearest = Math.min(Math.max(0, low), high);
  const size = step ?? stepWithin(low, high);
  const first =
    step === undefined
      ? nearest
      : step * (nearest > 0 ? Math.ceil(nearest / step) : Math.floor(nearest / step));
  const up = rounded(first + variant * size);
  const value = up <= high ? up : rounded(first - variant * size);
  return value >= low && value <= high ? value || 0 : undefined;
}

/** The bounds as inclusive ones. */
function boundsOf(
  schema: JsonObject,
  step: number | undefined,
): readonly [low: number, high: number] {
  const above = doubleOf(schema.exclusiveMinimum);
  const below = doubleOf(schema.exclusiveMaximum);
  const min = doubleOf(schema.minimum) ?? Number.NEGATIVE_INFINITY;
  const max = doubleOf(schema.maximum) ?? Number.POSITIVE_INFINITY;
  const gap = step ?? stepWithin(Math.max(min, above ?? min), Math.min(max, below ?? max));
  const low = above === undefined || above < min ? min : nextMultiple(above, gap, step);
  const high = below === undefined || below > max ? max : -nextMultiple(-below, gap, step);
  return [low, high];
}

function nextMultiple(bound: number, gap: number, step: number | undefined): number {
  return step === undefined ? bound + gap : step * (Math.floor(bound / step) + 1);
}

/** A step of 1, or less if there is less room. */
function stepWithin(low: number, high: number): number {
  const room = high - low;
  return room > 0 && room <= 2 ? room / 4 : 1;
}

/** Without the noise of binary fractions: 0.30000000000000004 becomes 0.3. */
function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}

/** A number as a double; undefined for anything else, and if it is too large. */
export function doubleOf(value: unknown): number | undefined {
  const double = isNumber(value) ? Number(value) : Number.NaN;
  return Number.isFinite(double) ? double : undefined;
}
