import { cached } from '../json/cached.ts';
import {
  type Entry,
  FILES,
  KINDS,
  type Place,
  placesKey,
  textsOf,
  type Vocabulary,
} from './entry.ts';
import { COST, Lexicon, type Match } from './lexicon.ts';
import { keyOf, wordsOf } from './name.ts';
import { pathCost } from './path.ts';
import { type PlacesFile, unpackPlaces } from './places.ts';
import { METHOD_NAMES, pathWords, type Query, segmentsOf } from './query.ts';

/** A matching entry, and how well it matches. */
export interface Hit {
  readonly entry: Entry;
  /**
   * 0 if it is exactly the query, by name or path; 1 by its words; 2 with parts of words, 3 with typos, 4 if
   * a word is missing.
   */
  readonly tier: number;
  /** Lower is better. */
  readonly cost: number;
  /** How many words the entry, or the path of an operation, has: the fewer, the larger the matched part. */
  readonly length: number;
}

export interface Hits {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** Whether there may be more: not all files of very frequent words are read. */
  readonly isCut: boolean;
}

/** Loads a file of an index by name. */
export type Load = (file: string) => Promise<unknown>;

/** Hits to collect before the rest of a frequent word is skipped. */
const ENOUGH = 60;
/** Files that are read for one reading of a query at most. */
const MOST_FILES = 12;
/** Files that are read in parallel. */
const AT_ONCE = 4;

type Wanted = ReadonlyMap<string, number>;

/** One way to read the words of a query. */
interface Reading {
  /** For each word, the words of the index that it may mean, with their cost. */
  readonly wanted: readonly Wanted[];
  readonly shards: readonly number[];
}

/** Finds entries of one index, reading as few of its files as necessary. */
export class Finder {
  readonly #load: Load;
  readonly #files = new Map<string, Promise<unknown>>();
  #lexicon: Promise<{ lexicon: Lexicon; vocabulary: Vocabulary }> | undefined;

  constructor(load: Load) {
    this.#load = load;
  }

  /**
   * The results for a query; none if it has no words.
   *
   * @throws what loading a file throws; a later call retries.
   */
  async find(query: Query): Promise<Hits> {
    const { lexicon, vocabulary } = await this.#words();
    const hits = new Map<string, Hit>();
    let isCut = false;
    for (const { words, tier, withTypos } of attemptsOf(query)) {
      for (const reading of readingsOf(words, lexicon, withTypos)) {
        const read = await this.#read(reading, query, vocabulary);
        isCut ||= read.isCut;
        for (const hit of read.hits) {
          // Guides may have headings of the same name.
          const key = `${placesKey(hit.entry)} ${hit.entry.best.at}`;
          const own = hit.tier === 0 ? hit : { ...hit, tier: Math.max(hit.tier, tier) };
          const known = hits.get(key);
          if (!known || compare(own, known) < 0) hits.set(key, own);
        }
      }
      if (hits.size > 0) break;
    }
    return { hits: [...hits.values()].sort(compare), isCut };
  }

  /** All places of an entry, best first. */
  async places({ best, files, ...entry }: Entry): Promise<readonly Place[]> {
    if (!files) return [best];
    const [first, last = first] = files;
    const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const parts = await Promise.all(
      numbers.map((number) => this.#file<PlacesFile>(FILES.places(number))),
    );
    return parts.flatMap((part) => unpackPlaces(part, entry));
  }

  async #words() {
    this.#lexicon ??= this.#file<Vocabulary>(FILES.vocabulary).then((vocabulary) => ({
      lexicon: new Lexicon(vocabulary),
      vocabulary,
    }));
    this.#lexicon.catch(() => {
      this.#lexicon = undefined;
    });
    return this.#lexicon;
  }

  #file<Content>(name: string): Promise<Content> {
    return cached(this.#files, name, () => {
      const file = this.#load(name);
      file.catch(() => this.#files.delete(name));
      return file;
    }) as Promise<Content>;
  }

  /** Reads the blocks of a reading's shards, the first of each first, until there are enough hits. */
  async #read(reading: Reading, query: Query, { shards }: Vocabulary): Promise<Hits> {
    const all = reading.shards
      .flatMap((shard, index) =>
        Array.from({ length: shards[shard]?.blocks ?? 0 }, (_, block) => ({
          name: FILES.block(shard, block),
          order: block * 1000 + index,
        })),
      )
      .sort((a, b) => a.order - b.order)
      .map(({ name }) => name);
    const names = all.slice(0, MOST_FILES);
    const hits: Hit[] = [];
    let at = 0;
    for (; at < names.length && hits.length < ENOUGH; at += AT_ONCE) {
      const blocks = await Promise.all(
        names.slice(at, at + AT_ONCE).map((name) => this.#file<readonly Entry[]>(name)),
      );
      for (const entry of blocks.flat()) {
        const hit = hitOf(entry, reading.wanted, query);
        if (hit) hits.push(hit);
      }
    }
    return { hits, isCut: at < all.length };
  }
}

interface Attempt {
  readonly words: readonly string[];
  readonly withTypos: boolean;
  /** The best tier that it can match. */
  readonly tier: number;
}

