import type { JsonObject } from './guards.ts';

/** The keys of objects in an order that JavaScript does not keep. */
const orders = new WeakMap<object, string[]>();

/** The greatest number that JavaScript takes for a position: ECMA-262 section 6.1.7, "array index". */
const LAST_INDEX = 2 ** 32 - 2;

/** Whether JavaScript moves a key before all others, in the order of numbers: `200`, and not `2XX` or `007`. */
function isIndex(key: string): boolean {
  const first = key.charCodeAt(0);
  return (
    first >= 48 && first <= 57 && /^(?:0|[1-9]\d{0,9})$/.test(key) && Number(key) <= LAST_INDEX
  );
}

/**
 * Remembers that an object has its keys in this order, for `keysInOrder`; keys that it has besides come
 * last. Nothing is remembered where it is the order that JavaScript keeps anyway.
 */
export function keepOrder<T extends object>(object: T, keys: readonly string[]): T {
  if (!keys.some(isIndex)) return object;
  const own = Object.keys(object);
  if (keys.some((key, at) => own[at] !== key)) orders.set(object, [...keys]);
  return object;
}

/** Remembers a key that an object is about to get, so that in the end its order is that of the calls. */
export function noteKey(object: object, key: string): void {
  const known = orders.get(object);
  if (known) known.push(key);
  else if (isIndex(key)) orders.set(object, [...Object.keys(object), key]);
}

/** The order that was remembered for this very object, if one was. */
export function keptOrder(object: object): readonly string[] | undefined {
  return orders.get(object);
}

/** The own keys of an object, as the document has them. */
export function keysInOrder(object: object): string[] {
  const own = Object.keys(object);
  const order = orders.get(object);
  if (!order) return own;
  return [...new Set([...order.filter((key) => Object.hasOwn(object, key)), ...own])];
}

/** The own entries of an object, as the document has them. */
export function entriesInOrder(object: object): [string, unknown][] {
  if (!orders.has(object)) return Object.entries(object);
  return keysInOrder(object).map((key) => [key, (object as Record<string, unknown>)[key]]);
}

/** An object that has its entries in this order for `entriesInOrder`. */
export function fromEntriesInOrder(
  entries: Iterable<readonly [string, unknown]>,
): Record<string, unknown> {
  const list = [...entries];
  return keepOrder(
    Object.fromEntries(list),
    list.map(([key]) => key),
  );
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
