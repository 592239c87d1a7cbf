import { type Change, partsOfKind } from '../../changes/change.ts';
import { append } from '../../json/append.ts';
import { apartAt } from './concerned.ts';
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
