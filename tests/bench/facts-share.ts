import { FACT_KINDS, type Fact, type FactKind } from './facts.ts';
import { fold, type PageText, solid } from './html-text.ts';
import { type Block, markdownBlocks } from './markdown-text.ts';

/** How many facts there are, and how many of them a page's text holds. */
export interface Share {
  readonly found: number;
  readonly all: number;
}

export type Shares = Readonly<Record<FactKind | 'all', Share>>;

/** Whether the text of a page holds a fact. */
export function holds(text: PageText, { form, value }: Fact): boolean {
  if (form === 'markdown') {
    return blocksOf(value).every(
      ({ dropped, shown }) => text.solid.includes(dropped) || text.solid.includes(shown),
    );
  }
  const name = fold(value);
  if (holdsWord(text.spaced, name) || holdsWord(text.joined, name)) return true;
  // Values with quotes, braces or spaces are printed in more than one way.
  return /[\s"{[,]/.test(name) && text.solid.includes(solid(value));
}

const known = new Map<string, Block[]>();

/** The same descriptions come again and again; parsing them is what takes time. */
function blocksOf(markdown: string): Block[] {
  let blocks = known.get(markdown);
  if (!blocks) {
    blocks = markdownBlocks(markdown).map(({ dropped, shown }) => ({
      dropped: solid(dropped),
      shown: solid(shown),
    }));
    known.set(markdown, blocks);
  }
  return blocks;
}

const WORD = /[\p{L}\p{N}_]/u;

/** Whether a text holds a word, and not just as a part of another one. */
export function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + word.length] ?? ' ';
    const first = word[0] ?? ' ';
    const last = word.at(-1) ?? ' ';
    const begins = !(WORD.test(before) && WORD.test(first));
    const ends = !(WORD.test(after) && WORD.test(last));
    if (begins && ends) return true;
  }
  return false;
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
