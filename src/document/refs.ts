import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isObject, own } from '../json/guards.ts';
import { isData, isMap } from '../openapi/fields.ts';
import { formatPointer, parsePointer, step } from '../openapi/pointer.ts';
import { type NearestBudget, nearest } from '../problems/nearest.ts';
import type { Problem } from '../problems/problem.ts';
import { isHttp, LimitError, RefusedError } from './read.ts';
import { REFERRING_EXTENSIONS } from './redocly-types.ts';
import type { Resolver } from './resolver.ts';

/** A reference split into its parts: RFC 3986 section 4.1, the fragment as a JSON pointer. */
export interface Target {
  /** Absolute path or URL of the file. */
  readonly ref: string;
  readonly uri: string;
  readonly pointer: string;
}

function splitRef(resolver: Resolver, base: string, ref: string): Target {
  const hash = ref.indexOf('#');
  const uri = hash < 0 ? ref : ref.slice(0, hash);
  return {
    ref: uri === '' ? base : resolver.resolveExternalRef(base, uri),
    uri,
    pointer: hash < 0 ? '#/' : ref.slice(hash),
  };
}

/** The target file of a reference, by its absolute path or URL, and the segments of its pointer. */
export function targetOfRef(
  resolver: Resolver,
  base: string,
  ref: string,
): { readonly ref: string; readonly segments: readonly string[] } {
  const target = splitRef(resolver, base, ref);
  return { ref: target.ref, segments: parsePointer(target.pointer) };
}

