import {
  asArray,
  asObject,
  asString,
  inline,
  isObject,
  type JsonObject,
} from '../../json/guards.ts';
import type { ModelContext } from '../page/context.ts';
import { PROPERTY_NAME } from './constraint.ts';
import type { FlatSchema } from './flatten.ts';
import { kindsOf } from './type-name.ts';

/** Longer lists of names and longer patterns are shown in a part of their own. */
const LONGEST = 60;

/** Keywords of `propertyNames` that a name of the keys says all about. */
const SAID: ReadonlySet<string> = new Set(['type', 'enum', 'const', 'pattern']);

/** Keywords that the type of a value says all about. */
const IN_TYPE: ReadonlySet<string> = new Set(['type', 'format', 'items', 'additionalProperties']);

/**
 * What the keys of a map are called: as its author names them (`x-additionalPropertiesName` of Redocly), or the
 * names or the pattern that `propertyNames` allows. Undefined if any key is allowed, or if that takes longer.
 */
export function keysOf(schema: JsonObject, context: ModelContext): string | undefined {
  return (
    asString(asObject(schema.additionalProperties)[PROPERTY_NAME]) ?? allowedKeys(schema, context)
  );
}

/** Whether the name of a map's keys says what `propertyNames` does. */
export function saysPropertyNames(schema: JsonObject, context: ModelContext): boolean {
  const allowed = allowedKeys(schema, context);
  return allowed !== undefined && isMap(schema) && keysOf(schema, context) === allowed;
}

function allowedKeys({ propertyNames }: JsonObject, context: ModelContext): string | undefined {
  if (!isObject(propertyNames)) return undefined;
  const { schema, rest } = context.flatten(propertyNames);
  if (rest.length > 0 || !Object.keys(schema).every((keyword) => SAID.has(keyword)))
    return undefined;
  const { const: constant, pattern } = schema;
  const values = constant === undefined ? asArray(schema.enum) : [constant];
  const name = values.length > 0 ? values.map(inline).join(' | ') : asString(pattern);
  return name !== undefined && name.length <= LONGEST ? name : undefined;
}

/**
 * Whether the type of a map says all about it, `map of array of string`: it has no other fields, any key is
 * allowed, and its values are nothing but of a type.
 */
export function isPlainMap(flat: FlatSchema, context: ModelContext): boolean {
  const { schema, ref, rest } = flat;
  const fields = [schema.properties, schema.patternProperties].flatMap((some) =>
    Object.keys(asObject(some)),
  );
  const choices = [schema.oneOf, schema.anyOf].flatMap(asArray);
  return (
    ref === undefined &&
    fields.length + choices.length + rest.length === 0 &&
    isMap(schema) &&
    kindsOf(schema).includes('object') &&
    keysOf(schema, context) === undefined &&
    isBare(schema.additionalProperties, context)
  );
}

function isMap({ additionalProperties }: JsonObject): boolean {
  return additionalProperties === true || isObject(additionalProperties);
}

/** Whether a schema says no more than a type. */
function isBare(schema: unknown, context: ModelContext): boolean {
  if (!isObject(schema)) return schema === true || schema === undefined;
  const flat = context.flatten(schema);
  return (
    flat.bases.length + flat.rest.length === 0 &&
    Object.keys(flat.schema).every((keyword) => IN_TYPE.has(keyword)) &&
    isBare(flat.schema.items, context) &&
    isBare(flat.schema.additionalProperties, context)
  );
}
