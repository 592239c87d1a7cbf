import { runInNewContext } from 'node:vm';
import { exec, type JsonValue } from 'jsonpath-rfc9535';
import { cached } from '../json/cached.ts';
import { isObject, type JsonObject } from '../json/guards.ts';
import { ExactNumber } from '../json/number.ts';
import { jsonText } from '../json/text.ts';
import type { Problem } from '../problems/problem.ts';
import type { Origins } from './origin.ts';
import { MAX_DEPTH } from './plain.ts';
import type { SourceFile } from './source.ts';

type Container = Record<string | number, unknown>;

/** A place in the document that a target selects; the root has no parent. */
interface Match {
  readonly value: unknown;
  readonly parent: Container | undefined;
  readonly key: string | number;
  /** Levels of the document around it. */
  readonly depth: number;
}

function setMember(parent: Container, key: string | number, value: unknown): void {
  // Assignment would call the setter of `__proto__`.
  Object.defineProperty(parent, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

/** An action would exceed a document's size limits or the time limit. */
class TooMuch extends Error {}

/** Values that the actions of an overlay may add to a document, if that is more than it has. */
const MIN_ADDED = 100_000;

/** The origins of copies, and how many values may still be added. */
interface Copying {
  readonly origins: Origins;
  left: number;
}

/** A deep copy that may be changed; `origins` records the originals. */
function copy<T>(value: T, copying: Copying, depth: number): T {
  if (depth > MAX_DEPTH)
    throw new TooMuch(`The document would be more than ${MAX_DEPTH} levels deep.`);
  if (copying.left-- <= 0) throw new TooMuch(`The overlay adds too many values.`);
  if (typeof value !== 'object' || value === null || value instanceof ExactNumber) return value;
  const inner = (item: unknown) => copy(item, copying, depth + 1);
  const result = Array.isArray(value)
    ? value.map(inner)
    : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inner(item)]));
  copying.origins.copied(result, value);
  return result as T;
}

/**
 * Merges into `target`, in place: objects member by member, arrays are concatenated, otherwise the update
 * wins.
 */
function mergeInto(target: unknown, update: unknown, copying: Copying, depth: number): void {
  if (Array.isArray(target)) {
    for (const item of Array.isArray(update) ? update : [update])
      target.push(copy(item, copying, depth + 1));
    return;
  }
  for (const [key, value] of Object.entries(update as JsonObject)) {
    const members = target as Container;
    const old = Object.hasOwn(members, key) ? members[key] : undefined;
    const bothObjects = isObject(old) && isObject(value);
    const bothArrays = Array.isArray(old) && Array.isArray(value);
    if (bothObjects || bothArrays) mergeInto(old, value, copying, depth + 1);
    else {
      setMember(members, key, copy(value, copying, depth + 1));
      copying.origins.placed(members, key, update as object);
    }
  }
}

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

