import { asObject, entriesOf, isObject, type JsonObject, stringsOf } from './guards.ts';

/** Says that two values of a keyword cannot be said as one. */
const CONFLICT = Symbol('conflict');

type Rule = (first: unknown, second: unknown) => unknown;

/**
 * How two schemas that both hold become one, keyword by keyword (JSON Schema 2020-12 core section
 * 10.2.1.1). A keyword that is not listed keeps its first value, if the two are equal or it is an
 * annotation; otherwise the second is left over.
 */
const RULES: { readonly [keyword: string]: Rule } = {
  type: mergeTypes,
  enum: (first, second) => {
    if (!Array.isArray(first) || !Array.isArray(second)) return first;
    const allowed = new Set(second.map((value) => JSON.stringify(value)));
    const both = first.filter((value) => allowed.has(JSON.stringify(value)));
    return both.length > 0 ? both : CONFLICT;
  },
  required: (first, second) => [...new Set([...stringsOf(first), ...stringsOf(second)])],
  properties: mergeByName,
  patternProperties: mergeByName,
  dependentSchemas: mergeByName,
  dependentRequired: (first, second) => ({ ...asObject(second), ...asObject(first) }),
  additionalProperties: mergeSchemas,
  unevaluatedProperties: mergeSchemas,
  unevaluatedItems: mergeSchemas,
  propertyNames: mergeSchemas,
  items: mergeSchemas,
  minimum: numeric(Math.max),
  exclusiveMinimum: numeric(Math.max),
  minLength: numeric(Math.max),
  minItems: numeric(Math.max),
  minProperties: numeric(Math.max),
  maximum: numeric(Math.min),
  exclusiveMaximum: numeric(Math.min),
  maxLength: numeric(Math.min),
  maxItems: numeric(Math.min),
  maxProperties: numeric(Math.min),
  uniqueItems: either,
  deprecated: either,
  readOnly: either,
  writeOnly: either,
};

const CONSTRAINING: ReadonlySet<string> = new Set([
  'const',
  'format',
  'pattern',
  'multipleOf',
  'oneOf',
  'anyOf',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'minContains',
  'maxContains',
  'prefixItems',
  'contentEncoding',
  'contentMediaType',
  'contentSchema',
]);

/**
 * Merges a schema without `$ref` and `allOf` into another, given and changed as a map. What comes
 * first goes before what comes later. Returns what could not be merged, as a schema, or undefined.
 */
export function mergeInto(
  target: Map<string, unknown>,
  source: JsonObject,
): JsonObject | undefined {
  // With types that exclude each other the rest of the schema makes sense with its own type only.
  if (target.has('type') && source.type !== undefined) {
    if (mergeTypes(target.get('type'), source.type) === CONFLICT) return source;
  }
  // `if`, `then` and `else` mean something together only.
  const conditional = target.has('if') && isObject(source.if);
  const left: [string, unknown][] = [];
  for (const [keyword, value] of Object.entries(source)) {
    const first = target.get(keyword);
    if (conditional && (keyword === 'if' || keyword === 'then' || keyword === 'else')) {
      left.push([keyword, value]);
    } else if (!target.has(keyword)) {
      target.set(keyword, value);
    } else if (Object.hasOwn(RULES, keyword)) {
      const merged = RULES[keyword]?.(first, value);
      if (merged === CONFLICT) left.push([keyword, value]);
      else target.set(keyword, merged);
    } else if (CONSTRAINING.has(keyword) && JSON.stringify(first) !== JSON.stringify(value)) {
      left.push([keyword, value]);
    }
  }
  return left.length > 0 ? Object.fromEntries(left) : undefined;
}

/** The types that both allow; an integer is a number. */
function mergeTypes(first: unknown, second: unknown): unknown {
  const [one, other] = [typesOf(first), typesOf(second)];
  if (one.length === 0 || other.length === 0) return one.length === 0 ? second : first;
  const both = one.flatMap((type) => {
    if (other.includes(type)) return [type];
    if (type === 'integer' && other.includes('number')) return ['integer'];
    return type === 'number' && other.includes('integer') ? ['integer'] : [];
  });
  return both.length > 0 ? both : CONFLICT;
}

/** The value of `type` as a list; JSON Schema 2020-12 validation section 6.1.1. */
export function typesOf(type: unknown): string[] {
  return typeof type === 'string' ? [type] : [...new Set(stringsOf(type))];
}

/** True where `null` is the only value that a schema allows. */
export function isOnlyNull({ type, const: constant, enum: values }: JsonObject): boolean {
  if (constant === null) return true;
  if (Array.isArray(values) && values.length > 0) return values.every((value) => value === null);
  const types = typesOf(type);
  return types.length > 0 && types.every((one) => one === 'null');
}

function mergeByName(first: unknown, second: unknown): unknown {
  const merged = new Map(entriesOf(first));
  for (const [name, schema] of entriesOf(second)) {
    merged.set(name, merged.has(name) ? mergeSchemas(merged.get(name), schema) : schema);
  }
  return Object.fromEntries(merged);
}

function mergeSchemas(first: unknown, second: unknown): unknown {
  if (first === false || second === false) return false;
  if (!isObject(first) || Object.keys(first).length === 0) return second;
  if (!isObject(second) || Object.keys(second).length === 0) return first;
  return JSON.stringify(first) === JSON.stringify(second) ? first : { allOf: [first, second] };
}

function numeric(pick: (one: number, other: number) => number): Rule {
  return (first, second) => {
    if (typeof first !== 'number') return second;
    return typeof second === 'number' ? pick(first, second) : first;
  };
}

function either(first: unknown, second: unknown): boolean {
  return first === true || second === true;
}