/** The fix for a file that cannot be read: the nearest name in its folder, as a URI if the path is one. */
export function suggestFile({ ref, uri }: Target, isUri = true): string {
  if (isHttp(ref)) return 'Check the URL.';
  try {
    const names = readdirSync(path.dirname(ref)).filter((name) => !name.startsWith('.'));
    const near = nearest(path.basename(ref), names);
    if (near !== undefined) {
      const name = isUri ? encodeURI(near).replace(/[?#]/g, encodeURIComponent) : near;
      return `Did you mean "${path.posix.join(path.posix.dirname(uri), name)}"?`;
    }
  } catch {
    // No such folder: nothing to compare with.
  }
  return 'Check the path. In a $ref it is relative to the file that contains it, elsewhere to the current folder.';
}

/** Follows a pointer as far as possible: the last object, and the first missing segment. */
function follow(value: unknown, segments: readonly string[]): { at: number; parent: unknown } {
  let parent = value;
  for (const [at, segment] of segments.entries()) {
    const next = step(parent, segment);
    if (next === undefined) return { at, parent };
    parent = next;
  }
  return { at: segments.length, parent };
}

function explainPointer(
  value: unknown,
  target: Target,
  keyword: string,
  budget: NearestBudget,
): Pick<Problem, 'message' | 'suggestion'> {
  const segments = parsePointer(target.pointer);
  const { at, parent } = follow(value, segments);
  const missing = segments[at] ?? '';
  const near =
    isObject(parent) && budget.left > 0 ? nearest(missing, Object.keys(parent), budget) : undefined;
  const fixed =
    near === undefined ? undefined : [...segments.slice(0, at), near, ...segments.slice(at + 1)];
  const whole = target.uri === '' ? 'the document' : `"${target.uri}"`;
  const where = at === 0 ? whole : `"${formatPointer(segments.slice(0, at))}"`;
  return {
    message: `The ${keyword} "${target.uri}${target.pointer}" points to nothing: ${where} has no "${missing}".`,
    suggestion: fixed
      ? `Did you mean "${target.uri}${formatPointer(fixed)}"?`
      : `Add what is missing, or fix the ${keyword}.`,
  };
}

/** Keywords whose values are references, besides `$ref`. */
const KEYWORDS = new Set(['externalValue', 'defaultMapping']);

/**
 * The problem of a reference that cannot be resolved, at the place that contains it. `base` is the absolute
 * path or URL of the file, `segments` the path of the value with the reference. Undefined if the cause is a
 * file with problems of its own: they are reported once, in that file.
 */
export function unresolvedRef(
  resolver: Resolver,
  base: string,
  segments: readonly string[],
  written: string,
): Problem | undefined {
  const file = resolver.loaded.get(base)?.file;
  if (!file) return undefined;
  const target = splitRef(resolver, base, written);
  const failure = resolver.failed.get(target.ref);
  const loaded = resolver.loaded.get(target.ref);
  if (resolver.unusable.has(target.ref)) return undefined;
  const reached = parsePointer(target.pointer);
  const { at, parent } = follow(loaded?.value, reached);
  const next = at === reached.length ? own(parent, '$ref') : undefined;
  // It leads to another reference, which is the broken one; circles are reported elsewhere.
  if (typeof next === 'string' && !isCircular(resolver, target.ref, next))
    return unresolvedRef(resolver, target.ref, [...reached, '$ref'], next);
  const isRefused = failure instanceof RefusedError;
  const last = segments.at(-1) ?? '';
  const keyword = KEYWORDS.has(last) ? last : '$ref';
  const explained = failure
    ? {
        message: `The ${keyword} "${written}" ${isRefused ? 'is refused' : 'cannot be read'}: ${failure.message}.`,
        suggestion: failure.suggestion ?? suggestFile(target),
      }
    : explainPointer(loaded?.value, target, keyword, resolver.suggestions);
  const rule =
    failure instanceof LimitError ? 'read-limit' : isRefused ? 'refused-ref' : 'unresolved-ref';
  return file.problem({ rule, severity: 'error', ...explained }, segments, 'value');
}

/** Longer chains of references are considered circular. */
const MAX_HOPS = 100;

/** The reference that a reference leads to, with the file that contains it; or nothing. */
function nextRef(resolver: Resolver, base: string, written: string) {
  const target = splitRef(resolver, base, written);
  const segments = parsePointer(target.pointer);
  const { at, parent } = follow(resolver.loaded.get(target.ref)?.value, segments);
  const next = isObject(parent) ? own(parent, '$ref') : undefined;
  if (typeof next !== 'string') return undefined;
  // A pointer continues through a reference in the middle of it.
  const rest = formatPointer(segments.slice(at)).slice(2);
  const ref = rest === '' ? next : `${next}${next.includes('#') ? '' : '#'}/${rest}`;
  return { base: target.ref, ref };
}

function isCircular(resolver: Resolver, base: string, written: string): boolean {
  let hop: ReturnType<typeof nextRef> = { base, ref: written };
  for (let hops = 0; hop; hops += 1) {
    if (hops > MAX_HOPS) return true;
    hop = nextRef(resolver, hop.base, hop.ref);
  }
  return false;
}

/** Whether a value in an OpenAPI document is data, by its path. */
function isDataAt(value: unknown, segments: readonly string[]): boolean {
  const key = segments.at(-1) ?? '';
  // The names in a callback are expressions.
  if (isMap(segments.at(-2) ?? '') || segments.at(-3) === 'callbacks') return false;
  if (key.startsWith('x-')) return !REFERRING_EXTENSIONS.has(key);
  return isData(key, value);
}

/**
 * Every `$ref` in a file whose chain of references never reaches a value: `A: {$ref: '#/A'}`. Considers the
 * files read so far, so checking after each file finds every circle. Data is only recognized in the document
 * itself, not in other files, and the bundler must not encounter a circle.
 */
export function circularRefs(resolver: Resolver, base: string, isDocument: boolean): Problem[] {
  const loaded = resolver.loaded.get(base);
  const problems: Problem[] = [];
  const visit = (node: unknown, segments: readonly string[]): void => {
    if (typeof node !== 'object' || node === null) return;
    if (isDocument && isDataAt(node, segments)) return;
    const written = own(node, '$ref');
    if (loaded && typeof written === 'string' && isCircular(resolver, base, written)) {
      const details = {
        rule: 'circular-ref',
        severity: 'error',
        message: `The $ref "${written}" leads back to itself and never to a value.`,
        suggestion: 'Replace one of the $refs with the value itself.',
      } as const;
      problems.push(loaded.file.problem(details, [...segments, '$ref'], 'value'));
    }
    for (const [key, child] of Object.entries(node)) visit(child, [...segments, key]);
  };
  visit(loaded?.value, []);
  return problems;
}
