import { cached } from '../json/cached.ts';
import { type ConcernedOperations, DIRECTIONS, type Direction } from './change.ts';
import type { FoundChange, Unit } from './comparison.ts';
import type { OperationUnit } from './operations.ts';
import { bitOf, type Contexts, directionsIn, PER_WORD, turned } from './turn.ts';

/**
 * The operations that each change concerns: those whose parts lead to the unit that has it. What every unit is part of
 * is computed for all of them at once, along their uses, until nothing is added.
 *
 * @param globals Units that concern all operations of theirs, without being used by them.
 */
export class Spread {
  readonly #contexts = new Map<Unit, Contexts>();
  readonly #keys: readonly string[];
  readonly #known = new Map<string, ConcernedOperations>();
  readonly #numbers = new Map<Unit, number>();

  constructor(operations: readonly OperationUnit[]) {
    const sorted = [...operations].sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
    this.#keys = sorted.map(({ key }) => key);
    const words = Math.ceil(sorted.length / PER_WORD);
    const contextsOf = (unit: Unit): Contexts =>
      cached(this.#contexts, unit, () => new Uint32Array(words));
    for (const [number, { unit, isWebhook }] of sorted.entries()) {
      const contexts = contextsOf(unit);
      const word = Math.floor(number / PER_WORD);
      contexts[word] = (contexts[word] ?? 0) | bitOf(number, isWebhook);
    }
    const order = usersFirst(sorted.map(({ unit }) => unit));
    for (const [number, unit] of order.entries()) this.#numbers.set(unit, number);
    // Rings of references need several rounds.
    for (let isDone = false; !isDone; ) {
      isDone = true;
      for (const unit of order) {
        const from = contextsOf(unit);
        for (const { to, turn, absent } of unit.edges) {
          const into = contextsOf(to);
          for (let word = 0; word < words; word += 1) {
            const bits = from[word] ?? 0;
            if (bits === 0) continue;
            const before = into[word] ?? 0;
            const after = (before | turned(bits, turn, absent)) >>> 0;
            if (after === before) continue;
            into[word] = after;
            isDone = false;
          }
        }
      }
    }
  }

  /** The operations of a change. */
  operationsOf({ here, operations }: FoundChange): ConcernedOperations {
    if (operations) return { none: operations };
    const { unit, turn, absent } = here;
    const key = `${this.#numbers.get(unit) ?? ''} ${turn} ${[...absent].sort()}`;
    const contexts = this.#contexts.get(unit);
    if (!contexts || !this.#numbers.has(unit)) return {};
    return cached(this.#known, key, () => {
      const found: { [direction in Direction]?: string[] } = {};
      const here = contexts.map((bits) => turned(bits, turn, absent));
      for (const [number, name] of this.#keys.entries())
        for (const direction of directionsIn(here, number)) {
          found[direction] ??= [];
          found[direction].push(name);
        }
      return inOrder(found);
    });
  }
}

/** The operations of both, sorted. */
export function joined(one: ConcernedOperations, other: ConcernedOperations): ConcernedOperations {
  if (one === other) return one;
  return inOrder(
    Object.fromEntries(
      DIRECTIONS.flatMap((direction) => {
        const names = new Set([...(one[direction] ?? []), ...(other[direction] ?? [])]);
        return names.size === 0 ? [] : [[direction, [...names].sort()]];
      }),
    ),
  );
}

function inOrder(found: ConcernedOperations): ConcernedOperations {
  return Object.fromEntries(
    DIRECTIONS.flatMap((direction) => (found[direction] ? [[direction, found[direction]]] : [])),
  );
}

/** The units that are reached, each before those that it uses, as far as there are no rings. */
function usersFirst(roots: readonly Unit[]): Unit[] {
  const seen = new Set<Unit>(roots);
  const done: Unit[] = [];
  for (const root of roots) {
    const open: { readonly unit: Unit; next: number }[] = [{ unit: root, next: 0 }];
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const edge = top.unit.edges[top.next];
      top.next += 1;
      if (!edge) {
        done.push(top.unit);
        open.pop();
      } else if (!seen.has(edge.to)) {
        seen.add(edge.to);
        open.push({ unit: edge.to, next: 0 });
      }
    }
  }
  return done.reverse();
}
