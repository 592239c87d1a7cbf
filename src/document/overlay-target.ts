import { runInNewContext } from 'node:vm';
import { exec, type JsonValue } from 'jsonpath-rfc9535';
import { cached } from '../json/cached.ts';
import type { JsonObject } from '../json/guards.ts';
import { ExactNumber } from '../json/number.ts';

/** An object or array of the document. */
export type Container = Record<string | number, unknown>;

/** A place in the document that a target selects; the root has no parent. */
export interface Match {
  readonly value: unknown;
  readonly parent: Container | undefined;
  readonly key: string | number;
  /** Levels of the document around it. */
  readonly depth: number;
}

/** An action would exceed a document's size limits or the time limit. */
export class TooMuch extends Error {}

/**
 * Values that the evaluation of a target may read: a filter over everything in a document reads each twice.
 */
const MIN_READS = 300_000;
const READS_PER_VALUE = 10;
/** Only a catastrophically backtracking regular expression takes this long. */
const MAX_MILLISECONDS = 2_000;

/** The same value, through proxies that count reads. */
function counted<T>(value: T, most: number): T {
  const seen = new WeakMap<object, object>();
  let left = most;
  const wrap = (inner: unknown): unknown => {
    // Filters compare JavaScript numbers.
    if (inner instanceof ExactNumber) return Number(inner);
    if (typeof inner !== 'object' || inner === null) return inner;
    return cached(seen, inner, () => new Proxy(inner, handler));
  };
  const handler: ProxyHandler<object> = {
    get(target, key) {
      left -= 1;
      if (left < 0) throw new TooMuch('It traverses the document too many times.');
      return wrap(Reflect.get(target, key));
    },
  };
  return wrap(value) as T;
}

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** A name of a normalized path (RFC 9535 section 2.7), unescaped. */
function unescaped(name: string): string {
  return name.replace(/\\(?:u([\da-f]{4})|(.))/g, (_all, code?: string, letter = '') =>
    code === undefined
      ? (ESCAPES[letter] ?? letter)
      : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/**
 * All places that a JSONPath (RFC 9535) selects.
 *
 * @param values The number of values in the document.
 * @throws Error if it is not a JSONPath; TooMuch if it takes too long.
 */
export function select(root: JsonObject, target: string, values: number): Match[] {
  const matches: Match[] = [];
  const view = counted(root, Math.max(MIN_READS, values * READS_PER_VALUE));
  const run = () =>
    exec(view as JsonValue, target, (_value, path) => {
      // The root has an empty path, or every path starts with "$".
      const keys = (path[0] === '$' ? path.slice(1) : path).map((key) =>
        typeof key === 'string' ? unescaped(key) : key,
      );
      let parent: unknown;
      let current: unknown = root;
      for (const key of keys) {
        parent = current;
        current = (current as Container)[key];
      }
      matches.push({
        value: current,
        parent: parent as Container | undefined,
        key: keys.at(-1) ?? '',
        depth: keys.length,
      });
    });
  if (/match|search/.test(target)) withinTime(run);
  else run();
  return matches;
}

/**
 * Ends code that runs too long, even in the middle of a regular expression, which counting steps cannot do.
 */
function withinTime(run: () => void): void {
  try {
    runInNewContext('run()', { run }, { timeout: MAX_MILLISECONDS });
  } catch (error) {
    const isLate = (error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    throw isLate ? new TooMuch('Its regular expression takes too long.') : error;
  }
}
