import { entriesOf, isObject, type JsonObject } from '../../json/guards.ts';
import type { Json } from '../../openapi/types.ts';
import { textOfPattern } from '../schema/pattern.ts';
import { member, type Place, TOP } from './place.ts';
import type { Amount, Sampling } from './sampling.ts';
import { isLedTo } from './wanted.ts';

/** The values of a map, with the pattern of their names if there is one. */
interface Values {
  readonly pattern?: string;
  readonly schema: unknown;
}

/**
 * Members with invented names: a map shows one if nothing else is there, or if that is wanted; `minProperties` may
 * require more.
 */
export function addNames(
  schema: JsonObject,
  members: Map<string, Json>,
  place: Place,
  amount: Amount,
  sampling: Sampling,
): void {
  const values = valuesOf(schema, place, sampling);
  const min = sampling.count(schema, 'minProperties', place);
  const shown = showsOne(values, schema, members, place, amount, sampling) ? 1 : 0;
  const wanted = Math.max(min, members.size + shown);
  for (let variant = 0; members.size < wanted && variant < wanted + 5; variant++) {
    const name = nameOf(schema, values.pattern, variant, sampling);
    if (name === undefined) continue;
    const value = sampling.sample(values.schema ?? true, { ...member(place, name), variant });
    if (value !== undefined && !members.has(name)) members.set(name, value);
  }
}

/** Those that are wanted, or else the first ones. If all that is sent may be anything, it is a text. */
function valuesOf(schema: JsonObject, place: Place, sampling: Sampling): Values {
  const { additionalProperties } = schema;
  const patterned = entriesOf(schema.patternProperties).map(([pattern, value]) => ({
    pattern,
    schema: value,
  }));
  const all: readonly Values[] = [...patterned, { schema: additionalProperties }];
  const found = all.find((one) => sampling.wanted.has(one.schema)) ?? all[0];
  return isAnything(found?.schema) && isBody(schema, place, sampling)
    ? { ...found, schema: { type: 'string' } }
    : { schema: additionalProperties, ...found };
}

function showsOne(
  { schema: values }: Values,
  schema: JsonObject,
  members: ReadonlyMap<string, Json>,
  place: Place,
  amount: Amount,
  sampling: Sampling,
): boolean {
  if (amount === 'least') return false;
  const flat = sampling.context.flatten(values);
  if (sampling.wanted.has(values) && isLedTo(values, flat, place, sampling)) return true;
  if (members.size > 0 || !isObject(values) || isAnything(values) || sampling.isCut(flat, place))
    return false;
  return amount === 'all' || isBody(schema, place, sampling);
}

/** Whether a map is all that is sent: without a member, it would not show what could be. */
function isBody({ properties }: JsonObject, place: Place, { reading }: Sampling): boolean {
  return place.isWhole && reading.direction === 'request' && entriesOf(properties).length === 0;
}

function isAnything(schema: unknown): boolean {
  return schema === true || (isObject(schema) && Object.keys(schema).length === 0);
}

function nameOf(
  schema: JsonObject,
  pattern: string | undefined,
  variant: number,
  sampling: Sampling,
): string | undefined {
  if (pattern !== undefined) return textOfPattern(pattern, 1, 100, variant);
  if (schema.propertyNames === undefined) return `property${variant + 1}`;
  const names = { allOf: [{ type: 'string' }, schema.propertyNames] };
  const name = sampling.sample(names, { ...TOP, depth: 30, variant });
  return typeof name === 'string' ? name : undefined;
}
