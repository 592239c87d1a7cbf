import { asArray, isObject, type JsonObject, own } from '../../json/guards.ts';
import type { FlatSchema } from '../schema/flatten.ts';
import { typesOf } from '../schema/merge.ts';

const statics = new WeakMap<object, JsonObject>();

/** A schema with `$ref` in the place of `$dynamicRef`: in one document both lead to the same. */
export function asStatic(schema: unknown): unknown {
  if (!isObject(schema) || typeof schema.$dynamicRef !== 'string' || schema.$ref !== undefined) {
    return schema;
  }
  const known = statics.get(schema);
  if (known) {
    return known;
  }
  const { $dynamicRef: $ref, ...beside } = schema;
  statics.set(schema, { ...beside, $ref });
  return statics.get(schema);
}

/** Keywords that say more than what a value is built from, so the result has to be tried. */
const CHECKED = [
  'oneOf',
  'anyOf',
  'not',
  'if',
  'dependentSchemas',
  'dependentRequired',
  'maxProperties',
  'contains',
];

/** Whether a value that is made from a schema has to be held against it. */
export function needsCheck(flat: FlatSchema, source: unknown): boolean {
  return (
    flat.rest.length > 0 ||
    flat.bases.length > 1 ||
    CHECKED.some((keyword) => Object.hasOwn(flat.schema, keyword)) ||
    own(source, 'allOf') !== undefined
  );
}

/** Keywords that give away the type where the schema does not say it. */
const TYPE_HINTS: Readonly<Record<string, readonly string[]>> = {
  object: [
    'properties',
    'additionalProperties',
    'patternProperties',
    'required',
    'minProperties',
    'propertyNames',
  ],
  array: ['items', 'prefixItems', 'minItems', 'uniqueItems', 'contains'],
  string: ['pattern', 'minLength', 'maxLength', 'format', 'contentEncoding', 'contentMediaType'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
};

/** The type of value to make; undefined where the schema says nothing of it. */
export function typeOf(schema: JsonObject): string | undefined {
  const types = typesOf(schema.type);
  if (types.length > 0) {
    return types.find((type) => type !== 'null') ?? 'null';
  }
  return Object.entries(TYPE_HINTS).find(([, hints]) =>
    hints.some((hint) => schema[hint] !== undefined),
  )?.[0];
}

/** Whether values have others in them. */
export function isContainer(schema: JsonObject): boolean {
  const type = typeOf(schema);
  if (type === undefined) {
    return asArray(schema.oneOf).length > 0 || asArray(schema.anyOf).length > 0;
  }
  return type === 'object' || type === 'array';
}
