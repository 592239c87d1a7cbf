import { cached } from '../json/cached.ts';
import { type Entry, KINDS, type Kind } from './entry.ts';
import { ACTION_METHODS, type Language } from './language.ts';
import { COST } from './lexicon.ts';
import { keyOf, wordsOf } from './name.ts';
import { pathCost } from './path.ts';
import { METHOD_NAMES, type Query, segmentsOf } from './query.ts';
import { stemOf } from './stem.ts';
import type { Asked, Variant } from './variants.ts';

/** A matching entry, and how well it matches. */
export interface Hit {
  readonly entry: Entry;
  /** Lower is better; below 0, it is exactly the query. */
  readonly cost: number;
  /** How many words of the query it does not have. */
  readonly missing: number;
}

/** What of an entry has a word, and what that adds to the cost. */
const IN = { title: 0, path: 0.3, name: 0.4, tag: 1, about: 1.2, parent: 3 } as const;

/** What each word of a title that was not asked for adds, and each of a path. */
const UNASKED = { word: 1, ofWhole: 0.6, last: 0.4, segment: 0.2, verb: 0.15, most: 4 } as const;

/**
 * Operations that do not list what there is, where the question is nothing but a name, in the plural or not; and those on
 * one, where it asks for several.
 */
const NUMBER = { plural: 0.4, any: 0.2, one: 0.5 } as const;

/** A verb that is neither in the title nor what the method does. */
const OTHER_VERB = 2.5;
const MISSING = 4;
/** What else may be wrong with an operation that lacks a word. */
const PART = 2.5;
/** For each further word that it has. */
const EACH = 0.5;
/** That it lacks the last word. */
const LAST = 1;
/** What others have in common with operations is less often meant. */
const KIND_COST: Readonly<Record<Kind, number>> = {
  operation: 0,
  api: 0.2,
  guide: 0.6,
  heading: 0.6,
  tag: 0.8,
  schema: 1,
  scheme: 1,
  status: 1,
  field: 1.5,
  scope: 2,
  value: 2,
};
/** Words that fit well, where others are missing or fit badly. */
const ENOUGH = 2;
const OLDER = 3;
const EXACT = -10;

/** The words of an entry by where they are. */
interface Words {
  readonly title: readonly string[];
  /** All of them, with what it adds to the cost where they are. */
  readonly prices: ReadonlyMap<string, number>;
  /** The words of each fixed segment of the path that the title does not have. */
  readonly segments: readonly (readonly string[])[];
  /** Those of the last one. */
  readonly last: readonly string[];
  /** The common form of the name. */
  readonly key: string;
}

const known = new WeakMap<Entry, Words>();

function wordsIn(entry: Entry): Words {
  return cached(known, entry, () => {
    const { kind, name, title, path = '', method = '', tags = [], about = '' } = entry;
    // The title of these is that of what they belong to.
    const isOther = kind === 'scope' || kind === 'heading';
    const said = wordsOf(isOther ? name : (title ?? name));
    const stems = new Set(said.map(stemOf));
    const segments = segmentsOf(path).filter(isFixed).map(wordsOf);
    const prices = new Map<string, number>();
    // The cheapest place of each word comes first.
    const add = (price: number, words: readonly string[]): void => {
      for (const word of words) if (!prices.has(word)) prices.set(word, price);
    };
    add(IN.title, said);
    add(IN.path, [...segments.flat(), ...wordsOf(method)]);
    if (!isOther) add(IN.name, wordsOf(name));
    add(IN.tag, tags.flatMap(wordsOf));
    add(IN.about, wordsOf(about));
    if (isOther) add(IN.parent, wordsOf(title ?? ''));
    return {
      title: said,
      prices,
      segments: segments.map((words) => words.filter((word) => !stems.has(stemOf(word)))),
      last: segments.at(-1) ?? [],
      key: keyOf(name),
    };
  });
}

function isFixed(segment: string): boolean {
  return !/^\{.*\}$/.test(segment);
}

/** How well an entry matches a query; undefined if it does not. */
export function hitOf(
  entry: Entry,
  variant: Variant,
  query: Query,
  language: Language,
): Hit | undefined {
  const { asked, cost: price, unknown } = variant;
  if (!passes(entry, query)) return undefined;
  const isSection = entry.kind === 'heading' || entry.kind === 'guide';
  if (variant.isTopic && !isSection) return undefined;
  const kind = variant.isTopic ? 0 : KIND_COST[entry.kind];
  const base = kind + (entry.version === undefined ? 0 : OLDER);
  const words = wordsIn(entry);
  const exact = exactness(entry, words, query);
  if (exact !== undefined) return { entry, cost: EXACT + exact + base / 100, missing: 0 };
  let cost = base + price + unknown * MISSING;
  let missing = unknown;
  let weak = 0;
  for (const one of asked) {
    if (one.action === undefined && one.matches.size === 0) continue;
    const found = costOf(one, words);
    if (one.action !== undefined) {
      cost += Math.min(found ?? OTHER_VERB, actionCost(one.action, entry, words, language));
      continue;
    }
    if (found === undefined) {
      cost += MISSING;
      missing++;
    } else {
      cost += found;
      if (found > COST.family + IN.path) weak++;
    }
  }
  const nouns = asked.filter(({ action }) => action === undefined).length;
  cost += unasked(asked, entry, words, language) + numberCost(variant, entry, nouns);
  if (missing === 0) return { entry, cost, missing };
  // A name is found whole.
  const isName = !/[\s/]/.test(query.text);
  if (isName || variant.isJoined || entry.kind !== 'operation') return undefined;
  const strong = nouns - missing - weak;
  const isHalf = missing * 2 <= nouns && missing < nouns && (weak === 0 || strong >= ENOUGH);
  const most = missing * MISSING + PART + Math.max(strong - 1, 0) * EACH;
  if (cost > most || !(isHalf || strong > ENOUGH)) return undefined;
  // The last one says what the others are about.
  const last = asked.at(-1);
  const isWithoutLast = last && last.action === undefined && costOf(last, words) === undefined;
  return { entry, cost: isWithoutLast ? cost + LAST : cost, missing };
}

