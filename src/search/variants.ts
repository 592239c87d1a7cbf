import { append } from '../json/append.ts';
import { cached } from '../json/cached.ts';
import { editDistances } from '../openapi/distance.ts';
import type { Action, Language, Synonym } from './language.ts';
import { COST, type Lexicon, type Match } from './lexicon.ts';
import { stemOf } from './stem.ts';

/** A word of a query. */
export interface Asked {
  readonly word: string;
  /** What it asks an operation to do, if it is a verb beside something else. */
  readonly action?: Action;
  /** The words of the index that it may mean, with their costs. */
  readonly matches: ReadonlyMap<string, number>;
}

/** One way to read a query. */
export interface Variant {
  readonly asked: readonly Asked[];
  /** What is added to the cost of everything that it finds. */
  readonly cost: number;
  /** How many words are not in the index. */
  readonly unknown: number;
  /** Numbers of the shards to read: those of the word that the fewest entries have, then those of what it may begin. */
  readonly shards: readonly (readonly number[])[];
  /**
   * Those of the other words: first of the last one, which in English is the subject, `login events`; then those that
   * fewer entries have.
   */
  readonly others: readonly (readonly number[])[];
  /** Whether the subject is in the plural. */
  readonly isPlural: boolean;
  /** Whether a word of it is two that were typed. */
  readonly isJoined: boolean;
  /** Whether it is what sections about the query are called: only these are meant. */
  readonly isTopic?: true;
}

interface Phrase {
  readonly words: readonly string[];
  readonly cost: number;
  /** Words that were not typed. */
  readonly meant: readonly string[];
  /** Whether a word of it is two that were typed: lacking it is lacking both. */
  readonly isJoined?: boolean;
}

const SYNONYM = 0.5;
/** Before operations that have the words, unless such a word is all that one is called. */
const TOPIC = { section: 0.2, next: 0.1, other: 0.4 } as const;
/** Ways to read a query in other words. */
const MOST = 32;
/** Words from a verb to what belongs to it: `turn a disabled site back on`. */
const FURTHEST = 6;
/** Shorter words are other words, rather than misspelled ones. */
const LEAST_MISSPELLED = 5;

/**
 * The ways to read a query, the most literal one first: as it is written, with words split and joined, and with what
 * the language knows instead of words.
 */
export function variantsOf(
  words: readonly string[],
  lexicon: Lexicon,
  language: Language,
): Variant[] {
  const said = phrasesOf(words, language).map((phrase) => ({
    ...phrase,
    words: withoutStops(phrase.words, language, phrase.meant),
  }));
  const [literal] = said;
  const phrases = literal
    ? [...said, ...respelled(literal, lexicon), ...misspelled(literal, lexicon, language)]
    : said;
  const last = literal?.words.at(-1) ?? '';
  const isPlural = last.endsWith('s') && stemOf(last) !== last;
  const known = new Set<string>();
  const typed = new Set(
    phrases.filter(({ cost }) => cost < SYNONYM).flatMap(({ words: all }) => all),
  );
  return (
    phrases
      .filter(({ words: all }) => {
        const key = all.join(' ');
        return all.length > 0 && !known.has(key) && known.add(key);
      })
      .flatMap((phrase) => variantOf(phrase, typed, lexicon, language, isPlural) ?? [])
      // Other words that no entry has find nothing that those that were typed do not find.
      .filter(
        ({ asked, cost }) =>
          cost < SYNONYM ||
          asked.every(
            ({ word, action, matches }) =>
              typed.has(word) || action !== undefined || matches.size > 0,
          ),
      )
  );
}

/**
 * What the sections are called that a query asks for as a whole, such as `401` or `how do I sign in`.
 *
 * @param areGuides Whether to look for other names of the topic as well, which are headings of guides: `Get a token`.
 */
