import { entriesInOrder } from '../json/key-order.ts';
import { ExactNumber } from '../json/number.ts';

/** True for a JSON object; false for arrays, null and scalars. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof ExactNumber)
  );
}

/** Own enumerable entries of an object in the order of the document, or none where the value is no object. */
export function entriesOf(value: unknown): [string, unknown][] {
  return isObject(value) ? entriesInOrder(value) : [];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** A JSON pointer (RFC 6901) with `#` from its segments. */
export function pointerOf(...segments: string[]): string {
  return `#/${segments.map((segment) => segment.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
}
