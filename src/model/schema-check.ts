import { matchesFormat } from './format.ts';
import {
  asArray,
  asObject,
  entriesOf,
  isObject,
  type JsonObject,
  own,
  stringsOf,
} from './guards.ts';
import { typesOf } from './merge.ts';
import { matchesPattern } from './pattern.ts';
import type { References } from './ref.ts';
import type { Direction } from './schema.ts';

/** How schemas are read: where references lead, and which way the value travels. */
export interface Reading {
  readonly lookUp: References['lookUp'];
  readonly direction: Direction;
  /** Steps that all checks may take together; without it, each has its own limit alone. */
  readonly budget?: { left: number };
}

interface Check extends Reading {
  /** Steps that are left; what is not looked at any more counts as valid. */
  left: number;
  /** References followed for the value at hand, to end circles. */
  readonly active: ReadonlySet<string>;
}

/** Enough for any example; connected schemas could otherwise be looked at for ever. */
const MAX_STEPS = 20_000;

/**
 * Whether a value is valid against a schema: JSON Schema 2020-12 validation without
 * `unevaluated*`, with `$dynamicRef` read as `$ref`, with OpenAPI's `discriminator`, and with `required` as a reader
 * of `readOnly` and `writeOnly` understands it. It decides which examples to show; when in doubt it
 * says yes.
 */
export function isValid(value: unknown, schema: unknown, reading: Reading): boolean {
  const { budget } = reading;
  const most = Math.min(MAX_STEPS, budget?.left ?? MAX_STEPS);
  const check: Check = { ...reading, left: most, active: new Set() };
  const result = valid(value, schema, check);
  if (budget) budget.left -= most - Math.max(check.left, 0);
  return result;
}

/** Whether a value keeps to one keyword of a schema; unknown keywords ask for nothing. */
export function keepsTo(
  keyword: string,
  value: unknown,
  schema: JsonObject,
  reading: Reading,
): boolean {
  const check: Check = { ...reading, left: MAX_STEPS, active: new Set() };
  return keyword === '$ref'
    ? validReference(value, schema, check)
    : validKeyword(keyword, value, schema, check);
}

function valid(value: unknown, schema: unknown, check: Check): boolean {
  if (typeof schema === 'boolean') {
    return schema;
  }
  if (!isObject(schema) || check.left-- <= 0) {
    return true;
  }
  return (
    validReference(value, schema, check) &&
    Object.keys(schema).every((keyword) => validKeyword(keyword, value, schema, check))
  );
}

function validKeyword(keyword: string, value: unknown, schema: JsonObject, check: Check): boolean {
  const validate = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword] : undefined;
  return validate === undefined || validate(value, schema[keyword], schema, check);
}

function validReference(value: unknown, schema: JsonObject, check: Check): boolean {
  return [schema.$ref, schema.$dynamicRef].every((ref) => {
    if (typeof ref !== 'string' || check.active.has(ref)) {
      return true;
    }
    const active = new Set(check.active).add(ref);
    return nested(check, active, (inner) => valid(value, check.lookUp(ref), inner));
  });
}

/** Checks part of the value: references may come again there. */
function validPart(value: unknown, schema: unknown, check: Check): boolean {
  return nested(check, new Set(), (inner) => valid(value, schema, inner));
}

function nested(
  check: Check,
  active: ReadonlySet<string>,
  run: (inner: Check) => boolean,
): boolean {
  const inner: Check = { ...check, active };
  const result = run(inner);
  check.left = inner.left;
  return result;
}

type Keyword = (value: unknown, argument: unknown, schema: JsonObject, check: Check) => boolean;

const ofNumber =
  (test: (value: number, limit: number) => boolean): Keyword =>
  (value, limit) =>
    typeof value !== 'number' || typeof limit !== 'number' || test(value, limit);
const ofLength =
  (test: (length: number, limit: number) => boolean): Keyword =>
  (value, limit) =>
    typeof value !== 'string' || typeof limit !== 'number' || test([...value].length, limit);
const ofItems =
  (test: (length: number, limit: number) => boolean): Keyword =>
  (value, limit) =>
    !Array.isArray(value) || typeof limit !== 'number' || test(value.length, limit);
const ofProperties =
  (test: (length: number, limit: number) => boolean): Keyword =>
  (value, limit) =>
    !isObject(value) || typeof limit !== 'number' || test(Object.keys(value).length, limit);
const ofText =
  (test: (text: string, argument: string) => boolean): Keyword =>
  (value, argument) =>
    typeof value !== 'string' || typeof argument !== 'string' || test(value, argument);

