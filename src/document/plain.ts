import { entriesInOrder, fromEntriesInOrder } from '../json/key-order.ts';
import { ExactNumber, numberOf } from '../json/number.ts';
import { formatPointer } from '../openapi/pointer.ts';
import type { Origins } from './origin.ts';

/** Deeper values are rejected: nothing that people write comes near, and every later stage recurses. */
export const MAX_DEPTH = 500;

/** The reason for rejecting deeper values, in any format. */
export const TOO_DEEP = {
  message: `It is nested more than ${MAX_DEPTH} levels deep.`,
  suggestion: 'Use fewer levels: move the inner parts to components and use $ref.',
} as const;
/** Values that the result may always have; beyond that, at most `MAX_GROWTH` per input value. */
const FREE_VALUES = 100_000;
const MAX_GROWTH = 10;

/** A value that cannot be written as a tree of a sensible size. */
export class PlainError extends Error {
  readonly pointer: string;

  constructor(message: string, path: readonly (string | number)[]) {
    super(message);
    this.pointer = formatPointer(path.slice(0, 50));
  }
}

/** The reason is its depth. */
export class DepthError extends PlainError {}

function plainScalar(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (value instanceof ExactNumber) return numberOf(value.text);
  if (typeof value === 'number') return Number.isFinite(value) ? value : infiniteText(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return typeof value === 'boolean' ? value : wellFormed(String(value));
}

/** As YAML writes numbers that JSON does not have. */
function infiniteText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  return value > 0 ? '.inf' : '-.inf';
}

/** Whether a value contains others. */
function isContainer(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !(value instanceof Uint8Array || value instanceof ExactNumber)
  );
}

/** Lone surrogates are not characters, and other programs reject files with them. */
function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.toWellFormed();
}

function entriesOf(value: object): Iterable<readonly [string, unknown]> {
  return value instanceof Map
    ? Array.from(value, ([key, item]) => [String(key), item] as const)
    : entriesInOrder(value);
}

function sizeOf(value: object): number {
  if (Array.isArray(value)) return value.length;
  return value instanceof Map || value instanceof Set ? value.size : Object.keys(value).length;
}

/**
 * A deep copy that is a tree of plain JSON values: shared values (YAML aliases) become copies, sets arrays,
 * binary Base64, infinity a string, and text well-formed Unicode. `rename` returns the key to write for a
 * key, `onInfinite` receives the places of infinity and NaN. The origin of each copy is recorded in
 * `origins`.
 *
 * Throws a PlainError for values that contain themselves, are deeper than 500 levels, or grow more than
 * tenfold when their aliases are expanded (the "billion laughs" of YAML).
 */
export function toPlain(
  input: unknown,
  origins: Origins,
  rename: (key: string, value: unknown) => string = (key) => key,
  onInfinite: (path: readonly string[], text: string) => void = () => {},
): unknown {
  const seen = new Set<object>();
  /** The ancestors of the value that is being copied. */
  const open = new Set<object>();
  const path: (string | number)[] = [];
  let copies = 0;
  let originals = 1;

  function children(key: string | number, value: unknown): unknown {
    path.push(key);
    const result = copy(value);
    path.pop();
    return result;
  }

  function copy(value: unknown): unknown {
    copies += 1;
    if (!isContainer(value)) {
      if (typeof value === 'number' && !Number.isFinite(value))
        onInfinite(path.map(String), infiniteText(value));
      return plainScalar(value);
    }
    if (!seen.has(value)) originals += sizeOf(value);
    seen.add(value);
    if (open.has(value)) throw new PlainError('It contains itself.', path);
    if (path.length > MAX_DEPTH) throw new DepthError(TOO_DEEP.message, path);
    if (copies > FREE_VALUES && copies > originals * MAX_GROWTH)
      throw new PlainError(
        `Its aliases expand to more than ${MAX_GROWTH} times its own size.`,
        path,
      );
    open.add(value);
    const result =
      Array.isArray(value) || value instanceof Set
        ? Array.from(value, (item, index) => children(index, item))
        : fromEntriesInOrder(
            Array.from(entriesOf(value), ([key, item]) => [
              wellFormed(rename(key, item)),
              children(key, item),
            ]),
          );
    open.delete(value);
    origins.copied(result, value);
    return result;
  }

  return copy(input);
}