export function topicsOf(
  words: readonly string[],
  lexicon: Lexicon,
  language: Language,
  areGuides: boolean,
): Variant[] {
  const { topics, stops } = language;
  const isAsked = (phrase: readonly string[]): boolean => {
    const said = words.filter((word) => phrase.includes(word) || !stops.has(word));
    return said.map(stemOf).join(' ') === phrase.map(stemOf).join(' ');
  };
  return topics
    .filter(({ phrases }) => phrases.some(isAsked))
    .flatMap(({ name, phrases }, at) => {
      const cost = TOPIC.section + TOPIC.next * at;
      const others = areGuides ? phrases.filter((phrase) => phrase !== name) : [];
      return [
        { words: name, cost: areGuides ? cost + TOPIC.next / 2 : cost, meant: name },
        ...others.map((phrase) => ({ words: phrase, cost: cost + TOPIC.other, meant: phrase })),
      ];
    })
    .flatMap((phrase) => {
      const variant = variantOf(phrase, new Set(), lexicon, language, false);
      return variant?.unknown === 0 ? [{ ...variant, isTopic: true as const }] : [];
    });
}

/** A query in all words that mean the same. A phrase may have words that say nothing, or be divided by them. */
function phrasesOf(words: readonly string[], language: Language): Phrase[] {
  const byStem = synonymsOf(language);
  const phrases: Phrase[] = [withoutStops(words, language, []), words].map((said) => ({
    words: said,
    cost: 0,
    meant: [],
  }));
  for (let at = 0; at < phrases.length && phrases.length < MOST; at++) {
    const phrase = phrases[at];
    if (!phrase || phrase.cost > 2 * SYNONYM) continue;
    const stems = phrase.words.map(stemOf);
    for (const { words: said, means } of stems.flatMap((stem) => byStem.get(stem) ?? [])) {
      const other = replaced(phrase.words, stems, said, means, language);
      if (!other) continue;
      phrases.push({
        words: other,
        cost: phrase.cost + SYNONYM,
        meant: [...phrase.meant, ...means],
      });
    }
  }
  return phrases;
}

const indexed = new WeakMap<Language, ReadonlyMap<string, readonly Synonym[]>>();

/** The synonyms of a language by the first word that they replace. */
function synonymsOf(language: Language): ReadonlyMap<string, readonly Synonym[]> {
  return cached(indexed, language, () => {
    const byStem = new Map<string, Synonym[]>();
    for (const synonym of language.synonyms)
      append(byStem, stemOf(synonym.words[0] ?? ''), synonym);
    return byStem;
  });
}

/**
 * Words with what a phrase in them means; undefined if it is not there. What a verb is about may be within the phrase:
 * `turn the site off`, of which `turn off` is one.
 */
function replaced(
  words: readonly string[],
  stems: readonly string[],
  said: readonly string[],
  means: readonly string[],
  { stops }: Language,
): string[] | undefined {
  const wanted = said.map(stemOf);
  const from = stems.findIndex((_, first) =>
    wanted.every((stem, at) => stem === stems[first + at]),
  );
  if (from >= 0) return [...words.slice(0, from), ...means, ...words.slice(from + said.length)];
  const [, particle = ''] = said;
  if (said.length !== 2 || !stops.has(particle)) return undefined;
  const verb = stems.indexOf(wanted[0] ?? '');
  const end = stems.indexOf(particle, verb + 1);
  if (verb < 0 || end < 0 || end - verb > FURTHEST) return undefined;
  return [
    ...words.slice(0, verb),
    ...means,
    ...words.slice(verb + 1, end),
    ...words.slice(end + 1),
  ];
}

/** Without words that say nothing, unless there are no others. */
function withoutStops(
  words: readonly string[],
  { stops }: Language,
  meant: readonly string[],
): readonly string[] {
  const rest = words.filter((word) => meant.includes(word) || !stops.has(word));
  return rest.length > 0 ? rest : words;
}