const atLeast = (value: number, limit: number) => value >= limit;
const atMost = (value: number, limit: number) => value <= limit;

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  type: (value, types) =>
    typesOf(types).length === 0 || typesOf(types).some((type) => isOfType(value, type)),
  enum: (value, values) => !Array.isArray(values) || values.some((item) => isSame(item, value)),
  const: (value, constant) => isSame(value, constant),
  minimum: ofNumber(atLeast),
  maximum: ofNumber(atMost),
  exclusiveMinimum: ofNumber((value, limit) => value > limit),
  exclusiveMaximum: ofNumber((value, limit) => value < limit),
  multipleOf: ofNumber((value, factor) => factor <= 0 || Number.isInteger(value / factor)),
  minLength: ofLength(atLeast),
  maxLength: ofLength(atMost),
  pattern: ofText(matchesPattern),
  format: ofText(matchesFormat),
  minItems: ofItems(atLeast),
  maxItems: ofItems(atMost),
  minProperties: ofProperties(atLeast),
  maxProperties: ofProperties(atMost),
  uniqueItems: (value, unique) =>
    unique !== true ||
    !Array.isArray(value) ||
    value.every((item, index) => !value.slice(0, index).some((earlier) => isSame(earlier, item))),
  prefixItems: (value, schemas, _schema, check) =>
    asArray(value).every((item, index) => validPart(item, asArray(schemas)[index], check)),
  items: (value, items, schema, check) =>
    asArray(value)
      .slice(asArray(schema.prefixItems).length)
      .every((item) => validPart(item, items, check)),
  contains: (value, contains, schema, check) => {
    const found = asArray(value).filter((item) => validPart(item, contains, check)).length;
    const { minContains: min = 1, maxContains: max = Number.POSITIVE_INFINITY } = schema;
    return !Array.isArray(value) || (found >= Number(min) && found <= Number(max));
  },
  required: (value, names, schema, check) =>
    !isObject(value) ||
    stringsOf(names).every(
      (name) => Object.hasOwn(value, name) || isLeftOut(own(schema.properties, name), check),
    ),
  properties: (value, schemas, _schema, check) =>
    entriesOf(schemas).every(
      ([name, schema]) =>
        own(value, name) === undefined || validPart(own(value, name), schema, check),
    ),
  patternProperties: (value, schemas, _schema, check) =>
    entriesOf(schemas).every(([pattern, schema]) =>
      entriesOf(value).every(
        ([name, member]) => !matchesPattern(name, pattern) || validPart(member, schema, check),
      ),
    ),
  additionalProperties: (value, additional, schema, check) =>
    entriesOf(value).every(
      ([name, member]) => isDeclared(name, schema) || validPart(member, additional, check),
    ),
  propertyNames: (value, names, _schema, check) =>
    entriesOf(value).every(([name]) => validPart(name, names, check)),
  dependentRequired: (value, dependencies) =>
    entriesOf(dependencies).every(
      ([name, needed]) =>
        own(value, name) === undefined ||
        stringsOf(needed).every((other) => own(value, other) !== undefined),
    ),
  dependentSchemas: (value, dependencies, _schema, check) =>
    entriesOf(dependencies).every(
      ([name, schema]) => own(value, name) === undefined || valid(value, schema, check),
    ),
  allOf: (value, schemas, _schema, check) =>
    asArray(schemas).every((schema) => valid(value, schema, check)),
  anyOf: (value, schemas, _schema, check) =>
    asArray(schemas).some((schema) => valid(value, schema, check)),
  oneOf: validOneOf,
  not: (value, schema, _schema, check) => !valid(value, schema, check),
  if: (value, condition, schema, check) => {
    const branch = valid(value, condition, check) ? schema.then : schema.else;
    return branch === undefined || valid(value, branch, check);
  },
};

/** OpenAPI 3.1 section 4.8.25: where a discriminator names the choice, that one alone counts. */
function validOneOf(value: unknown, schemas: unknown, schema: JsonObject, check: Check): boolean {
  const tag = own(schema.discriminator, 'propertyName');
  const options = asArray(schemas);
  const named =
    typeof tag === 'string'
      ? options.filter((option) => isNamed(option, own(value, tag), schema))
      : [];
  const [only] = named;
  if (named.length === 1) {
    return valid(value, only, check);
  }
  return options.filter((option) => valid(value, option, check)).length === 1;
}

function isNamed(option: unknown, tag: unknown, schema: JsonObject): boolean {
  return typeof tag === 'string' && discriminatorValues(option, schema.discriminator).includes(tag);
}

/** The values of a discriminator's property that select a choice: from the mapping, else its name. */
export function discriminatorValues(option: unknown, discriminator: unknown): string[] {
  const ref = own(option, '$ref');
  if (typeof ref !== 'string') {
    return [];
  }
  const name = ref.split('/').at(-1) ?? ref;
  const mapped = entriesOf(own(discriminator, 'mapping'))
    .filter(([, target]) => target === ref || target === name)
    .map(([value]) => value);
  return mapped.length > 0 ? mapped : [name];
}

/** True for a property that does not travel this way: OpenAPI 3.1 section 4.8.24, `readOnly`. */
export function isLeftOut(schema: unknown, { lookUp, direction }: Reading): boolean {
  const keyword = { request: 'readOnly', response: 'writeOnly', both: undefined }[direction];
  const seen = new Set<string>();
  let current = schema;
  while (keyword !== undefined && isObject(current)) {
    if (current[keyword] === true) {
      return true;
    }
    const { $ref, allOf } = current;
    const [only] = asArray(allOf);
    if (typeof $ref === 'string' ? seen.has($ref) : only === undefined) {
      return false;
    }
    seen.add(String($ref));
    current = typeof $ref === 'string' ? lookUp($ref) : only;
  }
  return false;
}

function isDeclared(name: string, schema: JsonObject): boolean {
  return (
    Object.hasOwn(asObject(schema.properties), name) ||
    Object.keys(asObject(schema.patternProperties)).some((pattern) => matchesPattern(name, pattern))
  );
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
      return Number.isInteger(value);
    case 'number':
      return Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

/** Equality of JSON values (JSON Schema core, section 4.2.2). */
export function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  }
  if (isObject(a) && isObject(b)) {
    const names = Object.keys(a);
    return (
      names.length === Object.keys(b).length &&
      names.every((name) => Object.hasOwn(b, name) && isSame(a[name], b[name]))
    );
  }
  return a === b;
}
