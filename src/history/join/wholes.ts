import { type Change, concernedBy, partsOfKind, type Side } from '../../changes/change.ts';
import { append } from '../../json/append.ts';
import { plainSegments } from '../../openapi/pointer.ts';
import { type Slot, slotsAround, withoutPosition } from './slots.ts';

/** A change with its place in the document that both steps have. */
export interface Placed {
  readonly change: Change;
  readonly slot: Slot;
}

/** What is new or gone as a whole in one step, so that nothing has to be said about its parts. */
export class Wholes {
  readonly #bySlot = new Map<Slot, Placed[]>();

  constructor(placed: readonly Placed[], action: 'added' | 'removed') {
    const side = action === 'added' ? 'after' : 'before';
    const compared = new Set(
      placed.flatMap(({ change }) => {
        const schema = apartAt(change, change[side]);
        return schema !== undefined && change.before && change.after ? [schema] : [];
      }),
    );
    for (const one of placed) {
      const { change, slot } = one;
      const [thing, what] = partsOfKind(change.kind);
      // Flags have both sides: what became required is not new.
      if (what !== action || (change.before && change.after)) continue;
      const isKnown = change.traits?.includes('compared') || compared.has(change.name ?? '');
      if (thing !== 'schema' || !isKnown) append(this.#bySlot, slot, one);
    }
  }

  /** The innermost one that a change is in, or about. */
  around({ slot }: Placed): Placed | undefined {
    // In lists of what is known by its name, a position says nothing about the thing itself.
    const isPosition = withoutPosition(slot) !== slot;
    for (const around of slotsAround(slot).slice(isPosition ? 1 : 0)) {
      const [found] = this.#bySlot.get(around) ?? [];
      if (found) return found;
    }
    return undefined;
  }
}

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
