import { numberKey } from '../../json/decimal.ts';
import { asString, type JsonObject } from '../../json/guards.ts';
import { ExactNumber, isNumber, numberOf } from '../../json/number.ts';
import { sampleOfFormat } from '../schema/format.ts';
import { matchesPattern, textOfPattern } from '../schema/pattern.ts';
import { isValid, type Reading } from '../schema/schema-check.ts';
import { countOf } from './budget.ts';
import { namedNumber } from './named-value.ts';
import type { Place } from './place.ts';
import { typeOf } from './sample-type.ts';
import type { Amount } from './sampling.ts';

/**
 * A text that is valid against a schema of type `string`, or undefined if none was found; of maximum length
 * if the schema requires more. Each `variant` gives another one, for lists with unique items.
 *
 * @param named What the text's name suggests, where its format and constraints allow it.
 */
export function sampleText(
  schema: JsonObject,
  variant: number,
  reading: Reading,
  named?: string,
): string | undefined {
  const min = countOf(schema.minLength);
  const max = doubleOf(schema.maxLength) ?? Number.POSITIVE_INFINITY;
  const format = asString(schema.format) ?? (schema.contentEncoding === 'base64' ? 'byte' : '');
  const word = `string${variant === 0 ? '' : variant}`;
  const rules = { ...schema, type: 'string' };
  const candidates = [
    () => sampleOfFormat(format, variant),
    () => named,
    () => word,
    () => word.slice(-max),
    () => fitted(sampleOfFormat(format, variant), min, max),
    () => word.padEnd(min, 'string').slice(0, max),
    () => fromPattern(schema.pattern, min, max, variant),
  ];
  const { pattern } = schema;
  let doubtful: string | undefined;
  for (const candidate of candidates) {
    const text = candidate();
    if (text === undefined || !isValid(text, rules, reading)) continue;
    if (typeof pattern !== 'string' || matchesPattern(text, pattern)) return text;
    // If validity cannot be decided, the last one is best: it was generated from the pattern.
    doubtful = text;
  }
  return doubtful;
}

const UNDIRECTED: Reading = { lookUp: () => undefined, direction: 'both' };

/** A number that its name suggests and its schema allows, or else the simplest one. */
export function scalarNumber(
  schema: JsonObject,
  place: Pick<Place, 'name' | 'variant'>,
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

function fitted(text: string | undefined, min: number, max: number): string | undefined {
  return text
    ?.replace(/^(https:\/\/)?/, (prefix) => prefix + 'a'.repeat(Math.max(0, min - text.length)))
    .slice(-max);
}

function fromPattern(
  pattern: unknown,
  min: number,
  max: number,
  variant: number,
): string | undefined {
  return typeof pattern === 'string' ? textOfPattern(pattern, min, max, variant) : undefined;
}

function doubleOf(value: unknown): number | undefined {
  const double = isNumber(value) ? Number(value) : Number.NaN;
  return Number.isFinite(double) ? double : undefined;
}
