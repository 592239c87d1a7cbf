import { isSame } from '../../json/decimal.ts';
import { asArray, type JsonObject } from '../../json/guards.ts';
import { isNumber } from '../../json/number.ts';
import type { Json } from '../../openapi/types.ts';
import { MOST } from './budget.ts';
import { isIdentifier } from './identifier.ts';
import { below, item, type Place } from './place.ts';
import type { Amount, Sampling } from './sampling.ts';
import { isLedTo } from './wanted.ts';

/** A list with one item if it need not have more; undefined if there are too few. */
export function sampleArray(
  schema: JsonObject,
  place: Place,
  amount: Amount,
  sampling: Sampling,
): Json | undefined {
  const { items = true, contains } = schema;
  const prefix = asArray(schema.prefixItems);
  const min = sampling.count(schema, 'minItems', place);
  const max = isNumber(schema.maxItems) ? Number(schema.maxItems) : Number.POSITIVE_INFINITY;
  const inside = below(place);
  const shows = prefix.length > 0 ? prefix.length : showsItem(items, inside, amount, sampling);
  const length = Math.min(Math.max(min, shows), max, MOST);
  const needed =
    contains === undefined
      ? 0
      : sampling.count({ minContains: 1, ...schema }, 'minContains', place);
  const list: Json[] = [];
  for (
    let variant = 0;
    list.length < Math.max(length, needed) && variant < length + needed + 20;
    variant++
  ) {
    const index = list.length;
    const rest =
      index < needed + prefix.length && contains !== undefined
        ? { allOf: [items, contains] }
        : items;
    const differs = schema.uniqueItems === true ? variant : place.variant;
    const value = sampling.sample(index < prefix.length ? prefix[index] : rest, {
      ...item(inside, index),
      variant: differs,
    });
    const isNew = schema.uniqueItems !== true || !list.some((other) => isSame(other, value));
    if (value !== undefined && isNew) list.push(value);
  }
  return list.length >= min || sampling.force ? list : undefined;
}

/** One item, unless it would be too deep, or the id of something that may not exist; one that is wanted in any case. */
function showsItem(items: unknown, place: Place, amount: Amount, sampling: Sampling): 0 | 1 {
  const { context } = sampling;
  if (items === false) return 0;
  const flat = context.flatten(items);
  if (isLedTo(items, flat, place, sampling)) return 1;
  const isInvented = amount === 'some' && isIdentifier(place.name, flat.schema, context);
  return isInvented || sampling.isCut(flat, place) ? 0 : 1;
}
