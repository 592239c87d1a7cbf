import { append } from '../json/append.ts';
import { cached } from '../json/cached.ts';
import { editDistances } from '../openapi/distance.ts';
import type { Vocabulary } from './entry.ts';
import { rootOf, stemOf } from './stem.ts';

/** The cost of matching a word of a query with a word of the index. */
export const COST = {
  exact: 0,
  plural: 0.1,
  /** Of one family: `invite` and `invitation`. */
  family: 0.6,
  beginning: 1,
  inside: 3,
  /** For each letter. */
  typo: 2,
} as const;

export interface Match {
  readonly word: string;
  readonly cost: number;
  readonly shard: number;
  /** How many entries have the word. */
  readonly count: number;
}

type Known = Omit<Match, 'cost'>;

/** Whether two words differ in their number only. */
function isSame(a: string, b: string): boolean {
  return stemOf(a) === stemOf(b);
}

/** Whether what follows a name is its version: `oauth2`. */
function isVersion(rest: string): boolean {
  return /^\d{1,2}$/.test(rest);
}

/** The words of an index, for looking up what a reader may mean. */
export class Lexicon {
  readonly #words: readonly Known[];
  readonly #known: ReadonlyMap<string, Known>;
  readonly #byRoot = new Map<string, Known[]>();
  readonly #matches = new Map<string, readonly Match[]>();

  constructor({ shards }: Vocabulary) {
    this.#words = shards.flatMap(({ words }, shard) => {
      const list: Known[] = [];
      for (let at = 0; at < words.length; at += 2)
        list.push({ word: String(words[at]), count: Number(words[at + 1]), shard });
      return list;
    });
    this.#known = new Map(this.#words.map((known) => [known.word, known]));
    for (const known of this.#words) append(this.#byRoot, rootOf(known.word), known);
  }

  /**
   * The words that a word of a query may mean, cheapest first: itself, its other forms, and words that start with it;
   * if there are none, words that contain it; if there are none either, words that it may misspell.
   */
  match(asked: string): readonly Match[] {
    return cached(this.#matches, asked, () => {
      const forms = this.#forms(asked);
      const longer = this.#by((word) => {
        // A letter alone says little, and a number is not the beginning of another one.
        if (!word.startsWith(asked) || /^\d+$/.test(asked)) return undefined;
        return isVersion(word.slice(asked.length)) ? COST.plural : COST.beginning;
      }).filter(({ word }) => !forms.some((form) => form.word === word));
      const found = [...forms, ...longer];
      if (found.length === 0) found.push(...this.#inside(asked));
      if (found.length === 0) found.push(...this.#typos(asked));
      return found.sort(
        (a, b) => a.cost - b.cost || a.word.length - b.word.length || b.count - a.count,
      );
    });
  }

  /** The words that are nearest to one without matches, to be suggested; of singular and plural only one. */
  near(asked: string): readonly string[] {
    // Of a short word, most letters are the same.
    const most = Math.max(1, Math.floor(asked.length / 3));
    return this.#words
      .flatMap(({ word, count }) => {
        const distance = editDistances(asked, word, most)?.at(-1) ?? Number.POSITIVE_INFINITY;
        return distance <= most && word[0] === asked[0] ? [{ word, count, distance }] : [];
      })
      .sort((a, b) => a.distance - b.distance || b.count - a.count)
      .filter(({ word }, at, all) => at === all.findIndex((one) => isSame(one.word, word)))
      .map(({ word }) => word);
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

  #forms(asked: string): Match[] {
    const stem = stemOf(asked);
    return (this.#byRoot.get(rootOf(asked)) ?? []).map((known) => ({
      ...known,
      cost:
        known.word === asked ? COST.exact : stemOf(known.word) === stem ? COST.plural : COST.family,
    }));
  }

  #inside(asked: string): Match[] {
    // Two letters are significant in short words.
    const least = /^[ -~]*$/.test(asked) ? 4 : 2;
    return asked.length < least
      ? []
      : this.#by((word) => (word.includes(asked) ? COST.inside : undefined));
  }

  #typos(asked: string): Match[] {
    if (asked.length < 5 || /\d/.test(asked)) return [];
    const most = asked.length < 8 ? 1 : 2;
    const near = this.#by((word) => {
      if (/\d/.test(word)) return undefined;
      // Letters further apart cannot match.
      const distances = editDistances(asked, word.slice(0, asked.length + most), most);
      if (!distances) return undefined;
      const whole = word.length > asked.length + most ? most + 1 : (distances.at(-1) ?? most + 1);
      // Of a longer word it may be the beginning.
      const least = Math.min(whole, Math.min(...distances) + 0.5);
      return least <= most ? COST.typo * least : undefined;
    });
    return this.#withNumbers(near);
  }

  /** With the plural of each word, or its singular: who misspells one means the other as well. */
  #withNumbers(matches: readonly Match[]): Match[] {
    const all = new Map<string, Match>();
    for (const { word, cost } of matches)
      for (const form of this.#forms(word)) {
        if (form.cost > COST.plural) continue;
        const known = all.get(form.word);
        const price = cost + form.cost;
        if (!known || price < known.cost) all.set(form.word, { ...form, cost: price });
      }
    return [...all.values()];
  }

  #isPart(word: string, isLast: boolean): boolean {
    return (
      this.#known.has(word) ||
      (isLast && word.length >= 3 && this.#words.some((known) => known.word.startsWith(word)))
    );
  }

  #by(cost: (word: string) => number | undefined): Match[] {
    return this.#words.flatMap((known) => {
      const price = cost(known.word);
      return price === undefined ? [] : [{ ...known, cost: price }];
    });
  }
}
