import { asArray, entriesOf, isObject } from '../../json/guards.ts';
import type { FlatSchema } from '../schema/flatten.ts';
import { isAround, type Place } from './place.ts';
import { mappedChoices } from './sample-tag.ts';
import type { Sampling } from './sampling.ts';

/**
 * Whether a value of a schema has something that is wanted: a choice of it, one of its members, or the same of its
 * items. Members and choices are wanted with all that is around them (see `SampleOptions.wanted`), so they need not be
 * looked into; items and what cannot be merged have no place of their own on a page.
 */
export function leadsTo(
  schema: unknown,
  sampling: Pick<Sampling, 'wanted' | 'context'>,
  passed: Set<unknown> = new Set(),
): boolean {
  const { wanted, context } = sampling;
  if (wanted.size === 0 || !isObject(schema) || passed.has(schema)) return false;
  passed.add(schema);
  const flat = context.flatten(schema);
  const { oneOf, anyOf, properties, patternProperties, additionalProperties } = flat.schema;
  const members = [properties, patternProperties].flatMap(entriesOf).map(([, member]) => member);
  const placed = [oneOf, anyOf].flatMap(asArray).concat(members, additionalProperties);
  if (placed.some((part) => wanted.has(part))) return true;
  if (mappedChoices(flat, context).some((choice) => isWantedRef(choice, sampling))) return true;
  const parts = [flat.schema.items, ...asArray(flat.schema.prefixItems), ...flat.rest];
  return parts.some((part) => leadsTo(part, sampling, passed));
}

/** The same at a place, unless the schema contains itself there: one value of what is wanted is enough. */
export function isLedTo(
  schema: unknown,
  flat: Pick<FlatSchema, 'bases'>,
  place: Place,
  sampling: Pick<Sampling, 'wanted' | 'context'>,
): boolean {
  return !isAround(flat, place) && leadsTo(schema, sampling);
}

/** Whether a schema that a discriminator maps to is wanted: each look at it makes another `$ref`. */
export function isWantedRef(
  { $ref }: { readonly $ref: string },
  { wanted }: Pick<Sampling, 'wanted'>,
): boolean {
  return [...wanted].some((one) => isObject(one) && one.$ref === $ref);
}
