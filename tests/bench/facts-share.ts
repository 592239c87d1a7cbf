import { holdsMarkdown, holdsName } from '../../src/coverage/holds.ts';
import type { PageText } from '../../src/coverage/html-text.ts';
import { FACT_KINDS, type Fact, type FactKind } from './facts.ts';

/** How many facts there are, and how many of them a page's text holds. */
export interface Share {
  readonly found: number;
  readonly all: number;
}

export type Shares = Readonly<Record<FactKind | 'all', Share>>;

/** Whether the text of a page holds a fact. */
export function holds(text: PageText, { form, value }: Fact): boolean {
  return form === 'markdown' ? holdsMarkdown(text, value) : holdsName(text, value);
}

/** Shares of all pages together, from what each of them holds. */
export class ShareCounter {
  readonly #counts = new Map<FactKind, { found: number; all: number }>(
    FACT_KINDS.map((kind) => [kind, { found: 0, all: 0 }]),
  );
  /** Some that were not found, to see whether the comparison is at fault. */
  readonly missing = new Map<string, number>();

  /** @param text Undefined where the page does not exist: nothing is found then. */
  add(facts: readonly Fact[], text: PageText | undefined): void {
    for (const fact of facts) {
      const count = this.#counts.get(fact.kind);
      if (!count) continue;
      count.all++;
      if (text && holds(text, fact)) count.found++;
      else {
        const key = `${fact.kind}: ${fact.value.slice(0, 120)}`;
        this.missing.set(key, (this.missing.get(key) ?? 0) + 1);
      }
    }
  }

  shares(): Shares {
    const counts = [...this.#counts.values()];
    const all = {
      found: counts.reduce((sum, { found }) => sum + found, 0),
      all: counts.reduce((sum, count) => sum + count.all, 0),
    };
    return { ...Object.fromEntries(this.#counts), all } as Shares;
  }

  /** The facts that are missed most often, with how often. */
  mostMissed(count: number): [fact: string, times: number][] {
    return [...this.missing].toSorted((a, b) => b[1] - a[1]).slice(0, count);
  }
}
