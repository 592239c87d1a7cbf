import { greaterOf, isSame, keyOf, lesserOf } from '../../json/decimal.ts';
import {
  asArray,
  asObject,
  entriesOf,
  isObject,
  type JsonObject,
  stringsOf,
} from '../../json/guards.ts';
import { fromEntriesInOrder } from '../../json/key-order.ts';
import { isNumber } from '../../json/number.ts';
import { OTHER_KEYWORDS } from './part.ts';

/** Two values of a keyword cannot be merged into one. */
const CONFLICT = Symbol('conflict');

/**
 * Which of two parts' annotations takes precedence: the one that is greater at the first number that differs.
 */
export type Rank = readonly number[];

/** Merges schemas that both apply to the same key; the first one was there before. */
type Join = (key: string, first: unknown, second: unknown) => unknown;

type Rule = (first: unknown, second: unknown, join: Join, keyword: string) => unknown;

/**
 * How two schemas that both apply become one, by keywords (JSON Schema 2020-12 core section 10.2.1.1).
 * A keyword that is not listed keeps its first value, if the two are equal or it sets no limit; otherwise the
 * second is left over.
 */
const RULES: ReadonlyMap<string, Rule> = new Map(
  Object.entries<Rule>({
    type: mergeTypes,
    enum: (first, second) => {
      if (!Array.isArray(first) || !Array.isArray(second)) return first;
      const allowed = new Set(second.map(keyOf));
      const both = first.filter((value) => allowed.has(keyOf(value)));
      return both.length > 0 ? both : CONFLICT;
    },
    required: (first, second) => [...new Set([...stringsOf(first), ...stringsOf(second)])],
    'properties patternProperties dependentSchemas': mergeByName,
    dependentRequired: (first, second) => ({ ...asObject(second), ...asObject(first) }),
    'additionalProperties unevaluatedProperties unevaluatedItems propertyNames items': (
      first,
      second,
      join,
      keyword,
    ) => join(keyword, first, second),
    'minimum exclusiveMinimum minLength minItems minProperties': numeric(greaterOf),
    'maximum exclusiveMaximum maxLength maxItems maxProperties': numeric(lesserOf),
    'uniqueItems deprecated readOnly writeOnly': either,
  }).flatMap(([keywords, rule]) => keywords.split(' ').map((keyword) => [keyword, rule] as const)),
);

const CONSTRAINING: ReadonlySet<string> = new Set([
  ...'const format pattern multipleOf oneOf anyOf not if then else contains minContains'.split(' '),
  ...'maxContains prefixItems contentEncoding contentMediaType contentSchema'.split(' '),
  ...OTHER_KEYWORDS.map(([keyword]) => keyword),
]);

/** The annotations of values; undefined for all other keywords. */
export function annotationOf(keyword: string): string | undefined {
  if (keyword === 'example' || keyword === 'examples') return 'examples';
  const isOne = keyword === 'default' || keyword === 'externalDocs' || keyword === 'xml';
  return isOne || keyword.startsWith('x-') ? keyword : undefined;
}

/** The limits of schemas that all apply, as one schema. Annotations are not merged. */
export class Merged {
  readonly values = new Map<string, unknown>();
  readonly #ranks = new Map<string, Rank>();

  /**
   * Merges a schema without `$ref` and `allOf` into another, which takes precedence. Returns what could not
   * be merged, as a schema, or undefined.
   */
  add(source: JsonObject, rank: Rank): JsonObject | undefined {
    // If the types exclude each other, the rest of the schema only makes sense with its own type.
    if (this.values.has('type') && source.type !== undefined)
      if (mergeTypes(this.values.get('type'), source.type) === CONFLICT) return source;
    // `if`, `then` and `else` are only meaningful together.
    const conditional = this.values.has('if') && isObject(source.if);
    const join: Join = (key, first, second) => this.#join(key, first, second, rank);
    const left: [string, unknown][] = [];
    for (const [keyword, value] of Object.entries(source)) {
      if (annotationOf(keyword) !== undefined) continue;
      const first = this.values.get(keyword);
      const rule = RULES.get(keyword);
      if (conditional && (keyword === 'if' || keyword === 'then' || keyword === 'else')) {
        left.push([keyword, value]);
      } else if (!this.values.has(keyword)) {
        this.values.set(keyword, value);
        this.#ranks.set(keyword, rank);
      } else if (rule) {
        const merged = rule(first, value, join, keyword);
        if (merged === CONFLICT) left.push([keyword, value]);
        else this.values.set(keyword, merged);
      } else if (CONSTRAINING.has(keyword) && !isSame(first, value)) {
        left.push([keyword, value]);
      }
    }
    return left.length > 0 ? Object.fromEntries(left) : undefined;
  }

  #join(key: string, first: unknown, second: unknown, rank: Rank): unknown {
    const known = this.#ranks.get(key) ?? this.#ranks.get(key.replace(/\/.*/s, '')) ?? [];
    const merged = first === undefined ? second : mergeSchemas(first, known, second, rank);
    if (merged === second) this.#ranks.set(key, rank);
    return merged;
  }
}

/** Ranks of the members of `allOf`s created by merging. */
const ranks = new WeakMap<object, readonly Rank[]>();

/** The ranks of the members of an `allOf`, lowest first; undefined for one from the document. */
export function placesOf(schema: object): readonly number[] | undefined {
  const own = ranks.get(schema);
  const sorted = own?.toSorted(compareRanks);
  return own?.map((rank) => sorted?.indexOf(rank) ?? 0);
}

/** Negative if the second takes precedence. */
export function compareRanks(first: Rank, second: Rank): number {
  const at = first.findIndex((number, index) => number !== second[index]);
  return at === -1 ? first.length - second.length : (first[at] ?? 0) - (second[at] ?? -1);
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

/** The same without `null`. */
export function typesBesideNull(type: unknown): string[] {
  return typesOf(type).filter((one) => one !== 'null');
}

/** True if `null` is the only value that a schema allows. */
export function isOnlyNull({ type, const: constant, enum: values }: JsonObject): boolean {
  if (constant === null) return true;
  if (Array.isArray(values) && values.length > 0) return values.every((value) => value === null);
  const types = typesOf(type);
  return types.length > 0 && types.every((one) => one === 'null');
}

function mergeByName(first: unknown, second: unknown, join: Join, keyword: string): unknown {
  const merged = new Map(entriesOf(first));
  for (const [name, schema] of entriesOf(second))
    merged.set(name, join(`${keyword}/${name}`, merged.get(name), schema));
  return fromEntriesInOrder(merged);
}

function mergeSchemas(first: unknown, known: Rank, second: unknown, rank: Rank): unknown {
  if (first === false || second === false) return false;
  if (!isObject(first) || Object.keys(first).length === 0) return second;
  if (!isObject(second) || Object.keys(second).length === 0) return first;
  if (isSame(first, second)) return first;
  const before = ranks.get(first);
  const members = before ? asArray(first.allOf) : [first];
  const both = { allOf: [...members, second] };
  ranks.set(both, [...(before ?? [known]), rank]);
  return both;
}

function numeric(pick: typeof greaterOf): Rule {
  return (first, second) => {
    if (!isNumber(first)) return second;
    return isNumber(second) ? pick(first, second) : first;
  };
}

function either(first: unknown, second: unknown): boolean {
  return first === true || second === true;
}