/** What it costs that an operation is not on as many as the query says. */
function numberCost({ asked, isPlural }: Variant, entry: Entry, nouns: number): number {
  if (nouns === asked.length && isNotList(entry)) return isPlural ? NUMBER.plural : NUMBER.any;
  const isReading = asked.some(({ action }) => action === 'get' || action === 'list');
  return isPlural && isReading && isMember(entry.path ?? '') ? NUMBER.one : 0;
}

/** Whether an operation does something else than to list what there is. */
function isNotList({ kind, method, path = '' }: Entry): boolean {
  return kind === 'operation' && (method !== 'GET' || isMember(path));
}

function isMember(path: string): boolean {
  return /\{[^/]*\}\/?$/.test(path);
}

function costOf({ matches }: Asked, words: Words): number | undefined {
  let best: number | undefined;
  for (const [word, price] of words.prices) {
    const cost = matches.get(word);
    if (cost !== undefined && (best === undefined || cost + price < best)) best = cost + price;
  }
  return best;
}

/** What it costs that a verb is not written, if an operation does what it asks for. */
function actionCost(
  action: NonNullable<Asked['action']>,
  { kind, method = '', path = '' }: Entry,
  { title: [first = ''] }: Words,
  { actions }: Language,
): number {
  if (kind !== 'operation') return OTHER_VERB / 2;
  const titled = actions.get(first);
  const isReading = action === 'list' || action === 'get';
  if (titled === action) return 0.2;
  if (isReading && (titled === 'list' || titled === 'get')) return 0.4;
  if (!ACTION_METHODS[action].includes(method)) return OTHER_VERB;
  return 0.5 + (action === 'create' && isMember(path) ? 1 : 0);
}

/** What was not asked for, in the title and in the path. */
function unasked(
  asked: readonly Asked[],
  { kind }: Entry,
  { title, segments, last }: Words,
  { stops, actions }: Language,
): number {
  const isAsked = (word: string): boolean => asked.some(({ matches }) => matches.has(word));
  // The whole of a resource: its other operations say more than a longer name does.
  const isWhole = last.length > 0 && last.every(isAsked);
  const extra = isWhole ? UNASKED.ofWhole : UNASKED.word;
  let cost = 0;
  for (const [index, word] of title.entries()) {
    if (stops.has(word) || isAsked(word)) continue;
    cost += index === 0 && kind === 'operation' && actions.has(word) ? UNASKED.verb : extra;
  }
  for (const [index, words] of segments.entries()) {
    const each = index === segments.length - 1 ? UNASKED.last : UNASKED.segment;
    for (const word of words) if (!isAsked(word)) cost += each;
  }
  return Math.min(cost, UNASKED.most);
}

function passes({ kind, method, tags = [], name }: Entry, query: Query): boolean {
  if (query.kinds.length > 0 && !query.kinds.includes(kind)) return false;
  if (query.method && method !== query.method) return false;
  if (!query.tag) return true;
  const wanted = keyOf(query.tag);
  return (kind === 'tag' ? [name] : tags).some((tag) => keyOf(tag) === wanted);
}

/** Undefined unless a name, a path or a title is the whole query; 0 if it is spelled in the same way. */
function exactness(
  { kind, name, title, method, path }: Entry,
  { key: ownKey }: Words,
  query: Query,
): number | undefined {
  const { text } = query;
  // A tag alone is searched for by its filter.
  if (text === '' && kind === 'tag') return 0;
  if (kind === 'operation' && path && query.path.length > 0) {
    const asked = METHOD_NAMES.find((one) => text.toLowerCase().startsWith(`${one} `));
    const isOther = asked !== undefined && asked.toUpperCase() !== method;
    const cost = isOther ? undefined : pathCost(query.path, path);
    if (cost !== undefined) return cost / 10;
  }
  // Words of everyday language are rather questions.
  const isProse = kind === 'heading' || kind === 'guide';
  if (name === text && !/^[\p{Ll}\s]+$/u.test(text)) return isProse ? 0.5 : 0;
  const isCode = !isProse && ownKey === keyOfText(query);
  if (isCode && wordsOf(name).length > 1)
    return name.toLowerCase() === text.toLowerCase() ? 0.2 : 0.3;
  return title !== undefined && title === text && kind !== 'scope' && kind !== 'heading'
    ? 0.4
    : undefined;
}

const keys = new WeakMap<Query, string | undefined>();

/** The common form of a query that is one name; undefined for others. */
function keyOfText(query: Query): string | undefined {
  return cached(keys, query, () => (/\s/.test(query.text) ? undefined : keyOf(query.text)));
}

/** The best first: of the same, operations, and the shorter and more used. */
export function compare(a: Hit, b: Hit): number {
  return (
    a.cost - b.cost ||
    KINDS.indexOf(a.entry.kind) - KINDS.indexOf(b.entry.kind) ||
    (b.entry.places ?? 1) - (a.entry.places ?? 1) ||
    (a.entry.path?.length ?? 0) - (b.entry.path?.length ?? 0) ||
    methodOrder(a.entry) - methodOrder(b.entry) ||
    (a.entry.name < b.entry.name ? -1 : 1)
  );
}

function methodOrder({ method = '' }: Entry): number {
  return METHOD_NAMES.indexOf(method.toLowerCase());
}
