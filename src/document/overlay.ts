import { exec, type JsonValue } from 'jsonpath-rfc9535';
import type { Problem } from '../problems/problem.ts';
import { isObject, type JsonObject } from './json.ts';
import type { Origins } from './origin.ts';
import type { SourceFile } from './source.ts';

type Container = Record<string | number, unknown>;

/** A place in the document that a target selects; the root has no parent. */
interface Match {
  readonly value: unknown;
  readonly parent: Container | undefined;
  readonly key: string | number;
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

/** A deep copy that may be changed; `origins` learns what it stands for. */
function copy<T>(value: T, origins: Origins): T {
  if (typeof value !== 'object' || value === null) return value;
  const result = Array.isArray(value)
    ? value.map((item) => copy(item, origins))
    : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item, origins)]));
  origins.copied(result, value);
  return result as T;
}

/** Merges into `target`, in place: objects member by member, arrays end to end, else the update. */
function mergeInto(target: unknown, update: unknown, origins: Origins): void {
  if (Array.isArray(target)) {
    target.push(...copy(Array.isArray(update) ? update : [update], origins));
    return;
  }
  for (const [key, value] of Object.entries(update as JsonObject)) {
    const members = target as Container;
    const old = Object.hasOwn(members, key) ? members[key] : undefined;
    const bothObjects = isObject(old) && isObject(value);
    const bothArrays = Array.isArray(old) && Array.isArray(value);
    if (bothObjects || bothArrays) mergeInto(old, value, origins);
    else setMember(members, key, copy(value, origins));
  }
}

/** All places that a JSONPath (RFC 9535) selects. Throws where it is no JSONPath. */
function select(root: JsonObject, target: string): Match[] {
  const matches: Match[] = [];
  exec(root as JsonValue, target, (value, path) => {
    // The root itself comes with an empty path, or with "$" in front of every other one.
    const keys = path[0] === '$' ? path.slice(1) : path;
    let parent: unknown;
    let current: unknown = root;
    for (const key of keys) {
      parent = current;
      current = (current as Container)[key];
    }
    matches.push({ value, parent: parent as Container | undefined, key: keys.at(-1) ?? '' });
  });
  return matches;
}

function removeAll(matches: readonly Match[]): void {
  // From the back, so that the indexes of an array stay right.
  const order = [...matches].sort((a, b) => Number(b.key) - Number(a.key) || 0);
  for (const { parent, key } of order) {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else if (parent) delete parent[key];
  }
}

interface Step {
  readonly file: SourceFile;
  readonly path: readonly string[];
  readonly origins: Origins;
}

function applyAction(root: JsonObject, action: unknown, { file, path, origins }: Step): Problem[] {
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
  if (!isObject(action) || typeof action.target !== 'string') {
    return refuse(
      'This action has no target.',
      'Add a target: a JSONPath, such as $.paths["/users"].get.',
      'target',
    );
  }
  const { target, update, remove } = action;
  let matches: Match[];
  try {
    matches = select(root, target);
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0];
    return refuse(
      `The target "${target}" is no JSONPath: ${reason}`,
      'Write it as RFC 9535 has it; names with other characters than letters, digits and _ go into ["..."].',
      'target',
    );
  }
  if (remove !== true && update === undefined) {
    return ignore('This action changes nothing.', 'Add update or remove: true.', 'target');
  }
  if (matches.length === 0) {
    return ignore(
      `The target "${target}" matches nothing in the document.`,
      'Correct the target, or remove the action if the document has changed.',
      'target',
    );
  }
  if (remove === true) {
    removeAll(matches);
    return [];
  }
  const fits = (value: unknown): boolean =>
    Array.isArray(value) || (isObject(value) && isObject(update));
  if (!matches.every(({ value }) => fits(value))) {
    return refuse(
      `The target "${target}" selects a value that this update cannot be merged into.`,
      'Let the target select the object around the value, and update the member.',
      'update',
    );
  }
  for (const { value } of matches) mergeInto(value, update, origins);
  return [];
}

/**
 * Applies the actions of an overlay in their order (Overlay 1.0.0, sections 4.4.1 and 4.4.3) and
 * gives a new document. `overlay` is the parsed content of `file`. A target that matches nothing is a
 * warning; an overlay without actions, or an action that cannot be applied, is an error.
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
  if (!isObject(overlay) || version === undefined || !/^1(\.|$)/.test(String(version))) {
    return fail(
      version === undefined
        ? 'This is no OpenAPI Overlay: it has no field "overlay".'
        : `The Overlay version ${JSON.stringify(version)} is not supported.`,
      'Begin the overlay with overlay: 1.0.0.',
      'overlay',
    );
  }
  if (!Array.isArray(overlay.actions) || overlay.actions.length === 0) {
    return fail(
      'The overlay has no actions.',
      'Add actions: a list of target with update or remove.',
      'actions',
    );
  }
  const changed = copy(root, origins);
  const problems = overlay.actions.flatMap((action, index) =>
    applyAction(changed, action, { file, path: ['actions', String(index)], origins }),
  );
  return { root: changed, problems };
}
