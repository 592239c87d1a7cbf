import { cached } from '../../json/cached.ts';
import { asArray, isObject, type JsonObject, own } from '../../json/guards.ts';
import type { FlatSchema } from '../schema/flatten.ts';
import { typesOf } from '../schema/merge.ts';

const statics = new WeakMap<object, JsonObject>();

/** A schema with `$ref` in place of `$dynamicRef`: in a single document they are equivalent. */
export function asStatic(schema: unknown): unknown {
  if (!isObject(schema) || typeof schema.$dynamicRef !== 'string' || schema.$ref !== undefined)
    return schema;
  const { $dynamicRef: $ref, ...beside } = schema;
  return cached(statics, schema, () => ({ ...beside, $ref }));
}

/** Keywords with requirements that construction does not cover, so that the result must be checked. */
const CHECKED =
  'oneOf anyOf not if dependentSchemas dependentRequired maxProperties contains'.split(' ');

/** Whether a generated value must be checked against its schema. */
export function needsCheck(flat: FlatSchema, source: unknown): boolean {
  return (
    flat.rest.length > 0 ||
    flat.bases.length > 1 ||
    CHECKED.some((keyword) => Object.hasOwn(flat.schema, keyword)) ||
    own(source, 'allOf') !== undefined
  );
}

/** Keywords that imply the type if the schema does not specify it. */
const TYPE_HINTS: Readonly<Record<string, string>> = {
  object: 'properties additionalProperties patternProperties required minProperties propertyNames',
  array: 'items prefixItems minItems uniqueItems contains',
  string: 'pattern minLength maxLength format contentEncoding contentMediaType',
  number: 'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf',
};

/** The type of the value to generate; undefined if the schema does not determine it. */
export function typeOf(schema: JsonObject): string | undefined {
  const types = typesOf(schema.type);
  if (types.length > 0) return types.find((type) => type !== 'null') ?? 'null';
  return Object.entries(TYPE_HINTS).find(([, hints]) =>
    hints.split(' ').some((hint) => schema[hint] !== undefined),
  )?.[0];
}

/** Whether values of the type contain others. */
export function isContainer(schema: JsonObject): boolean {
  const type = typeOf(schema);
  if (type === undefined)
    return asArray(schema.oneOf).length > 0 || asArray(schema.anyOf).length > 0;
  return type === 'object' || type === 'array';
}
