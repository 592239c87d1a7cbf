import { editDistances } from '../openapi/distance.ts';
import type { Action, Language } from './language.ts';
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
  /** Whether it is what sections about the query are called: only these are meant. */
  readonly isTopic?: true;
}

interface Phrase {
  readonly words: readonly string[];
  readonly cost: number;
  /** Whether something else than what was typed. */
  readonly isOther: boolean;
}

const SYNONYM = 0.5;
/** Before operations that have the words, unless such a word is all that one is called. */
const TOPIC = { section: 0.2, next: 0.1, other: 0.4 } as const;
/** Ways to read a query in other words. */
const MOST = 24;
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
  const said = phrasesOf(words, language).map(({ words: all, ...rest }) => ({
    words: withoutStops(all, language),
    ...rest,
  }));
  const [literal] = said;
  const phrases = literal
    ? [...said, ...respelled(literal, lexicon), ...misspelled(literal, lexicon, language)]
    : said;
  const last = literal?.words.at(-1) ?? '';
  const isPlural = last.endsWith('s') && stemOf(last) !== last;
  const known = new Set<string>();
  return phrases
    .filter(({ words: all }) => {
      const key = all.join(' ');
      return all.length > 0 && !known.has(key) && known.add(key);
    })
    .flatMap((phrase) => variantOf(phrase, lexicon, language, isPlural) ?? []);
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
        { words: name, cost: areGuides ? cost + TOPIC.next / 2 : cost },
        ...others.map((phrase) => ({ words: phrase, cost: cost + TOPIC.other })),
      ];
    })
    .flatMap((phrase) => {
      const variant = variantOf({ ...phrase, isOther: true }, lexicon, language, false);
      return variant?.unknown === 0 ? [{ ...variant, isTopic: true as const }] : [];
    });
}

/** A query in all words that mean the same. A phrase may have words that say nothing, or be divided by them. */
function phrasesOf(words: readonly string[], language: Language): Phrase[] {
  const { synonyms } = language;
  const phrases: Phrase[] = [withoutStops(words, language), words].map((said) => ({
    words: said,
    cost: 0,
    isOther: false,
  }));
  for (let at = 0; at < phrases.length && phrases.length < MOST; at++) {
    const phrase = phrases[at];
    if (!phrase || phrase.cost > 2 * SYNONYM) continue;
    for (const { words: said, means } of synonyms) {
      const from = indexOf(phrase.words, said);
      if (from < 0) continue;
      phrases.push({
        words: [
          ...phrase.words.slice(0, from),
          ...means,
          ...phrase.words.slice(from + said.length),
        ],
        cost: phrase.cost + SYNONYM,
        isOther: true,
      });
    }
  }
  return phrases;
}

/** Where some words are in others. */
function indexOf(words: readonly string[], wanted: readonly string[]): number {
  const stems = wanted.map(stemOf);
  return words.findIndex((_, from) =>
    stems.every((stem, at) => stemOf(words[from + at] ?? '') === stem),
  );
}

/** Without words that say nothing, unless there are no others. */
function withoutStops(words: readonly string[], { stops }: Language): readonly string[] {
  const rest = words.filter((word) => !stops.has(word));
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
  const add = (other: readonly string[]) =>
    variants.push({ words: other, cost: 0.2, isOther: false });
  const apart = words.map((word) => {
    const [first] = lexicon.match(word);
    return (first?.cost ?? COST.typo) > COST.beginning ? (lexicon.split(word) ?? [word]) : [word];
  });
  if (apart.some((parts) => parts.length > 1)) add(apart.flat());
  for (let at = 1; at < words.length; at++) {
    const joined = `${words[at - 1]}${words[at]}`;
    if (lexicon.has(joined)) add([...words.slice(0, at - 1), joined, ...words.slice(at + 1)]);
  }
  return variants;
}

function variantOf(
  { words, cost, isOther }: Phrase,
  lexicon: Lexicon,
  { actions }: Language,
  isPlural: boolean,
): Variant | undefined {
  const found = words.map((word) => {
    const all = lexicon.match(word);
    // What was not typed is neither begun nor misspelled.
    return { word, all: isOther ? all.filter(isForm) : all };
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