/** All places that a JSONPath (RFC 9535) selects. Throws if it is not a JSONPath, or takes too long. */
function select(root: JsonObject, target: string, values: number): Match[] {
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

function removeAll(matches: readonly Match[]): void {
  const removed = new Map<Container, Set<string | number>>();
  for (const { parent, key } of matches)
    if (parent) removed.set(parent, (removed.get(parent) ?? new Set()).add(key));
  for (const [parent, keys] of removed) {
    if (Array.isArray(parent)) {
      const kept = parent.filter((_item, index) => !keys.has(index));
      parent.length = 0;
      for (const item of kept) parent.push(item);
    } else for (const key of keys) delete parent[key];
  }
}

interface Step {
  readonly file: SourceFile;
  readonly path: readonly string[];
  readonly copying: Copying;
  /** The number of values in the document. */
  readonly values: number;
}

function applyAction(
  root: JsonObject,
  action: unknown,
  { file, path, copying, values }: Step,
): Problem[] {
  const refuse = (message: string, suggestion: string, key: string): Problem[] => [
    file.problem(
      { rule: 'overlay', severity: 'error', message, suggestion },
      [...path, key],
      'value',
    ),
  ];
  const ignore = (message: string, suggestion: string, key: string): Problem[] =>
    refuse(message, suggestion, key).map((problem) => ({
      ...problem,
      rule: 'overlay-without-effect',
      severity: 'warning',
    }));
  if (!isObject(action) || typeof action.target !== 'string')
    return refuse(
      'This action has no target.',
      'Add a target: a JSONPath, such as $.paths["/users"].get.',
      'target',
    );
  const { target, update, remove } = action;
  let matches: Match[];
  try {
    matches = select(root, target, values);
  } catch (error) {
    if (error instanceof TooMuch) {
      copying.left = 0;
      return refuse(
        `The target "${target}" cannot be evaluated. ${error.message}`,
        'Make it more specific: fewer .. and *, and no nested repetitions.',
        'target',
      );
    }
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0];
    return refuse(
      `The target "${target}" is not a valid JSONPath: ${reason}`,
      'See RFC 9535. Names with characters other than letters, digits and _ go into ["..."].',
      'target',
    );
  }
  if (remove !== true && update === undefined)
    return ignore('This action changes nothing.', 'Add update or remove: true.', 'target');
  if (matches.length === 0)
    return ignore(
      `The target "${target}" matches nothing in the document.`,
      'Correct the target, or remove the action if the document has changed.',
      'target',
    );
  if (remove === true) {
    removeAll(matches);
    return [];
  }
  const fits = (value: unknown): boolean =>
    Array.isArray(value) || (isObject(value) && isObject(update));
  if (!matches.every(({ value }) => fits(value)))
    return refuse(
      `The target "${target}" selects a value that cannot be merged with this update.`,
      'Make the target select the object that contains the value, and update the member.',
      'update',
    );
  try {
    for (const { value, depth } of matches) mergeInto(value, update, copying, depth);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    copying.left = 0;
    return refuse(
      `The update cannot be merged. ${error.message}`,
      'Make the target select fewer values, and update each once.',
      'update',
    );
  }
  return [];
}

/**
 * Applies the actions of an overlay in order (Overlay 1.0.0, sections 4.4.1 and 4.4.3) and returns a new
 * document. `overlay` is the parsed content of `file`. A target that matches nothing is a warning; an overlay
 * without actions, or an action that cannot be applied, is an error.
 */
export function applyOverlay(
  root: JsonObject,
  overlay: unknown,
  file: SourceFile,
  origins: Origins,
): { root: JsonObject; problems: Problem[] } {
  const version = isObject(overlay) ? overlay.overlay : undefined;
  const fail = (message: string, suggestion: string, key: string) => ({
    root,
    problems: [
      file.problem({ rule: 'overlay', severity: 'error', message, suggestion }, [key], 'value'),
    ],
  });
  if (!isObject(overlay) || version === undefined || !/^1(\.|$)/.test(String(version)))
    return fail(
      version === undefined
        ? 'This is not an OpenAPI Overlay: it has no field "overlay".'
        : `The Overlay version ${jsonText(version)} is not supported.`,
      'Start the overlay with overlay: 1.0.0.',
      'overlay',
    );
  if (!Array.isArray(overlay.actions) || overlay.actions.length === 0)
    return fail(
      'The overlay has no actions.',
      'Add actions: a list of objects with target and either update or remove.',
      'actions',
    );
  const whole: Copying = { origins, left: Number.MAX_SAFE_INTEGER };
  // Existing depth is allowed: the limit is for what is added.
  const changed = copy(root, whole, Number.NEGATIVE_INFINITY);
  const values = Number.MAX_SAFE_INTEGER - whole.left;
  const copying: Copying = { origins, left: Math.max(MIN_ADDED, values) };
  const problems: Problem[] = [];
  for (const [index, action] of overlay.actions.entries()) {
    const path = ['actions', String(index)];
    problems.push(...applyAction(changed, action, { file, path, copying, values }));
    // An action that exceeded the limits once is not retried.
    if (copying.left <= 0) break;
  }
  return { root: changed, problems };
}
