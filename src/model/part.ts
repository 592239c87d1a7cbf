import { asArray, entriesOf, isObject, type JsonObject } from './guards.ts';

/** A schema below another, not drawn yet, with the label that a reader sees. */
export interface RawPart {
  readonly label: string;
  readonly schema: unknown;
}

/** Keywords that hold one schema and are told as a part, in the order in which a page shows them. */
const LABELS: readonly (readonly [keyword: string, label: string])[] = [
  ['contains', 'Contains'],
  ['unevaluatedItems', 'Other items'],
  ['propertyNames', 'Property names'],
  ['unevaluatedProperties', 'Other properties'],
  ['contentSchema', 'Content'],
  ['not', 'Must not match'],
  ['if', 'If'],
  ['then', 'Then'],
  ['else', 'Otherwise'],
];

/**
 * The schemas below a schema that are neither its properties, nor its choices, nor the plain items of
 * an array (JSON Schema 2020-12 core sections 10 and 11, validation section 8).
 */
export function partsOf(
  schema: JsonObject,
  rest: readonly JsonObject[],
  hoistsItems: boolean,
): RawPart[] {
  const tuple = asArray(schema.prefixItems);
  const parts: RawPart[] = tuple.map((item, index) => ({
    label: `Item ${index + 1}`,
    schema: item,
  }));
  if (!hoistsItems && isSchema(schema.items)) {
    parts.push({ label: tuple.length > 0 ? 'Further items' : 'Items', schema: schema.items });
  }
  for (const [keyword, label] of LABELS) {
    const part = schema[keyword];
    // `false` is a limit and told as one; what must not match is never just a limit.
    if (isSchema(part) || (keyword === 'not' && part !== undefined && part !== null)) {
      parts.push({ label, schema: part });
    }
  }
  for (const [name, part] of entriesOf(schema.dependentSchemas)) {
    parts.push({ label: `If ${name} is present`, schema: part });
  }
  if (asArray(schema.oneOf).length > 0 && asArray(schema.anyOf).length > 0) {
    parts.push({ label: 'Also', schema: { anyOf: schema.anyOf } });
  }
  return [...parts, ...rest.map((part) => ({ label: 'Also', schema: part }))];
}

function isSchema(value: unknown): boolean {
  return isObject(value) || value === true;
}
