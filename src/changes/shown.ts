import { isObject } from '../json/guards.ts';
import { ExactNumber } from '../json/number.ts';
import type { Json } from '../openapi/types.ts';

/** Characters of a value that a change contains: it is kept for each version of an API. */
const LONGEST = 600;

/**
 * A value as far as it fits: long texts are cut, large objects and lists are left out. Plain JSON: a number that a double
 * cannot hold is the text of its digits.
 */
export function shown(value: unknown): Json | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string')
    return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  if (value instanceof ExactNumber) return value.text;
  if (!isObject(value) && !Array.isArray(value)) return value as Json;
  const text = JSON.stringify(value);
  return text.length > LONGEST ? undefined : JSON.parse(text);
}
