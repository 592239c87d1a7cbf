import { asArray, asObject, isObject } from '../../json/guards.ts';
import { SCHEMA_FIELDS } from '../../openapi/schema-fields.ts';
import type { ModelContext } from '../page/context.ts';
import type { FlatSchema } from './flatten.ts';

/** Nesting inside a small schema: enough for `array of (Kind or Blank)`, and an end to circles. */
const LEVELS = 2;
const MOST_BELOW = 5;

/** Keywords whose schemas take no room by themselves, or are looked into below. */
const NOT_BIG = new Set([
  ...'properties items additionalProperties oneOf anyOf allOf then else'.split(' '),
  ...'$defs definitions additionalItems'.split(' '),
]);
const BIG = [
  ...['$dynamicRef', 'discriminator'],
  ...[...SCHEMA_FIELDS].flatMap(([keyword, { kind }]) =>
    kind === 'schema' && !NOT_BIG.has(keyword) ? [keyword] : [],
  ),
];

/** True for an enum, a scalar and the like: easier to read again than to look up elsewhere. */
export function isSmall(flat: FlatSchema, context: ModelContext, levels = LEVELS): boolean {
  const { schema, rest } = flat;
  if (rest.length > 0 || Object.keys(asObject(schema.properties)).length > 0) return false;
  if (BIG.some((keyword) => isObject(schema[keyword]) || asArray(schema[keyword]).length > 0))
    return false;
  const below = [
    schema.items,
    schema.additionalProperties,
    ...asArray(schema.oneOf),
    ...asArray(schema.anyOf),
  ];
  const schemas = below.filter(isObject);
  if (schemas.length === 0) return true;
  if (levels === 0 || schemas.length > MOST_BELOW) return false;
  return schemas.every((one) => isSmall(context.flatten(one), context, levels - 1));
}
