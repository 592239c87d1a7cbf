import { cached } from '../../json/cached.ts';
import { compareNumbers, isInteger, isMultipleOf, isSame, keyOf } from '../../json/decimal.ts';
import {
  asArray,
  asObject,
  entriesOf,
  isObject,
  type JsonObject,
  own,
  stringsOf,
} from '../../json/guards.ts';
import { type ExactNumber, isNumber } from '../../json/number.ts';
import { countOf, MOST } from '../examples/budget.ts';
import { discriminatorValues } from './discriminator.ts';
import { matchesFormat } from './format.ts';
import { isLeftOutOf } from './left-out.ts';
import { typesOf } from './merge.ts';
import { matchesPattern } from './pattern.ts';
import type { References } from './ref.ts';
import type { Direction } from './schema.ts';

/** How schemas are read: the targets of references, and the direction of the value. */
export interface Reading {
  readonly lookUp: References['lookUp'];
  readonly direction: Direction;
  /** Steps that all checks may take together; without it, each has only its own limit. */
  readonly budget?: { left: number };
  /** True for examples being generated: nothing beyond their maximum size is required of them. */
  readonly isExample?: boolean;
}

/** With the steps that all checks may take. */
export type Counted = Reading & Required<Pick<Reading, 'budget'>>;

/** True or false; undefined if it cannot be decided, or would take too long. */
type Answer = boolean | undefined;

interface Check extends Reading {
  /** Steps left. */
  readonly budget: { left: number };
  /** References followed for the current value, to end circles. */
  readonly active: ReadonlySet<string>;
  /** The schema for the current value, with all its parts. */
  readonly whole: unknown;
}

/** Enough for any example; connected schemas could otherwise be checked forever. */
const MAX_STEPS = 20_000;
/** Members, or characters, of a value or of a keyword's argument that count as one step. */
const MEMBERS = 16;
const CHARACTERS = 1_000;

/**
 * Whether a value is valid against a schema: JSON Schema 2020-12 validation without `unevaluated*`, with
 * `$dynamicRef` read as `$ref`, with OpenAPI's `discriminator`, and with `required` as readers of `readOnly`
 * and `writeOnly` expect. It decides which examples to show; when in doubt it says yes.
 */
export function isValid(value: unknown, schema: unknown, reading: Reading): boolean {
  return within(reading, schema, (check) => valid(value, schema, check));
}

/**
 * The same with the whole shared budget, for values from a document: undefined if that is not enough to say
 * no.
 */
export function validity(value: unknown, schema: unknown, reading: Counted): boolean | undefined {
  const answer = valid(value, schema, { ...reading, active: new Set(), whole: schema });
  // More steps would not resolve other doubts, such as a pattern that is not a regular expression.
  return answer ?? (reading.budget.left > 0 ? true : undefined);
}

/** Whether a value satisfies one keyword of a schema; unknown keywords require nothing. */
export function keepsTo(
  keyword: string,
  value: unknown,
  schema: JsonObject,
  reading: Reading,
): boolean {
  return within(reading, schema, (check) =>
    keyword === '$ref'
      ? validReference(value, schema, check)
      : validKeyword(keyword, value, schema, check),
  );
}

function within(reading: Reading, whole: unknown, answer: (check: Check) => Answer): boolean {
  const most = Math.min(MAX_STEPS, reading.budget?.left ?? MAX_STEPS);
  const budget = { left: most };
  const result = answer({ ...reading, budget, active: new Set(), whole });
  if (reading.budget) reading.budget.left -= most - budget.left;
  return result !== false;
}

/** Takes steps; false if there were none left. */
function spend({ budget }: Check, steps: number): boolean {
  const isLeft = budget.left > 0;
  budget.left -= steps;
  return isLeft;
}

function valid(value: unknown, schema: unknown, check: Check): Answer {
  if (typeof schema === 'boolean') return schema;
  if (!isObject(schema)) return true;
  if (!spend(check, 1)) return undefined;
  return both(validReference(value, schema, check), () =>
    every(Object.keys(schema), (keyword) => validKeyword(keyword, value, schema, check)),
  );
}

function validKeyword(keyword: string, value: unknown, schema: JsonObject, check: Check): Answer {
  const validate = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword] : undefined;
  if (validate === undefined) return true;
  const steps = Math.floor(sizeOf(value) + sizeOf(schema[keyword]));
  return spend(check, steps) ? validate(value, schema[keyword], schema, check) : undefined;
}

