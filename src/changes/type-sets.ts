import type { Action } from './change.ts';

/** What happened to the types of a schema, without null; undefined is all of them. */
export function typeAction(
  before: ReadonlySet<string> | undefined,
  after: ReadonlySet<string> | undefined,
): Action | undefined {
  const isWider = covers(after, before);
  const isNarrower = covers(before, after);
  if (isWider && isNarrower) return undefined;
  if (isWider) return 'widened';
  return isNarrower ? 'narrowed' : 'changed';
}

function covers(
  one: ReadonlySet<string> | undefined,
  other: ReadonlySet<string> | undefined,
): boolean {
  if (!one) return true;
  if (!other) return false;
  return [...other].every((type) => one.has(type) || (type === 'integer' && one.has('number')));
}
