import { cached } from '../json/cached.ts';
import { formatPointer } from '../openapi/pointer.ts';
import type { Fact } from './fact.ts';
import { FACT_KINDS, type FactKind } from './keyword.ts';
import type { Place } from './place.ts';
import type { Later, Region } from './region.ts';
import { isShown } from './shown.ts';
import type { SitePage } from './site.ts';

export interface Count {
  shown: number;
  all: number;
}

/** A missing fact, and the pages that should show it. */
export interface Missing {
  readonly fact: Fact;
  readonly pages: SitePage[];
}

/** Searches for facts in places, and counts. */
export class Tally {
  readonly counts: ReadonlyMap<FactKind, Count> = new Map(
    FACT_KINDS.map((kind) => [kind, { shown: 0, all: 0 }]),
  );
  readonly #missing = new Map<string, Missing>();
  /** Which facts of an object a schema's page shows: many operations need it. */
  readonly #onSchemaPages = new WeakMap<readonly Fact[], Map<string, readonly boolean[]>>();

  get missing(): Missing[] {
    return [...this.#missing.values()];
  }

  /**
   * Counts the facts of one object. They must be together: in the part of the region that shows most of
   * them, or on the schema's page.
   */
  check(facts: readonly Fact[], region: Region): void {
    if (facts.length === 0) return;
    const shown = best(facts, region.places);
    const later = shown.includes(false)
      ? region.later.map((places) => this.#onSchemaPage(facts, places))
      : [];
    for (const [index, fact] of facts.entries()) {
      const isShownLater = later.some((onPage) => onPage[index]);
      this.count(fact, shown[index] === true || isShownLater, region.on.page);
    }
  }

  /** Counts a fact that one of several facts in its own region shows; the first one names it. */
  checkEither(ways: readonly (readonly [fact: Fact, region: Region])[]): void {
    const [first] = ways;
    if (!first) return;
    const isSaid = ways.some(
      ([fact, { places, later }]) =>
        best([fact], [...places, ...later.flatMap((page) => page.places)])[0] === true,
    );
    this.count(first[0], isSaid, first[1].on.page);
  }

  count(fact: Fact, isShownThere: boolean, page: SitePage): void {
    const count = this.counts.get(fact.kind);
    if (!count) return;
    count.all++;
    if (isShownThere) {
      count.shown++;
      return;
    }
    // If a page is missing, nothing else is reported for it.
    if (page.bytes === 0 && fact.kind !== 'page') return;
    const key = `${fact.kind} ${formatPointer(fact.path)} ${String(fact.value)}`;
    const missing = this.#missing.get(key);
    if (!missing) this.#missing.set(key, { fact, pages: [page] });
    else if (!missing.pages.includes(page)) missing.pages.push(page);
  }

  #onSchemaPage(facts: readonly Fact[], { on, places }: Later): readonly boolean[] {
    const known = cached(this.#onSchemaPages, facts, () => new Map<string, readonly boolean[]>());
    const key = `${on.page.address} ${places.map(({ start }) => start).join(' ')}`;
    return cached(known, key, () => best(facts, places));
  }
}

/** The facts shown by the place that shows most of them; the first such place. */
function best(facts: readonly Fact[], places: readonly Place[]): readonly boolean[] {
  let most: readonly boolean[] = facts.map(() => false);
  let count = -1;
  for (const place of new Set(places)) {
    const shown = facts.map((fact) => isShown(place, fact));
    const shownHere = shown.filter(Boolean).length;
    if (shownHere > count) [most, count] = [shown, shownHere];
    if (count === facts.length) break;
  }
  return most;
}
