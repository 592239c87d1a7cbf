import { isInteger } from '../../json/decimal.ts';
import { asArray, asObject, asString, isObject } from '../../json/guards.ts';
import { isNumber } from '../../json/number.ts';
import type { ModelContext } from '../page/context.ts';
import type { Say } from '../page/words.ts';
import type { FlatSchema } from './flatten.ts';
import { integerFormat } from './integer-range.ts';
import { isOnlyNull, typesOf } from './merge.ts';

/** Arrays nested deeper than this are shown as `any`. */
const MAX_NESTING = 20;
/** The cost of a choice: a few nested ones are more words than anybody reads. */
const CHOICE = 7;
/** More choices than this are counted, not listed. */
const MAX_CHOICES = 3;

/**
 * The type of a schema in words: `array of User`, `string (date-time)`, `integer or null`, `any`, `map of
 * string`. A named object is shown by name, a named string or number by its type.
 */
export function typeName(schema: unknown, context: ModelContext, nesting = 0): string {
  return flatTypeName(context.flatten(schema), context, nesting);
}

export function flatTypeName(flat: FlatSchema, context: ModelContext, nesting = 0): string {
  const { say } = context;
  if (flat.never) return say('ref.type.nothing');
  if (nesting > MAX_NESTING) return flat.ref?.name ?? say('ref.type.any');
  if (isOnlyNull(flat.schema)) return 'null';
  const words = nameOf(flat, nesting) ?? wordsOf(flat, context, nesting);
  return flat.nullable && words !== say('ref.type.any') ? orNull(words, say) : words;
}

/** The type in words, ignoring the schema's name. `null` is left to `nullable`. */
function wordsOf(flat: FlatSchema, context: ModelContext, nesting: number): string {
  const { schema } = flat;
  const { say } = context;
  const types = kindsOf(schema);
  if (types.length > 0)
    return types.map((type) => wordFor(type, schema, context, nesting)).join(say('ref.type.or'));
  const choices = choicesOf(schema);
  if (choices) return choiceWords(choices, context, nesting);
  const format = asString(schema.format);
  return format ? say('ref.type.anyFormat', { format }) : say('ref.type.any');
}

function wordFor(
  type: string,
  schema: FlatSchema['schema'],
  context: ModelContext,
  nesting: number,
): string {
  const { say } = context;
  if (type === 'array') {
    if (!isObject(schema.items)) return 'array';
    return typeOf('ref.type.arrayOf', typeName(schema.items, context, nesting + 1), say);
  }
  if (type === 'object') {
    const { additionalProperties: others } = schema;
    const isMap = others === true || isObject(others);
    if (!isMap || Object.keys(asObject(schema.properties)).length > 0 || choicesOf(schema))
      return 'object';
    return typeOf('ref.type.mapOf', typeName(others, context, nesting + 1), say);
  }
  const format =
    asString(schema.format) ?? (type === 'integer' ? integerFormat(schema) : undefined);
  return format && format !== type ? `${type} (${format})` : type;
}

/** Whether the type of a schema in words contains its `format`. */
export function showsFormat(schema: FlatSchema['schema']): boolean {
  const types = kindsOf(schema);
  if (types.length === 0) return !isOnlyNull(schema) && choicesOf(schema) === undefined;
  return types.some((type) => type !== 'array' && type !== 'object');
}

/** A type with others inside: `array of User`, `array of (string or null)`. */
export function typeOf(
  id: 'ref.type.arrayOf' | 'ref.type.mapOf' | 'ref.type.streamOf',
  words: string,
  say: Say,
): string {
  return say(id, { type: words.includes(say('ref.type.or')) ? `(${words})` : words });
}

export function orNull(words: string, say: Say): string {
  return `${words}${say('ref.type.or')}null`;
}

function choiceWords(choices: readonly unknown[], context: ModelContext, nesting: number): string {
  const words = [...new Set(choices.map((choice) => typeName(choice, context, nesting + CHOICE)))];
  return words.length <= MAX_CHOICES
    ? words.join(context.say('ref.type.or'))
    : context.say('ref.type.choices', { count: choices.length });
}

function choicesOf(schema: FlatSchema['schema']): readonly unknown[] | undefined {
  return [schema.oneOf, schema.anyOf].map(asArray).find((choices) => choices.length > 0);
}

/** The name, if it says more than the type: more than `object` does, but less than `string (uuid)`. */
function nameOf({ ref, schema, nullable }: FlatSchema, nesting: number): string | undefined {
  const types = kindsOf(schema);
  if (types.includes('object')) return ref?.name;
  if (types.includes('array')) return nesting > 0 ? ref?.name : undefined;
  if (types.length > 0) return undefined;
  const saysMore =
    choicesOf(schema) !== undefined || (Object.keys(schema).length === 0 && !nullable);
  return saysMore ? ref?.name : undefined;
}

/**
 * The types that a schema allows, except `null`: from `type`, or else implied by its keywords and values.
 * Empty if any type is allowed.
 */
export function kindsOf(schema: FlatSchema['schema']): string[] {
  const types = typesOf(schema.type);
  if (types.length > 0) return types.filter((type) => type !== 'null');
  if (schema.const !== undefined) return kindsOfValues([schema.const]);
  if (Array.isArray(schema.enum)) return kindsOfValues(schema.enum);
  if (isObject(schema.properties) || isObject(schema.additionalProperties)) return ['object'];
  // A choice that only says which properties are required.
  if (asArray(schema.required).length > 0) return ['object'];
  return isObject(schema.items) || Array.isArray(schema.prefixItems) ? ['array'] : [];
}

function kindsOfValues(values: readonly unknown[]): string[] {
  const kinds = values
    .filter((value) => value !== null)
    .map((value) => {
      if (Array.isArray(value)) return 'array';
      return isInteger(value) ? 'integer' : isNumber(value) ? 'number' : typeof value;
    });
  return [...new Set(kinds)];
}
