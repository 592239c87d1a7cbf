import {
  type Action,
  type Change,
  concernedBy,
  partsOfKind,
  type Side,
} from '../../changes/change.ts';
import { identityOf, inOrder } from '../../changes/order.ts';
import { joined } from '../../changes/spread.ts';
import { append } from '../../json/append.ts';
import { defined } from '../../json/guards.ts';
import { combined } from './combined.ts';
import { apartAt, beyond, concernsAny, restricted } from './concerned.ts';
import { Moves } from './moves.ts';
import { type PartChange, withParts } from './parts.ts';
import { secured } from './secured.ts';
import { withoutPosition } from './slots.ts';
import { type Placed, Wholes } from './wholes.ts';

/**
 * What changed in all, from what changed from a version to the next one and from that one on: as if the first version had
 * been compared with the last one, as far as that can be known without their documents. Pure; the result is sorted.
 *
 * - Added and then removed is nothing, and so is what was changed back.
 * - Added and then changed is added; changed and then removed is removed.
 * - Removed and then added is changed, and nobody knows how, unless it is only a value or a name.
 * - What is in something new or gone is not said apart.
 */
export function joinChanges(first: readonly Change[], second: readonly Change[]): Change[] {
  return new Joining(first, second).all();
}

/** The same for several versions, the earliest first. */
export function joinAll(steps: readonly (readonly Change[])[]): readonly Change[] {
  const [first = [], ...others] = steps;
  return others.reduce(joinChanges, first);
}

/** Things that may get another name; each is known by its place. */
const NAMED: ReadonlySet<string> = new Set([
  'operation',
  'webhook',
  'schema',
  'parameter',
  'property',
  'media-type',
  'operation-id',
]);

/** Which of both steps a change is from. */
type From = 'first' | 'second' | 'both';

class Joining {
  /** Names and places of the first step, and of the second one. */
  readonly #old: Moves;
  readonly #now: Moves;
  /** Both with places in the document in between. */
  readonly #first: readonly Placed[];
  readonly #second: readonly Placed[];
  readonly #earlier: ReadonlyMap<string, Placed[]>;
  readonly #later: ReadonlyMap<string, Placed[]>;
  /** Operations that only the later documents have, and only the earlier ones. */
  readonly #news: ReadonlySet<string>;
  readonly #gone: ReadonlySet<string>;
  readonly #found: Change[] = [];

