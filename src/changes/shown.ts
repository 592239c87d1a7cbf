import { isObject } from '../json/guards.ts';
import { jsonText } from '../json/text.ts';
import type { Json } from '../openapi/types.ts';

/** Characters of a value that a change contains: it is kept for each version of an API. */
const LONGEST = 600;

/** A value as far as it fits: long texts are cut, large objects and lists are left out. */
export function shown(value: unknown): Json | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string')
    return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  if (!isObject(value) && !Array.isArray(value)) return value as Json;
  return jsonText(value).length > LONGEST ? undefined : (value as Json);
}
