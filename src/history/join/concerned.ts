import { type Change, concernedBy, type Side } from '../../changes/change.ts';
import { plainSegments } from '../../openapi/pointer.ts';

/**
 * The schema that a side is in, if the change is not about that schema, but about something that has it instead of another
 * one: it then only concerns what had the other one.
 */
export function apartAt({ place }: Change, side: Side | undefined): string | undefined {
  if (!side?.pointer.startsWith('#/components/schemas/')) return undefined;
  const [, , name] = plainSegments(side.pointer);
  if (name === undefined) return undefined;
  return place.component === `schemas/${name}` ? undefined : name;
}

/** A change for the operations that another one does not concern; undefined if there are none. */
export function beyond(change: Change, keys: ReadonlySet<string>): Change | undefined {
  const rest = restricted(change, (key) => !keys.has(key));
  return concernedBy(rest).length > 0 ? rest : undefined;
}

/** A change for some of its operations. */
export function restricted(change: Change, isKept: (key: string) => boolean): Change {
  const operations = Object.entries(change.operations).flatMap(([direction, keys]) => {
    const kept = keys?.filter(isKept) ?? [];
    return kept.length > 0 ? [[direction, kept] as const] : [];
  });
  return { ...change, operations: Object.fromEntries(operations) };
}

/** Whether a change concerns an operation at all. */
export function concernsAny({ operations }: Change): boolean {
  return Object.values(operations).some((keys) => keys && keys.length > 0);
}
