import type { JsonObject } from './guards.ts';

/** Preserves key orders that JavaScript does not. */
const orders = new WeakMap<object, string[]>();

/** The greatest array index (ECMA-262 section 6.1.7), which JavaScript sorts before other keys. */
const LAST_INDEX = 2 ** 32 - 2;

/** Whether JavaScript moves a key before all others, in numeric order: `200`, but not `2XX` or `007`. */
function isIndex(key: string): boolean {
  const first = key.charCodeAt(0);
  return (
    first >= 48 && first <= 57 && /^(?:0|[1-9]\d{0,9})$/.test(key) && Number(key) <= LAST_INDEX
  );
}

/**
 * Records the order of an object's keys for `keysInOrder`; any further keys come last. Nothing is recorded if
 * JavaScript keeps that order anyway.
 */
export function keepOrder<T extends object>(object: T, keys: readonly string[]): T {
  if (!keys.some(isIndex)) return object;
  const own = Object.keys(object);
  if (keys.some((key, at) => own[at] !== key)) orders.set(object, [...keys]);
  return object;
}

/** Records a key that is about to be added, so that the final order is that of the calls. */
export function noteKey(object: object, key: string): void {
  const known = orders.get(object);
  if (known) known.push(key);
  else if (isIndex(key)) orders.set(object, [...Object.keys(object), key]);
}

/** The recorded order of this very object, if any. */
export function keptOrder(object: object): readonly string[] | undefined {
  return orders.get(object);
}

/** The own keys of an object, in document order. */
export function keysInOrder(object: object): string[] {
  const own = Object.keys(object);
  const order = orders.get(object);
  if (!order) return own;
  return [...new Set([...order.filter((key) => Object.hasOwn(object, key)), ...own])];
}

/** The own entries of an object, in document order. */
export function entriesInOrder(object: object): [string, unknown][] {
  if (!orders.has(object)) return Object.entries(object);
  return keysInOrder(object).map((key) => [key, (object as Record<string, unknown>)[key]]);
}

/** An object whose entries `entriesInOrder` returns in this order. */
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
