import { asArray, entriesOf, isObject, type JsonObject, own } from '../../json/guards.ts';
import { notationOf } from '../request/serialize.ts';
import { variantOf, variantsOf } from '../request/value-form.ts';
import { isLeftOut } from '../schema/left-out.ts';
import { type Mismatch, mismatchesOf } from '../schema/schema-mismatch.ts';
import type { ModelContext } from './context.ts';
import { sourceOf } from './operation.ts';

/** What a response has that the document does not describe, and the other way round. Places are `items[].name`. */
export interface ResponseDifference {
  readonly undescribed: readonly string[];
  /** Properties that no object of the response has at that place. */
  readonly absent: readonly string[];
  /** What is described, and is not valid. */
  readonly invalid: readonly Mismatch[];
}

/** More differences of a kind are not listed. */
const MOST = 20;
/** Items of a list, and members of a map, that are looked at. */
const MOST_ITEMS = 100;

/**
 * The schema of a JSON response with a status (OpenAPI 3.1 section 4.8.16): of the status itself, its class or
 * `default`. Undefined if the document has none.
 */
export function responseSchema(status: number, context: ModelContext): unknown {
  const { responses } = sourceOf(context).raw;
  const keys = [String(status), `${String(status).charAt(0)}XX`, 'default'];
  const key = keys.find((one) => own(responses, one) !== undefined);
  if (key === undefined) return undefined;
  const { content } = context.resolve(own(responses, key)) ?? {};
  const media = entriesOf(content).find(([type]) => notationOf(type) === 'json')?.[1];
  return context.resolve(media)?.schema;
}

/** Compares a response with its schema. */
export function responseDifference(
  value: unknown,
  schema: unknown,
  context: ModelContext,
): ResponseDifference {
  const seen: Seen = { described: new Set(), given: new Set(), undescribed: new Set() };
  look(value, schema, '', seen, context);
  const invalid: Mismatch[] = [];
  for (const mismatch of mismatchesOf(value, schema, {
    lookUp: context.lookUp,
    direction: 'response',
  })) {
    // Listed as undescribed.
    if (mismatch.keyword !== 'additionalProperties') invalid.push(mismatch);
    if (invalid.length >= MOST) break;
  }
  return {
    undescribed: [...seen.undescribed].slice(0, MOST),
    absent: [...seen.described].filter((place) => !seen.given.has(place)).slice(0, MOST),
    invalid,
  };
}

interface Seen {
  readonly described: Set<string>;
  readonly given: Set<string>;
  readonly undescribed: Set<string>;
}

function look(
  value: unknown,
  schema: unknown,
  place: string,
  seen: Seen,
  context: ModelContext,
): void {
  const flat = context.flatten(schema);
  const variants = variantsOf(flat, context);
  if (variants.length > 0) {
    const variant = variants[variantOf(value, variants, context, undefined, 'response')];
    look(value, variant?.schema, place, seen, context);
  } else if (Array.isArray(value)) {
    const { items, prefixItems } = flat.schema;
    const first = asArray(prefixItems);
    for (const [index, item] of value.slice(0, MOST_ITEMS).entries())
      look(item, first[index] ?? items, `${place}[]`, seen, context);
  } else if (isObject(value)) lookInside(value, flat.schema, place, seen, context);
}

function lookInside(
  value: JsonObject,
  { properties, additionalProperties, patternProperties }: JsonObject,
  place: string,
  seen: Seen,
  context: ModelContext,
): void {
  const at = (name: string): string => (place === '' ? name : `${place}.${name}`);
  const reading = { lookUp: context.lookUp, direction: 'response' } as const;
  for (const [name, schema] of entriesOf(properties))
    if (!isLeftOut(schema, reading)) seen.described.add(at(name));
  // An object without a description may have anything.
  const isOpen = additionalProperties === true || !isObject(properties);
  for (const [name, member] of entriesOf(value).slice(0, MOST_ITEMS)) {
    const schema = own(properties, name);
    if (schema !== undefined) {
      seen.given.add(at(name));
      look(member, schema, at(name), seen, context);
    } else if (isObject(additionalProperties))
      look(member, additionalProperties, at('*'), seen, context);
    else if (!isOpen && patternProperties === undefined) seen.undescribed.add(at(name));
  }
}