/** The cost of checking a value, without that of its members, in steps. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length / CHARACTERS;
  if (Array.isArray(value)) return value.length / MEMBERS;
  return isObject(value) ? Object.keys(value).length / MEMBERS : 0;
}

function validReference(value: unknown, schema: JsonObject, check: Check): Answer {
  return every([schema.$ref, schema.$dynamicRef], (ref) => {
    if (typeof ref !== 'string' || check.active.has(ref)) return true;
    const active = new Set(check.active).add(ref);
    return valid(value, check.lookUp(ref), { ...check, active });
  });
}

/** Checks part of the value: references may repeat there. */
function validPart(value: unknown, schema: unknown, check: Check): Answer {
  return valid(value, schema, { ...check, active: new Set(), whole: schema });
}

/** Kleene's logic: false beats undefined, undefined beats true. */
function every<T>(items: Iterable<T>, test: (item: T) => Answer): Answer {
  let answer: Answer = true;
  for (const item of items) {
    const one = test(item);
    if (one === false) return false;
    if (one === undefined) answer = undefined;
  }
  return answer;
}

function some<T>(items: Iterable<T>, test: (item: T) => Answer): Answer {
  return not(every(items, (item) => not(test(item))));
}

function not(answer: Answer): Answer {
  return answer === undefined ? undefined : !answer;
}

function both(first: Answer, second: () => Answer): Answer {
  return every([() => first, second], (answer) => answer());
}

function either(first: Answer, second: () => Answer): Answer {
  return some([() => first, second], (answer) => answer());
}

/** Whether the number of valid items is between `min` and `max`. */
function counts<T>(
  items: readonly T[],
  test: (item: T) => Answer,
  min: number,
  max: number,
): Answer {
  let sure = 0;
  let unsure = 0;
  for (const item of items) {
    const answer = test(item);
    if (answer === true) sure += 1;
    if (answer === undefined) unsure += 1;
  }
  if (sure > max || sure + unsure < min) return false;
  return sure >= min && sure + unsure <= max ? true : undefined;
}

type Keyword = (value: unknown, argument: unknown, schema: JsonObject, check: Check) => Answer;

/** Whether two numbers are related as a keyword requires. */
type Compare = (value: number | ExactNumber, limit: number | ExactNumber) => boolean;

const ofNumber =
  (test: Compare): Keyword =>
  (value, limit) =>
    !isNumber(value) || !isNumber(limit) || test(value, limit);
const ofLength =
  (test: Compare): Keyword =>
  (value, limit) =>
    typeof value !== 'string' || !isNumber(limit) || test([...value].length, limit);
const ofItems =
  (test: Compare): Keyword =>
  (value, limit) =>
    !Array.isArray(value) || !isNumber(limit) || test(value.length, limit);
const ofProperties =
  (test: Compare): Keyword =>
  (value, limit) =>
    !isObject(value) || !isNumber(limit) || test(Object.keys(value).length, limit);
const ofText =
  (test: (text: string, argument: string, check: Check) => Answer): Keyword =>
  (value, argument, _schema, check) =>
    typeof value !== 'string' || typeof argument !== 'string' || test(value, argument, check);

/** A lower limit that an example may be too short for. */
const ifShown =
  (keyword: Keyword): Keyword =>
  (value, limit, schema, check) =>
    (check.isExample === true && Number(limit) > MOST) || keyword(value, limit, schema, check);

