import type { JsonObject } from '../json/guards.ts';

/** An extension of ours: the operationId of the operation that lists the values of a schema. */
export const VALUES_FROM = 'x-values-from';

/** The types of values that identify something. */
export type KeyType = 'integer' | 'string' | 'uuid';

/** Those that a schema allows: none if it has values of its own, or texts in another format than UUIDs. */
export function keyTypesOf({ type, format, enum: values, const: value }: JsonObject): KeyType[] {
  if (values !== undefined || value !== undefined) return [];
  return [type].flat().flatMap((one): KeyType[] => {
    if (one === 'integer') return ['integer'];
    if (one !== 'string') return [];
    return format === undefined ? ['string'] : format === 'uuid' ? ['uuid'] : [];
  });
}
