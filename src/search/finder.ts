import { cached } from '../json/cached.ts';
import { own } from '../json/guards.ts';
import { readable } from '../openapi/name-words.ts';
import { type Entry, FILES, type Place, placesKey, type Vocabulary } from './entry.ts';
import { type Language, synonymsOf } from './language.ts';
import { Lexicon } from './lexicon.ts';
import { wordsOf } from './name.ts';
import { type PlacesFile, unpackPlaces } from './places.ts';
import { pathWords, type Query } from './query.ts';
import { compare, type Hit, hitOf } from './rank.ts';
import { topicsOf, type Variant, variantsOf } from './variants.ts';

export interface Hits {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** Whether there may be more: not all files of very frequent words are read. */
  readonly isCut: boolean;
}

/** Loads a file of an index by name. */
export type Load = (file: string) => Promise<unknown>;

/** Results after which no more files are read. */
const ENOUGH = { operations: 8, names: 40 } as const;
/** What an operation that is meant costs at most. */
const GOOD = 2.5;
/** Files that are read for one query at most; if there is no answer yet, but may be; if all results of a kind are wanted. */
const MOST_FILES = { first: 8, untilAnswer: 32, all: 60 } as const;
/** From so many words on, an answer may lack some of them. */
const SENTENCE = 3;
/** Files that are read in parallel. */
const AT_ONCE = 2;

/** Finds entries of one index, reading as few of its files as necessary. */
export class Finder {
  readonly #load: Load;
  readonly #language: Language;
  #tags: Vocabulary['tags'] = {};
  readonly #files = new Map<string, Promise<unknown>>();
  #lexicon: Promise<{ lexicon: Lexicon; language: Language; vocabulary: Vocabulary }> | undefined;

  /** @param language What readers speak. */
  constructor(load: Load, language: Language) {
    this.#load = load;
    this.#language = language;
  }

  /**
   * The results for a query; none if it has no words. It reads files until there are enough good ones, or all of them if
   * the query asks for kinds.
   *
   * @throws what loading a file throws; a later call retries.
   */
  async find(query: Query): Promise<Hits> {
    const { lexicon, language, vocabulary } = await this.#words();
    const words = [...query.words];
    // Filters alone show everything they allow.
    if (words.length === 0) words.push(...wordsOf(query.method ?? ''), ...wordsOf(query.tag ?? ''));
    const isPath = query.path.length > 0;
    const variants = [
      ...(isPath ? [] : topicsOf(words, lexicon, language, vocabulary.areGuides === true)),
      ...[words, ...serverless(query)].flatMap((one) => variantsOf(one, lexicon, language)),
    ];
    const hits = new Map<string, Hit>();
    const read = { files: new Set<string>(), isCut: false };
    for (const variant of variants) await this.#read(variant, variant.shards, query, hits, read);
    for (const variant of [...hits.values()].some(isAnswer) ? [] : variants)
      await this.#read(variant, variant.others, query, hits, read);
    return { hits: chosen([...hits.values()]).sort(compare), isCut: read.isCut };
  }

  /** What a tag is called, once something has been found. */
  tagTitle(name: string): string {
    // Those that only differ as names do are not in the index.
    return (own(this.#tags, name) as string | undefined) ?? readable(name);
  }

  /** Loads what every query needs. */
  async warm(): Promise<void> {
    await this.#words();
  }

  /** A query in words of the index, instead of those that are not in it; the nearest spelling first. */
  async near({ words }: Query): Promise<readonly string[]> {
    const { lexicon } = await this.#words();
    const found = words.map((word) =>
      lexicon.match(word).length > 0 ? [word] : lexicon.near(word),
    );
    if (found.some((list) => list.length === 0)) return [];
    const most = Math.max(...found.map((list) => list.length));
    return Array.from({ length: most }, (_, at) =>
      found.map((list) => list[at] ?? list[0]).join(' '),
    ).filter((text) => text !== words.join(' '));
  }

  /** The words of a query that something has in its name. */
  async known({ words }: Query): Promise<readonly string[]> {
    const { lexicon } = await this.#words();
    return words.filter((word) => lexicon.match(word).length > 0);
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
    this.#lexicon ??= this.#file<Vocabulary>(FILES.vocabulary).then((vocabulary) => {
      this.#tags = vocabulary.tags;
      return {
        lexicon: new Lexicon(vocabulary),
        language: {
          ...this.#language,
          synonyms: [...synonymsOf(vocabulary.synonyms), ...this.#language.synonyms],
        },
        vocabulary,
      };
    });
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

  /** Adds what a variant finds: reads the blocks of its shards, the first of each first, until there is enough. */
  async #read(
    variant: Variant,
    shards: readonly (readonly number[])[],
    query: Query,
    hits: Map<string, Hit>,
    read: { readonly files: Set<string>; isCut: boolean },
  ): Promise<void> {
    const { language, vocabulary } = await this.#words();
    const all = shards.flatMap((some) => blocksOf(some, vocabulary));
    const isWhole = query.kinds.length > 0;
    let found = 0;
    let operations = 0;
    let isExact = false;
    for (let at = 0; at < all.length; at += AT_ONCE) {
      const names = all.slice(at, at + AT_ONCE);
      const isEnough = isExact || found >= ENOUGH.names || operations >= ENOUGH.operations;
      const isNew = names.some((name) => !read.files.has(name));
      const mayCome =
        operations === 0 && (variant.unknown === 0 || variant.asked.length >= SENTENCE);
      const most = MOST_FILES[isWhole ? 'all' : mayCome ? 'untilAnswer' : 'first'];
      if ((isEnough && !isWhole) || (isNew && read.files.size >= most)) {
        read.isCut = true;
        return;
      }
      for (const name of names) read.files.add(name);
      const blocks = await Promise.all(names.map((name) => this.#file<readonly Entry[]>(name)));
      for (const entry of blocks.flat()) {
        const hit = hitOf(entry, variant, query, language);
        if (!hit) continue;
        if (hit.missing === 0) {
          found++;
          if (entry.kind === 'operation' && hit.cost < GOOD) operations++;
          if (hit.cost < 0) isExact = true;
        }
        // Guides may have headings of the same name.
        const key = `${placesKey(entry)} ${entry.best.at}`;
        const known = hits.get(key);
        if (!known || compare(hit, known) < 0) hits.set(key, hit);
      }
    }
  }
}

/** The files of shards, the first of each first. */
function blocksOf(shards: readonly number[], { shards: all }: Vocabulary): string[] {
  return shards
    .flatMap((shard, index) =>
      Array.from({ length: all[shard]?.blocks ?? 0 }, (_, block) => ({
        name: FILES.block(shard, block),
        order: block * 1000 + index,
      })),
    )
    .sort((a, b) => a.order - b.order)
    .map(({ name }) => name);
}

/** Words of a path without its first segments, which may be the server's. */
function serverless({ path }: Query): (readonly string[])[] {
  return Array.from({ length: Math.max(Math.min(path.length, 4) - 1, 0) }, (_, index) =>
    pathWords(path.slice(index + 1)),
  ).filter((words) => words.length > 0);
}

/** Whether something is exactly the query, or an operation has all of its words. */
function isAnswer({ entry, missing, cost }: Hit): boolean {
  return cost < 0 || (missing === 0 && entry.kind === 'operation');
}

/** Without operations that lack a word, where there is an answer. */
function chosen(hits: readonly Hit[]): Hit[] {
  const hasAnswer = hits.some(isAnswer);
  return hits.filter(({ missing }) => missing === 0 || !hasAnswer);
}