/** Readings to try, one after the other, until one has results. */
function attemptsOf(query: Query): Attempt[] {
  const words = [...query.words];
  // Filters alone show everything they allow.
  if (words.length === 0) words.push(...wordsOf(query.method ?? ''), ...wordsOf(query.tag ?? ''));
  const variants = [words];
  // The first segments of a path may be the server's.
  for (let skip = 1; skip < Math.min(query.path.length, 4); skip++)
    variants.push(pathWords(query.path.slice(skip)));
  const plain = variants.map((variant) => ({ words: variant, withTypos: false, tier: 0 }));
  const shorter = words.map((_, left) => words.filter((_, index) => index !== left));
  return [
    ...plain,
    { words, withTypos: true, tier: 3 },
    ...shorter.map((variant) => ({ words: variant, withTypos: false, tier: 4 })),
  ].filter((attempt) => attempt.words.length > 0);
}

/** Words as written; joined words split; neighboring words joined. */
function readingsOf(words: readonly string[], lexicon: Lexicon, withTypos: boolean): Reading[] {
  const variants = [words];
  const apart = words.map((word) => {
    const [first] = lexicon.match(word);
    return (first?.cost ?? COST.typo) > COST.beginning ? (lexicon.split(word) ?? [word]) : [word];
  });
  if (apart.some((parts) => parts.length > 1)) variants.push(apart.flat());
  for (let at = 1; at < words.length; at++) {
    const joined = `${words[at - 1]}${words[at]}`;
    if (lexicon.has(joined))
      variants.push([...words.slice(0, at - 1), joined, ...words.slice(at + 1)]);
  }
  return variants.flatMap((variant) => {
    const matches = variant.map((word) => lexicon.match(word, withTypos));
    const [rarest = []] = matches.toSorted((a, b) => total(a) - total(b));
    if (matches.some((list) => list.length === 0)) return [];
    return [
      {
        wanted: matches.map((list) => new Map(list.map(({ word, cost }) => [word, cost]))),
        shards: [...new Set(rarest.map(({ shard }) => shard))],
      },
    ];
  });
}

function total(matches: readonly Match[]): number {
  return matches.length === 0
    ? Number.POSITIVE_INFINITY
    : matches.reduce((sum, { count }) => sum + count, 0);
}

/** The words of an entry, computed once. */
const entryWords = new WeakMap<Entry, readonly string[]>();

function hitOf(entry: Entry, wanted: readonly Wanted[], query: Query): Hit | undefined {
  if (!passes(entry, query)) return undefined;
  const words = cached(entryWords, entry, () => [...new Set(textsOf(entry).flatMap(wordsOf))]);
  let cost = 0;
  let worst = 0;
  for (const one of wanted) {
    const price = Math.min(...words.map((word) => one.get(word) ?? Number.POSITIVE_INFINITY));
    if (!Number.isFinite(price)) return undefined;
    cost += price;
    worst = Math.max(worst, price);
  }
  const exact = exactness(entry, query);
  const tier = worst <= COST.beginning ? 1 : worst <= COST.inside ? 2 : 3;
  return {
    entry,
    tier: exact === undefined ? tier : 0,
    cost: exact ?? cost,
    length: entry.path === undefined ? words.length : pathWords(segmentsOf(entry.path)).length,
  };
}

function passes({ kind, method, tags = [], name }: Entry, query: Query): boolean {
  if (query.kinds.length > 0 && !query.kinds.includes(kind)) return false;
  if (query.method && method !== query.method) return false;
  if (!query.tag) return true;
  const [wanted] = [keyOf(query.tag)];
  return (kind === 'tag' ? [name] : tags).some((tag) => keyOf(tag) === wanted);
}

/** 0 if a name is spelled as in the query, 1 and more if only the words are the same. */
function exactness({ kind, name, title, method, path }: Entry, query: Query): number | undefined {
  const { text } = query;
  // A tag alone is searched for by its filter.
  if (name === text || (text === '' && kind === 'tag')) return 0;
  if (kind === 'operation' && path) {
    const asked = METHOD_NAMES.find((one) => text.toLowerCase().startsWith(`${one} `));
    const isOther = asked !== undefined && asked.toUpperCase() !== method;
    const cost = isOther ? undefined : pathCost(query.path, path);
    if (cost !== undefined) return cost;
  }
  const key = keyOf(text);
  if (key === '') return undefined;
  if (keyOf(name) === key) return name.toLowerCase() === text.toLowerCase() ? 0.5 : 1;
  // The title of others is that of their parent.
  const isOwn = kind !== 'scope' && kind !== 'heading';
  return isOwn && title !== undefined && keyOf(title) === key ? 1 : undefined;
}

/** Exact names first; then those of the current version; then by kind; within a kind the closer, shorter, more used one. */
export function compare(a: Hit, b: Hit): number {
  return (
    a.tier - b.tier ||
    Number(a.entry.version !== undefined) - Number(b.entry.version !== undefined) ||
    (a.tier === 0 ? a.cost - b.cost : 0) ||
    KINDS.indexOf(a.entry.kind) - KINDS.indexOf(b.entry.kind) ||
    a.cost - b.cost ||
    a.length - b.length ||
    (b.entry.places ?? 1) - (a.entry.places ?? 1) ||
    (a.entry.path?.length ?? 0) - (b.entry.path?.length ?? 0) ||
    methodOrder(a.entry) - methodOrder(b.entry) ||
    (a.entry.name < b.entry.name ? -1 : 1)
  );
}

function methodOrder({ method = '' }: Entry): number {
  return METHOD_NAMES.indexOf(method.toLowerCase());
}
