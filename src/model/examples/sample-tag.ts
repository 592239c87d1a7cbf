import {
  asArray,
  asString,
  entriesOf,
  isObject,
  type JsonObject,
  own,
  stringsOf,
} from '../../json/guards.ts';
import type { ModelContext } from '../page/context.ts';
import { discriminatorValues } from '../schema/discriminator.ts';
import type { FlatSchema } from '../schema/flatten.ts';
import { componentRef, mappingRef } from '../schema/ref.ts';
import { isValid, type Reading } from '../schema/schema-check.ts';

type TagContext = Pick<ModelContext, 'lookUp' | 'flatten' | 'page'>;

/** The discriminator's requirement for the choice: its property has one of the values that select it. */
export function tagOf(option: unknown, discriminator: unknown, reading: Reading): JsonObject[] {
  const name = own(discriminator, 'propertyName');
  const [value] = discriminatorValues(option, discriminator, reading);
  if (typeof name !== 'string' || value === undefined) return [];
  return [{ properties: Object.fromEntries([[name, { const: value }]]), required: [name] }];
}

/**
 * The schemas that a discriminator without a list of choices leads to, except the schema itself: those that
 * extend it (OpenAPI 3.1 section 4.8.25).
 */
export function mappedChoices(
  { schema, bases }: Pick<FlatSchema, 'schema' | 'bases'>,
  { lookUp }: Pick<TagContext, 'lookUp'>,
): readonly { readonly $ref: string }[] {
  if (asArray(schema.oneOf).length + asArray(schema.anyOf).length > 0) return [];
  const itself = bases.map(({ name }) => lookUp(componentRef(name)));
  const found = new Map<unknown, { readonly $ref: string }>();
  for (const [, target] of entriesOf(own(schema.discriminator, 'mapping'))) {
    const $ref = mappingRef(target);
    const one = $ref === undefined ? undefined : lookUp($ref);
    if ($ref !== undefined && isObject(one) && !itself.includes(one) && !found.has(one))
      found.set(one, { $ref });
  }
  return [...found.values()];
}

/**
 * A schema with its discriminator value: that of a schema it extends, or of one that lists it as a choice,
 * which the page need not contain (`PageInfo.variants`). Undefined if there is none, or the schema itself
 * forbids it.
 */
export function tagged(
  { schema, bases }: FlatSchema,
  context: TagContext,
  reading: Reading,
): JsonObject | undefined {
  const [tag] = [
    ...ownTags(schema, bases, context),
    ...inheritedTags(bases, context),
    ...listedTags(schema, bases, context),
  ];
  if (!tag) return undefined;
  const { property, value } = tag;
  const declared = own(schema.properties, property) ?? schema.additionalProperties ?? true;
  return isValid(value, declared, reading) ? withConstant(schema, property, value) : undefined;
}

interface Tag {
  readonly property: string;
  readonly value: string;
}

function ownTags(
  { discriminator }: JsonObject,
  [itself]: FlatSchema['bases'],
  context: TagContext,
): Tag[] {
  const property = asString(own(discriminator, 'propertyName'));
  if (property === undefined) return [];
  const option = itself && { $ref: componentRef(itself.name) };
  const values = discriminatorValues(option, discriminator, context);
  const known = entriesOf(own(discriminator, 'mapping')).map(([value]) => value);
  // Only schemas that extend it may have a value: then any of theirs.
  const value =
    known.length === 0 ? values[0] : (known.find((one) => values.includes(one)) ?? known[0]);
  return value === undefined ? [] : [{ property, value }];
}

function inheritedTags(bases: FlatSchema['bases'], context: TagContext): Tag[] {
  const [itself] = bases;
  return bases.flatMap((base) => {
    const discriminator = own(context.lookUp(componentRef(base.name)), 'discriminator');
    const property = asString(own(discriminator, 'propertyName'));
    if (property === undefined || itself === undefined || base === itself) return [];
    const option = { $ref: componentRef(itself.name) };
    const [value] = discriminatorValues(option, discriminator, context);
    return value === undefined ? [] : [{ property, value }];
  });
}

/** A list of choices may only add its property where it is sent as one of them: anywhere else, it is unknown. */
function listedTags(
  { properties, required }: JsonObject,
  [itself]: FlatSchema['bases'],
  { page }: TagContext,
): Tag[] {
  const found = own(page.variants, itself?.component ?? '') as Tag | undefined;
  if (found === undefined) return [];
  const isKnown =
    own(properties, found.property) !== undefined || stringsOf(required).includes(found.property);
  return isKnown ? [found] : [];
}

function withConstant(schema: JsonObject, property: string, value: string): JsonObject {
  const declared = own(schema.properties, property) ?? true;
  const properties = new Map(entriesOf(schema.properties)).set(property, {
    allOf: [declared, { const: value }],
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}