  constructor(first: readonly Change[], second: readonly Change[]) {
    this.#old = new Moves(first);
    this.#now = new Moves(second);
    this.#first = first.map((change) => ({
      change,
      slot: this.#old.after(change) ?? this.#old.slotAfter(this.#old.before(change) ?? ''),
    }));
    this.#second = secured(first, second).map((change) => ({
      change,
      slot: this.#now.before(change) ?? this.#now.slotBefore(this.#now.after(change) ?? ''),
    }));
    this.#earlier = byKey(this.#first);
    this.#later = byKey(this.#second);
    this.#news = operationsThat(first, 'added');
    this.#gone = operationsThat(second, 'removed');
  }

  all(): Change[] {
    const first = this.#single(
      this.#first,
      this.#later,
      new Wholes(this.#second, 'removed'),
      'first',
    );
    const second = this.#single(
      this.#second,
      this.#earlier,
      new Wholes(this.#first, 'added'),
      'second',
    );
    // What is new is as later changes have left it, and what is gone as it was before earlier ones.
    const asNow = (change: Change) => withParts(change, second.parts.get(change) ?? [], true);
    const asThen = (change: Change) => withParts(change, first.parts.get(change) ?? [], false);
    for (const change of first.changes) this.#add(asNow(change), 'first');
    for (const change of second.changes) this.#add(asThen(change), 'second');
    for (const [key, olds] of this.#earlier)
      this.#combine(
        olds.map(({ change }) => asNow(change)),
        (this.#later.get(key) ?? []).map(({ change }) => asThen(change)),
      );
    return unique(this.#found);
  }

  /**
   * The changes of a step whose things the other one does not change, without those in what is new or gone as a whole,
   * which are collected as its parts.
   */
  #single(
    own: readonly Placed[],
    others: ReadonlyMap<string, readonly Placed[]>,
    wholes: Wholes,
    from: 'first' | 'second',
  ): { changes: Change[]; parts: Map<Change, PartChange[]> } {
    const changes: Change[] = [];
    const parts = new Map<Change, PartChange[]>();
    for (const placed of own) {
      const { change, slot } = placed;
      if (others.has(keyOf(placed))) continue;
      const whole = wholes.around(placed);
      if (!whole) {
        changes.push(change);
        continue;
      }
      append(parts, whole.change, { change, within: slot.slice(whole.slot.length) });
      const side = from === 'second' ? whole.change.after : whole.change.before;
      if (apartAt(whole.change, side) === undefined) continue;
      const rest = beyond(change, new Set(concernedBy(whole.change)));
      if (rest) changes.push(rest);
    }
    return { changes, parts };
  }

  /** Changes of the same thing in both steps. */
  #combine(olds: readonly Change[], nows: readonly Change[]): void {
    const isApart = (change: Change, side: Side | undefined) => apartAt(change, side) !== undefined;
    const apartOlds = olds.filter((old) => isApart(old, old.after));
    const apartNows = nows.filter((now) => isApart(now, now.before));
    const isReplaced = nows.length > 0 && (isReplacing(olds) || isReplacing(nows));
    const goesOn = (old: Change, now: Change) =>
      !isReplaced || (old.after === undefined) === (now.before === undefined);
    if (isReplaced) {
      for (const old of olds) if (!nows.some((now) => goesOn(old, now))) this.#add(old, 'first');
      for (const now of nows) if (!olds.some((old) => goesOn(old, now))) this.#add(now, 'second');
    }
    for (const old of olds)
      for (const now of nows.filter((one) => goesOn(old, one))) {
        const keys = apartOlds.includes(old) ? new Set(concernedBy(old)) : undefined;
        for (const change of combined(old, now))
          this.#add(keys ? restricted(change, (key) => keys.has(key)) : change, 'both');
      }
    // Other operations had the same schema already, or still have it.
    if (apartOlds.length === olds.length) this.#addBeyond(nows, apartOlds, 'second');
    if (apartNows.length === nows.length && nows.length > 0)
      this.#addBeyond(olds, apartNows, 'first');
  }

  #addBeyond(changes: readonly Change[], others: readonly Change[], from: From): void {
    const keys = new Set(others.flatMap(concernedBy));
    for (const change of changes) {
      const rest = beyond(change, keys);
      if (rest) this.#add(rest, from);
    }
  }

  /** Adds a change with its places and operations in the first and the last document. */
  #add(change: Change, from: From): void {
    const { before, after, place } = change;
    const [thing, action] = partsOfKind(change.kind);
    const sides = {
      before: before && {
        ...before,
        pointer: from === 'second' ? this.#old.pointerBefore(before.pointer) : before.pointer,
      },
      after: after && {
        ...after,
        pointer: from === 'first' ? this.#now.pointerAfter(after.pointer) : after.pointer,
      },
    };
    const placed: Change = {
      ...change,
      ...defined(sides),
      place: from === 'first' ? this.#now.placeAfter(place) : place,
    };
    if (thing === 'operation' || thing === 'webhook') {
      this.#found.push(this.#namedOperation(placed, action, from));
      return;
    }
    const kept =
      from === 'first'
        ? renamed(
            restricted(placed, (key) => !this.#gone.has(key)),
            (key) => this.#now.keyAfter(key),
          )
        : restricted(placed, (key) => !this.#news.has(this.#now.keyBefore(key)));
    const isLeft = concernsAny(kept) || !concernsAny(change);
    // Schemas have pages of their own, whatever uses them.
    if (isLeft || isInSchema(placed)) this.#found.push(kept);
  }

  /** A change of an operation itself, by its names in the first and the last document. */
  #namedOperation(change: Change, action: Action, from: From): Change {
    if (from === 'both') return change;
    if (action === 'removed')
      return from === 'first' ? change : renamed(change, (key) => this.#old.keyBefore(key));
    if (from === 'first') return renamed(change, (key) => this.#now.keyAfter(key), 'after');
    const { before } = change;
    if (typeof before?.value !== 'string') return change;
    return { ...change, before: { ...before, value: this.#old.keyBefore(before.value) } };
  }
}

/** A change with other names of operations: also as its own, and as a value, if it is about one. */
function renamed(change: Change, nameOf: (key: string) => string, side?: 'after'): Change {
  const { operations, kind, name, after } = change;
  const named = Object.entries(operations).map(([direction, keys]) => [
    direction,
    (keys ?? []).map(nameOf).sort(),
  ]);
  const [thing] = partsOfKind(kind);
  const isOperation = thing === 'operation' || thing === 'webhook';
  const value = side && typeof after?.value === 'string' ? nameOf(after.value) : undefined;
  return {
    ...change,
    operations: Object.fromEntries(named),
    ...(isOperation && name !== undefined && { name: nameOf(name) }),
    ...(after && value !== undefined && { after: { ...after, value } }),
  };
}

/** Names of operations that a step has added or removed, in the document that both steps have. */
function operationsThat(changes: readonly Change[], what: Action): ReadonlySet<string> {
  return new Set(
    changes.flatMap((change) => {
      const [thing, action] = partsOfKind(change.kind);
      const isIt = action === what && (thing === 'operation' || thing === 'webhook');
      return isIt ? concernedBy(change) : [];
    }),
  );
}

function byKey(placed: readonly Placed[]): ReadonlyMap<string, Placed[]> {
  const found = new Map<string, Placed[]>();
  for (const one of placed) append(found, keyOf(one), one);
  return found;
}

/** Whether a schema without a name took the place of another one. What is gone has nothing to do with the new one. */
function isReplacing(changes: readonly Change[]): boolean {
  const isVariant = ({ kind, name }: Change, action: Action) =>
    name === undefined && kind.endsWith(`-variant-${action}`);
  return (
    changes.some((change) => isVariant(change, 'added')) &&
    changes.some((change) => isVariant(change, 'removed'))
  );
}

/** What a change is a change of. */
function keyOf({ change, slot }: Placed): string {
  const [thing] = partsOfKind(change.kind);
  if (NAMED.has(thing)) return `${thing}\n${slot}`;
  const { name } = change;
  return [thing, name ?? '', name === undefined ? slot : withoutPosition(slot)].join('\n');
}

function isInSchema({ before, after }: Change): boolean {
  return ((after ?? before)?.pointer ?? '').startsWith('#/components/schemas/');
}

/** Sorted, each once. */
function unique(changes: readonly Change[]): Change[] {
  const found = new Map<string, Change>();
  for (const change of changes) {
    const key = identityOf(change);
    const known = found.get(key);
    found.set(
      key,
      known ? { ...known, operations: joined(known.operations, change.operations) } : change,
    );
  }
  return inOrder([...found.values()]);
}
