import { isObject, type JsonObject } from '../json/guards.ts';
import { ExactNumber } from '../json/number.ts';
import { jsonText } from '../json/text.ts';
import type { Problem } from '../problems/problem.ts';
import type { Origins } from './origin.ts';
import { type Container, type Match, select, TooMuch } from './overlay-target.ts';
import { MAX_DEPTH } from './plain.ts';
import type { SourceFile } from './source.ts';

function setMember(parent: Container, key: string | number, value: unknown): void {
  // Assignment would call the setter of `__proto__`.
  Object.defineProperty(parent, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

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
