import { isObject, type JsonObject, own } from '../json/guards.ts';
import { formatPointer, parsePointer, step } from '../openapi/pointer.ts';
import { eachObject } from '../openapi/walk.ts';
import { type NearestBudget, nearest, nearestBudget } from '../problems/nearest.ts';
import type { Problem } from '../problems/problem.ts';
import type { Origins } from './origin.ts';

/** The target of an internal reference, through other references, or undefined. */
function resolve(root: JsonObject, segments: readonly string[], hops = 0): unknown {
  let current: unknown = root;
  for (const [index, segment] of segments.entries()) {
    const next = step(current, segment);
    const ref = own(current, '$ref');
    if (next === undefined && typeof ref === 'string' && ref.startsWith('#/') && hops < 100)
      return resolve(root, [...parsePointer(ref), ...segments.slice(index)], hops + 1);
    if (next === undefined) return undefined;
    current = next;
  }
  return current;
}

function suggest(root: JsonObject, segments: readonly string[], budget: NearestBudget): string {
  const parent = resolve(root, segments.slice(0, -1));
  const near =
    isObject(parent) && budget.left > 0
      ? nearest(segments.at(-1) ?? '', Object.keys(parent), budget)
      : undefined;
  return near === undefined
    ? 'Add what is missing, or fix the $ref.'
    : `Did you mean "${formatPointer([...segments.slice(0, -1), near])}"?`;
}

/**
 * Broken references of a final document. The bundler has handled those of the sources; the rest were written
 * by an overlay, or an overlay removed their targets.
 */
export function danglingRefs(root: JsonObject, origins: Origins): Problem[] {
  const problems: Problem[] = [];
  const sound = new Set<string>();
  const budget = nearestBudget();
  eachObject(root, 'document', (node, _kind, path) => {
    const { $ref: ref } = node;
    if (typeof ref !== 'string' || !ref.startsWith('#/') || sound.has(ref)) return;
    const segments = parsePointer(ref);
    if (resolve(root, segments) !== undefined) {
      sound.add(ref);
      return;
    }
    const origin = origins.at(root, [...path, '$ref']);
    const details = {
      rule: 'unresolved-ref',
      severity: 'error',
      message: `The $ref "${ref}" points to nothing in the final document.`,
      suggestion: suggest(root, segments, budget),
    } as const;
    if (origin) problems.push(origin.file.problem(details, origin.path, 'value'));
  });
  return problems;
}
