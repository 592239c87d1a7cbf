import { entriesInOrder, fromEntriesInOrder } from '../json/key-order.ts';
import { ExactNumber } from '../json/number.ts';

/** A JSON object whose members are not known yet. */
export interface JsonObject {
  readonly [key: string]: unknown;
}

/** Whether a value is an object and not an array or null. */
export function isObject(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof ExactNumber)
  );
}

/** An own member, or undefined: names such as `constructor` lead nowhere. */
export function member(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(key) ? value[Number(key)] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/**
 * The segments of a JSON pointer in a URI fragment (RFC 6901 section 6): `#/a~1b/c%20d` gives
 * `['a/b', 'c d']`; the whole document, `#` or `#/`, gives none.
 */
export function parsePointer(pointer: string): string[] {
  const path = pointer.replace(/^#?\/?/, '');
  if (path === '') return [];
  return path
    .split('/')
    .map((segment) => decode(segment).replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The reverse of `parsePointer`, without percent-encoding: `#/a~1b/c d`, and `#/` for the root. */
export function formatPointer(segments: readonly (string | number)[]): string {
  return `#/${segments
    .map((segment) => String(segment).replaceAll('~', '~0').replaceAll('/', '~1'))
    .join('/')}`;
}

/** `mapEntries({a: 1}, f)` is `{a: f(1, 'a')}`; a key `__proto__` stays a key. */
export function mapEntries(
  value: JsonObject,
  map: (value: unknown, key: string) => unknown,
): JsonObject {
  return fromEntriesInOrder(entriesInOrder(value).map(([key, item]) => [key, map(item, key)]));
}

/** A copy without the given keys. */
export function omit(value: JsonObject, ...keys: readonly string[]): JsonObject {
  return fromEntriesInOrder(entriesInOrder(value).filter(([key]) => !keys.includes(key)));
}
