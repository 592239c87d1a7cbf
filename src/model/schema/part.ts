import { asArray, entriesOf, isObject, type JsonObject } from '../../json/guards.ts';
import { SCHEMA_FIELDS } from '../../openapi/schema-fields.ts';
import type { WordId, WordValues } from '../page/words.ts';

/** A subschema before it is turned into a node, with its label. */
export interface RawPart {
  readonly word: WordId;
  readonly values?: WordValues;
  readonly schema: unknown;
}

/** Keywords with one schema that are shown as a part, in display order. */
const KEYWORDS = [
  'contains',
  'unevaluatedItems',
  'propertyNames',
  'unevaluatedProperties',
  'contentSchema',
  'not',
  'if',
  'then',
  'else',
] as const;

/** Keywords whose schemas are shown in another way, or only where a reference leads to them. */
const ELSEWHERE = new Set<string>([
  ...KEYWORDS,
  ...['properties', 'patternProperties', 'additionalProperties', 'items', 'prefixItems'],
  ...['allOf', 'oneOf', 'anyOf', 'dependentSchemas', '$defs', 'definitions', 'additionalItems'],
]);

/** Keywords with schemas that only the table knows: those of a new version are shown by their names. */
export const OTHER_KEYWORDS = [...SCHEMA_FIELDS].filter(
  ([keyword, { kind }]) => kind === 'schema' && !ELSEWHERE.has(keyword),
);

/**
 * The subschemas that are neither properties, nor choices, nor the plain items of an array (JSON Schema
 * 2020-12 core sections 10 and 11, validation section 8).
 */
export function partsOf(
  schema: JsonObject,
  rest: readonly JsonObject[],
  hoistsItems: boolean,
): RawPart[] {
  const tuple = asArray(schema.prefixItems);
  const parts: RawPart[] = tuple.map((item, index) => ({
    word: 'ref.part.item',
    values: { number: index + 1 },
    schema: item,
  }));
  if (!hoistsItems && isSchema(schema.items)) {
    const word = tuple.length > 0 ? 'ref.part.furtherItems' : 'ref.part.items';
    parts.push({ word, schema: schema.items });
  }
  for (const keyword of KEYWORDS) {
    const part = schema[keyword];
    // `false` is a limit and shown as one; `not` is never just a limit.
    if (isSchema(part) || (keyword === 'not' && part !== undefined && part !== null))
      parts.push({ word: `ref.part.${keyword}`, schema: part });
  }
  for (const [name, part] of entriesOf(schema.dependentSchemas))
    parts.push({ word: 'ref.part.ifPresent', values: { name }, schema: part });
  for (const [keyword, { shape }] of OTHER_KEYWORDS) {
    const held = schema[keyword];
    const named = shape === 'one' ? [['', held] as const] : Object.entries(held ?? {});
    for (const [name, part] of named) {
      const values = { name: `${keyword} ${name}`.trim() };
      if (isSchema(part)) parts.push({ word: 'ref.part.under', values, schema: part });
    }
  }
  if (asArray(schema.oneOf).length > 0 && asArray(schema.anyOf).length > 0)
    parts.push({ word: 'ref.part.also', schema: { anyOf: schema.anyOf } });
  return [...parts, ...rest.map((part): RawPart => ({ word: 'ref.part.also', schema: part }))];
}

function isSchema(value: unknown): boolean {
  return isObject(value) || value === true;
}