/** With words that the language knows, instead of those that no entry has, and that misspell them. */
function misspelled({ words }: Phrase, lexicon: Lexicon, language: Language): Phrase[] {
  const known = [...new Set(language.synonyms.flatMap(({ words: said }) => said))];
  const right = words.map((word) => {
    const isTypo = word.length >= LEAST_MISSPELLED && !/\d/.test(word);
    if (!isTypo || lexicon.match(word).length > 0) return word;
    return known.find((other) => editDistances(word, other, 1)?.at(-1) === 1) ?? word;
  });
  if (right.every((word, at) => word === words[at])) return [];
  return phrasesOf(right, language).map((phrase) => ({ ...phrase, cost: phrase.cost + COST.typo }));
}

/** Joined words split; neighboring words joined. */
function respelled({ words }: Phrase, lexicon: Lexicon): Phrase[] {
  const variants: Phrase[] = [];
  const add = (other: readonly string[], isJoined = false) =>
    variants.push({ words: other, cost: 0.2, meant: [], isJoined });
  const apart = words.map((word) => {
    const [first] = lexicon.match(word);
    return (first?.cost ?? COST.typo) > COST.beginning ? (lexicon.split(word) ?? [word]) : [word];
  });
  if (apart.some((parts) => parts.length > 1)) add(apart.flat());
  for (let at = 1; at < words.length; at++) {
    const joined = `${words[at - 1]}${words[at]}`;
    if (lexicon.has(joined)) add([...words.slice(0, at - 1), joined, ...words.slice(at + 1)], true);
  }
  return variants;
}

function variantOf(
  { words, cost, isJoined = false }: Phrase,
  typed: ReadonlySet<string>,
  lexicon: Lexicon,
  { actions }: Language,
  isPlural: boolean,
): Variant | undefined {
  const found = words.map((word) => {
    const all = lexicon.match(word);
    // What was not typed is neither begun nor misspelled.
    return { word, all: typed.has(word) ? all : all.filter(isForm) };
  });
  const asked = found.map(({ word, all }): Asked & { readonly all: readonly Match[] } => {
    const [best] = all;
    const verb =
      actions.get(word) ?? (best && best.cost >= COST.typo ? actions.get(best.word) : undefined);
    const matches = new Map(all.map(({ word: other, cost: price }) => [other, price]));
    return { word, all, matches, ...(verb && words.length > 1 && { action: verb }) };
  });
  const nouns = asked.filter(({ action, all }) => action === undefined && all.length > 0);
  const subjects = nouns.length > 0 ? nouns : asked.filter(({ all }) => all.length > 0);
  const [rarest] = subjects.toSorted((a, b) => total(a.all) - total(b.all));
  const unknown = asked.filter(
    ({ action, all }) => action === undefined && all.length === 0,
  ).length;
  if (!rarest || unknown * 2 > words.length) return undefined;
  const others = subjects.filter((one) => one !== rarest);
  const last = others.at(-1);
  const rarer = others
    .filter((one) => one !== last)
    .toSorted((a, b) => total(a.all) - total(b.all));
  return {
    asked,
    cost,
    unknown,
    shards: [
      shardsOf(rarest.all.filter(isForm)),
      shardsOf(rarest.all.filter((match) => !isForm(match))),
    ],
    others: (last ? [last, ...rarer] : []).map(({ all }) => shardsOf(all.filter(isForm))),
    isPlural,
    isJoined,
  };
}

function shardsOf(matches: readonly Match[]): number[] {
  return [...new Set(matches.map(({ shard }) => shard))];
}

/** Whether a word of the index is one of a query, in whatever form. */
function isForm({ cost }: Match): boolean {
  return cost <= COST.family;
}

/** How many entries have a word; one that is itself in the index, rather than the beginning of others, is that. */
function total(matches: readonly Match[]): number {
  const forms = matches.filter(isForm);
  return (forms.length > 0 ? forms : matches).reduce((sum, { count }) => sum + count, 0);
}
