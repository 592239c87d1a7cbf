import { cached } from '../json/cached.ts';
import { editDistances } from '../openapi/distance.ts';
import type { Vocabulary } from './entry.ts';

/** The cost of matching a word of a query with a different word of the index. */
export const COST = {
  exact: 0,
  plural: 0.5,
  beginning: 1,
  inside: 4,
  /** For each letter. */
  typo: 6,
} as const;

export interface Match {
  readonly word: string;
  readonly cost: number;
  readonly shard: number;
  /** How many entries have the word. */
  readonly count: number;
}

/** The words of an index, for looking up what a reader may mean. */
export class Lexicon {
  readonly #words: readonly Omit<Match, 'cost'>[];
  readonly #known: ReadonlySet<string>;
  readonly #matches = new Map<string, readonly Match[]>();

  constructor({ shards }: Vocabulary) {
    this.#words = shards.flatMap(({ words }, shard) => {
      const list: Omit<Match, 'cost'>[] = [];
      for (let at = 0; at < words.length; at += 2)
        list.push({ word: String(words[at]), count: Number(words[at + 1]), shard });
      return list;
    });
    this.#known = new Set(this.#words.map(({ word }) => word));
  }

  /**
   * The words that a word of a query may mean, cheapest first: itself, words that start with it, words that
   * contain it. If there are none, or typos are requested, also words that it may misspell.
   */
  match(asked: string, withTypos = false): readonly Match[] {
    return cached(this.#matches, `${withTypos} ${asked}`, () => {
      let found = this.#by((word) => costOf(asked, word));
      if (found.length === 0 || withTypos) {
        const typos = this.#by((word) => COST.typo * typosIn(asked, word));
        const words = new Set(found.map(({ word }) => word));
        found = [...found, ...typos.filter(({ word }) => !words.has(word))];
      }
      return found.sort(
        (a, b) => a.cost - b.cost || a.word.length - b.word.length || b.count - a.count,
      );
    });
  }

  /** The words of the index that a word consists of: `issuperuser`, `is superuser`. */
  split(asked: string): readonly string[] | undefined {
    // From the end: the fewest words that make up the rest; the last one may be a prefix.
    const best: (readonly string[] | undefined)[] = [];
    best[asked.length] = [];
    for (let from = asked.length - 1; from >= 0; from--) {
      // A single letter can only be the first word: `X-Total`.
      for (let to = asked.length; to - from >= (from === 0 ? 1 : 2); to--) {
        const word = asked.slice(from, to);
        const rest = best[to];
        if (!rest || !this.#isPart(word, to === asked.length)) continue;
        const length = best[from]?.length ?? Number.POSITIVE_INFINITY;
        if (rest.length + 1 < length) best[from] = [word, ...rest];
      }
    }
    const [whole] = best;
    return whole && whole.length > 1 && whole.length <= 4 ? whole : undefined;
  }

  has(word: string): boolean {
    return this.#known.has(word);
  }

  #isPart(word: string, isLast: boolean): boolean {
    return (
      this.#known.has(word) ||
      (isLast && word.length >= 3 && this.#words.some((known) => known.word.startsWith(word)))
    );
  }

  #by(cost: (word: string) => number): Match[] {
    return this.#words.flatMap((known) => {
      const price = cost(known.word);
      return Number.isFinite(price) ? [{ ...known, cost: price }] : [];
    });
  }
}

/** Long words may have two typos; in short ones the first letter must be right. */
function typosIn(asked: string, word: string): number {
  const most = asked.length < 3 ? 0 : asked.length < 8 ? 1 : 2;
  if (asked.length < 5 && asked[0] !== word[0]) return Number.POSITIVE_INFINITY;
  // Letters further apart cannot match.
  const distances = editDistances(asked, word.slice(0, asked.length + most), most);
  return distances ? Math.min(...distances) : Number.POSITIVE_INFINITY;
}

function costOf(asked: string, word: string): number {
  if (asked === word) return COST.exact;
  if (asked.length > 3 && (`${word}s` === asked || `${word}es` === asked)) return COST.plural;
  if (word.startsWith(asked)) return `${asked}s` === word ? COST.plural : COST.beginning;
  // Two letters are significant in short words.
  if (asked.length > (/^[ -~]*$/.test(asked) ? 2 : 1) && word.includes(asked)) return COST.inside;
  return Number.POSITIVE_INFINITY;
}
