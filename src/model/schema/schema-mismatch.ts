import { asArray, entriesOf, isObject, type JsonObject, own } from '../../json/guards.ts';
import { keepsTo, type Reading } from './schema-check.ts';

/** Why a value is not valid: the innermost place where it does not match its schema. */
export interface Mismatch {
  /** Members and indexes from the value to the wrong one. */
  readonly path: readonly string[];
  readonly value: unknown;
  readonly keyword: string;
  /** The keyword's argument. */
  readonly expected: unknown;
}

/** For all places of a value together, if the caller has no budget: some tenths of a second. */
const MAX_STEPS = 200_000;

/** Deeper than any example; ends recursive schemas. */
const MAX_DEPTH = 100;

interface Place {
  readonly path: readonly string[];
  readonly value: unknown;
}

/**
 * Finds out why `isValid` rejects a value; undefined if it does not. JSON Schema 2020-12, with the
 * limitations of `isValid`.
 */
export function mismatchOf(
  value: unknown,
  schema: unknown,
  reading: Reading,
): Mismatch | undefined {
  const [first] = mismatchesOf(value, schema, reading);
  return first;
}

/** The same for all places where a value does not match its schema, one after the other. */
export function mismatchesOf(
  value: unknown,
  schema: unknown,
  reading: Reading,
): Generator<Mismatch, void, undefined> {
  const budget = reading.budget ?? { left: MAX_STEPS };
  return search({ path: [], value }, schema, { ...reading, budget }, 0);
}

function* search(
  place: Place,
  schema: unknown,
  reading: Reading,
  depth: number,
): Generator<Mismatch, void, undefined> {
  if (schema === false) yield { ...place, keyword: 'false', expected: false };
  if (!isObject(schema) || depth > MAX_DEPTH) return;
  for (const [keyword, expected] of Object.entries(schema)) {
    if (keepsTo(keyword, place.value, schema, reading)) continue;
    const parts = PARTS[keyword]?.(place, expected, schema, reading) ?? [];
    let isFound = false;
    for (const [inner, innerSchema] of parts) {
      for (const found of search(inner, innerSchema, reading, depth + 1)) {
        isFound = true;
        // `additionalProperties: false` is more helpful than the `false` that the value meets.
        yield found.keyword === 'false' ? { ...found, keyword } : found;
      }
    }
    if (!isFound) yield { ...place, keyword, expected };
  }
}

type Parts = (
  place: Place,
  argument: unknown,
  schema: JsonObject,
  reading: Reading,
) => readonly (readonly [Place, unknown])[];

const into = ({ path }: Place, key: string | number, value: unknown): Place => ({
  path: [...path, String(key)],
  value,
});

const sameValue: Parts = (place, schemas) => asArray(schemas).map((schema) => [place, schema]);

/** A choice of one, besides null, is what was meant. */
const onlyChoice: Parts = (place, schemas) => {
  const choices = asArray(schemas).filter((choice) => own(choice, 'type') !== 'null');
  return choices.length === 1 && place.value !== null ? [[place, choices[0]]] : [];
};

/** Which keywords apply which schema to which part of the value; all others are reported as a whole. */
const PARTS: Readonly<Record<string, Parts>> = {
  $ref: (place, ref, _schema, { lookUp }) => [[place, lookUp(String(ref))]],
  allOf: sameValue,
  oneOf: onlyChoice,
  anyOf: onlyChoice,
  properties: (place, schemas) =>
    entriesOf(schemas)
      .filter(([name]) => own(place.value, name) !== undefined)
      .map(([name, schema]) => [into(place, name, own(place.value, name)), schema]),
  additionalProperties: (place, additional, schema) =>
    entriesOf(place.value)
      .filter(([name]) => own(schema.properties, name) === undefined)
      .map(([name, value]) => [into(place, name, value), additional]),
  prefixItems: (place, schemas) =>
    asArray(place.value)
      .slice(0, asArray(schemas).length)
      .map((item, index) => [into(place, index, item), asArray(schemas)[index]]),
  items: (place, items, schema) => {
    const first = asArray(schema.prefixItems).length;
    return asArray(place.value)
      .slice(first)
      .map((item, index) => [into(place, first + index, item), items]);
  },
};
