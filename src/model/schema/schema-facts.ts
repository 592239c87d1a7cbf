import { keyOf } from '../../json/decimal.ts';
import {
  asArray,
  asObject,
  asString,
  defined,
  inline,
  type JsonObject,
} from '../../json/guards.ts';
import type { Json } from '../../openapi/types.ts';
import { badgesOf, schemaExtensions } from '../page/extension.ts';
import { fieldHistory } from '../page/field-history.ts';
import type { Say } from '../page/words.ts';
import { constraintsOf, enumOf, KNOWN_EXTENSIONS } from './constraint.ts';
import type { FlatSchema } from './flatten.ts';
import type { Constraint, SchemaNode } from './schema.ts';

/** The facts about a schema itself, without its contents. */
export type SchemaFacts = Omit<
  SchemaNode,
  'type' | 'ref' | 'link' | 'bases' | 'partTitles' | 'properties' | 'omitted' | 'choices' | 'parts'
>;

/**
 * The facts of a schema given as its layers: the schema, then the items of an array, the items of those ...
 * Facts of items become words about the array, so that nothing is lost.
 *
 * @param cut Returns the part of a layer's example or default that is shown.
 */
export function factsOf(
  layers: readonly FlatSchema[],
  say: Say,
  cut: (value: Json, layer: number) => Json,
): SchemaFacts {
  const schemas = layers.map((layer) => layer.schema);
  const [outer = {}, ...inner] = schemas;
  const descriptions = schemas.flatMap((schema) => asString(schema.description) ?? []);
  const docs = schemas.map((schema) => externalDocsOf(schema.externalDocs)).find(Boolean);
  const badges = badgesOf(outer);
  const history = fieldHistory(outer, say);
  return {
    nullable: layers[0]?.nullable ?? false,
    deprecated: schemas.some((schema) => schema.deprecated === true),
    readOnly: outer.readOnly === true,
    writeOnly: outer.writeOnly === true,
    constraints: [
      ...constraintsOf(outer, say),
      ...inner.flatMap((schema, index) => itemConstraints(schema, index + 1, say)),
    ],
    enum: schemas.map(enumOf).find((values) => values.length > 0) ?? [],
    examples: distinct(schemas.flatMap((schema, index) => examplesOf(schema, index, cut))),
    extensions: schemaExtensions(Object.assign({}, ...schemas.toReversed()), KNOWN_EXTENSIONS),
    ...(badges.length > 0 && { badges }),
    ...(history.length > 0 && { history }),
    ...defined({
      title: layers.map(titleOf).find(Boolean),
      description: descriptions.length > 0 ? [...new Set(descriptions)].join('\n\n') : undefined,
      externalDocs: docs,
      default: outer.default === undefined ? undefined : cut(outer.default as Json, 0),
      const: outer.const as Json | undefined,
    }),
  };
}

/** An External Documentation Object (OpenAPI 3.1 section 4.8.22); undefined without a URL. */
export function externalDocsOf(value: unknown): { url: string; description?: string } | undefined {
  const { url, description } = asObject(value);
  const address = asString(url);
  return address === undefined
    ? undefined
    : defined({ url: address, description: asString(description) });
}

/** The title of named items is shown on their own page. */
function titleOf({ schema, ref }: FlatSchema, index: number): string | undefined {
  return index > 0 && ref ? undefined : asString(schema.title);
}

const VALUES = { const: 'ref.limit.const', default: 'ref.default' } as const;
const MARKS = { readOnly: 'ref.readOnly', writeOnly: 'ref.writeOnly' } as const;

/** @param depth How many arrays contain the items. */
function itemConstraints(schema: JsonObject, depth: number, say: Say): Constraint[] {
  const values = Object.entries(VALUES).flatMap(([keyword, word]) =>
    schema[keyword] === undefined ? [] : [{ label: say(word), value: inline(schema[keyword]) }],
  );
  const marks = Object.entries(MARKS).flatMap(([keyword, word]) =>
    schema[keyword] === true ? [{ label: say(word) }] : [],
  );
  return [...constraintsOf(schema, say), ...values, ...marks].map((constraint) => {
    let { label } = constraint;
    for (let count = 0; count < depth; count++) label = say('ref.limit.ofItem', { limit: label });
    return { ...constraint, label };
  });
}

/** Examples of items are wrapped in as many arrays as contain them. */
function examplesOf(
  schema: JsonObject,
  arrays: number,
  cut: (value: Json, layer: number) => Json,
): Json[] {
  const examples = [schema.example, ...asArray(schema.examples)].filter(
    (value) => value !== undefined,
  );
  return examples.map((example) => {
    let value = cut(example as Json, arrays);
    for (let count = 0; count < arrays; count++) value = [value];
    return value;
  });
}

function distinct(values: readonly Json[]): Json[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}
