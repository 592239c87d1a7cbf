import { entriesInOrder } from './key-order.ts';
import { ExactNumber } from './number.ts';
import { jsonText } from './text.ts';

/** A JSON object whose members are not known yet. */
export type JsonObject = { readonly [key: string]: unknown };

/** True for a JSON object; false for arrays, null and scalars. */
export function isObject(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof ExactNumber)
  );
}

/** True for a whole number from 0 that is exact, as a count or a size is. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** The object itself, or an empty one if the value has another type. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The list itself, or an empty one if the value has another type. */
export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text, or undefined if the value has another type or is blank. */
export function asString(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The strings of a list; everything else is dropped. */
export function stringsOf(value: unknown): string[] {
  return asArray(value).filter((item) => typeof item === 'string');
}

/** Own entries of an object in document order, or none if the value has another type. */
export function entriesOf(value: unknown): [string, unknown][] {
  return isObject(value) ? entriesInOrder(value) : [];
}

/** An own member of an object; names such as `constructor` and `__proto__` never reach a prototype. */
export function own(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A JSON value as text on one line. */
export function inline(value: unknown): string {
  return typeof value === 'string' ? value : jsonText(value);
}

/** The members of an object that are not undefined, for optional fields of a model. */
export function defined<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