const atLeast: Compare = (value, limit) => compareNumbers(value, limit) >= 0;
const atMost: Compare = (value, limit) => compareNumbers(value, limit) <= 0;

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  type: (value, types) =>
    typesOf(types).length === 0 || typesOf(types).some((type) => isOfType(value, type)),
  enum: (value, values) => !Array.isArray(values) || keysOf(values).has(keyOf(value)),
  const: (value, constant) => isSame(value, constant),
  minimum: ofNumber(atLeast),
  maximum: ofNumber(atMost),
  exclusiveMinimum: ofNumber((value, limit) => compareNumbers(value, limit) > 0),
  exclusiveMaximum: ofNumber((value, limit) => compareNumbers(value, limit) < 0),
  multipleOf: ofNumber(isMultipleOf),
  minLength: ifShown(ofLength(atLeast)),
  maxLength: ofLength(atMost),
  pattern: ofText(matches),
  format: ofText(matchesFormat),
  minItems: ifShown(ofItems(atLeast)),
  maxItems: ofItems(atMost),
  minProperties: ifShown(ofProperties(atLeast)),
  maxProperties: ofProperties(atMost),
  uniqueItems: (value, unique) =>
    unique !== true || !Array.isArray(value) || new Set(value.map(keyOf)).size === value.length,
  prefixItems: (value, schemas, _schema, check) =>
    every(asArray(value).slice(0, asArray(schemas).length).entries(), ([index, item]) =>
      validPart(item, asArray(schemas)[index], check),
    ),
  items: (value, items, schema, check) =>
    every(asArray(value).slice(asArray(schema.prefixItems).length), (item) =>
      validPart(item, items, check),
    ),
  contains: (value, contains, schema, check) => {
    const { minContains = 1, maxContains: max = Number.POSITIVE_INFINITY } = schema;
    const min = check.isExample ? countOf(minContains) : Number(minContains);
    const isFound = (item: unknown) => validPart(item, contains, check);
    return !Array.isArray(value) || counts(value, isFound, min, Number(max));
  },
  required: (value, names, _schema, check) =>
    !isObject(value) ||
    stringsOf(names).every(
      (name) => Object.hasOwn(value, name) || isLeftOutOf(check.whole, name, check),
    ),
  properties: (value, schemas, _schema, check) =>
    every(
      entriesOf(schemas),
      ([name, schema]) =>
        own(value, name) === undefined || validPart(own(value, name), schema, check),
    ),
  patternProperties: (value, schemas, _schema, check) =>
    every(entriesOf(schemas), ([pattern, schema]) =>
      every(entriesOf(value), ([name, member]) =>
        either(not(matches(name, pattern, check)), () => validPart(member, schema, check)),
      ),
    ),
  additionalProperties: (value, additional, schema, check) =>
    every(entriesOf(value), ([name, member]) =>
      either(isDeclared(name, schema, check), () => validPart(member, additional, check)),
    ),
  propertyNames: (value, names, _schema, check) =>
    every(entriesOf(value), ([name]) => validPart(name, names, check)),
  dependentRequired: (value, dependencies) =>
    entriesOf(dependencies).every(
      ([name, needed]) =>
        own(value, name) === undefined ||
        stringsOf(needed).every((other) => own(value, other) !== undefined),
    ),
  dependentSchemas: (value, dependencies, _schema, check) =>
    every(
      entriesOf(dependencies),
      ([name, schema]) => own(value, name) === undefined || valid(value, schema, check),
    ),
  allOf: (value, schemas, _schema, check) =>
    every(asArray(schemas), (schema) => valid(value, schema, check)),
  anyOf: (value, schemas, _schema, check) =>
    some(asArray(schemas), (schema) => valid(value, schema, check)),
  oneOf: validOneOf,
  not: (value, schema, _schema, check) => not(valid(value, schema, check)),
  if: (value, condition, schema, check) => {
    const answer = valid(value, condition, check);
    if (answer === undefined) return undefined;
    const branch = answer ? schema.then : schema.else;
    return branch === undefined || valid(value, branch, check);
  },
};

/** OpenAPI 3.1 section 4.8.25: if a discriminator names the choice, only that one counts. */
function validOneOf(value: unknown, schemas: unknown, schema: JsonObject, check: Check): Answer {
  const tag = own(schema.discriminator, 'propertyName');
  const options = asArray(schemas);
  const named =
    typeof tag === 'string'
      ? options.filter((option) => isNamed(option, own(value, tag), schema, check))
      : [];
  const [only] = named;
  if (named.length === 1) return valid(value, only, check);
  return counts(options, (option) => valid(value, option, check), 1, 1);
}

function isNamed(
  option: unknown,
  tag: unknown,
  { discriminator }: JsonObject,
  check: Check,
): boolean {
  return typeof tag === 'string' && discriminatorValues(option, discriminator, check).includes(tag);
}

function isDeclared(name: string, schema: JsonObject, check: Check): Answer {
  return (
    Object.hasOwn(asObject(schema.properties), name) ||
    some(Object.keys(asObject(schema.patternProperties)), (pattern) =>
      matches(name, pattern, check),
    )
  );
}

function matches(text: string, pattern: string, check: Check): Answer {
  return matchesPattern(text, pattern, (steps) => spend(check, steps));
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return isInteger(value);
    case 'number':
      return isNumber(value) && (typeof value !== 'number' || Number.isFinite(value));
    default:
      return typeof value === type;
  }
}

const keys = new WeakMap<readonly unknown[], ReadonlySet<string>>();

/** The keys of all values in a list, which is not changed. */
function keysOf(values: readonly unknown[]): ReadonlySet<string> {
  return cached(keys, values, () => new Set(values.map(keyOf)));
}
