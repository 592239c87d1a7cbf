import { append } from '../json/append.ts';
import { keyOf } from '../json/decimal.ts';
import { asObject, entriesOf, own, stringsOf } from '../json/guards.ts';
import { wordsOf } from '../openapi/name-words.ts';

/** What things are compared by: texts, each of which counts the same. */
export type Features = ReadonlySet<string>;

/** The share of two sets that both have (Sørensen-Dice): 1 for equal ones, 0 for those that share nothing. */
export function likenessOf(one: Features, other: Features): number {
  if (one.size + other.size === 0) return 1;
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const feature of small) if (large.has(feature)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}

/** How much two names are alike, by their words: `userName` and `user_name` are the same. */
export function nameLikeness(one: string, other: string): number {
  return likenessOf(nameWords(one), nameWords(other));
}

function nameWords(name: string): Features {
  return new Set(wordsOf(name).map((word) => word.toLowerCase()));
}

/** Features of a schema: what it says itself, without looking into other schemas. */
export function schemaFeatures(schema: unknown): Features {
  const features = new Set<string>();
  const node = asObject(schema);
  for (const [key, value] of entriesOf(node)) {
    if (key === 'properties') {
      for (const [name, property] of entriesOf(value))
        features.add(`property ${name} ${keyOf(kindOf(property))}`);
    } else if (key === 'required')
      for (const name of stringsOf(value)) features.add(`required ${name}`);
    else if (key === 'description' || key === 'title')
      for (const word of textWords(value)) features.add(`word ${word}`);
    else if (key === 'enum' && Array.isArray(value))
      for (const one of value) features.add(`value ${keyOf(one)}`);
    else features.add(`${key} ${keyOf(value).slice(0, 200)}`);
  }
  return features;
}

/** What a property is, in short: its type and what it refers to, itself or with its items. */
function kindOf(property: unknown): unknown {
  return [own(property, 'type'), own(property, '$ref'), own(own(property, 'items'), '$ref')];
}

function textWords(text: unknown): string[] {
  return typeof text === 'string'
    ? (text
        .slice(0, 2_000)
        .toLowerCase()
        .match(/[\p{L}\p{N}]{3,}/gu) ?? [])
    : [];
}

/** Something with a name that may have got another one. */
export interface Named {
  readonly name: string;
  readonly features: Features;
}

/** Features that are in most things of a kind, such as a type: what has no more of them is known by its name. */
const FEW = 3;

/** How much two named things are alike. The more is known about them, the less their names count. */
export function namedLikeness(one: Named, other: Named): number {
  const known = Math.min(one.features.size, other.features.size);
  const weight = known <= FEW ? 0.2 : Math.min(0.85, 0.4 + 0.05 * known);
  return (
    (1 - weight) * nameLikeness(one.name, other.name) +
    weight * likenessOf(one.features, other.features)
  );
}

export interface Pair<T> {
  readonly before: T;
  readonly after: T;
  readonly likeness: number;
}

/** A feature of more things than this says little about each of them. */
const COMMON = 40;

/** Pairs that are measured at most: beyond that, things count as removed and added. */
const MOST = 200_000;

/**
 * Pairs of the most similar things, each in one pair at most. The same in the other direction, and whatever the order.
 *
 * @param least Pairs that are less alike are left out.
 */
export function matchByLikeness<T extends Named>(
  before: readonly T[],
  after: readonly T[],
  least: number,
  likeness: (one: T, other: T) => number = namedLikeness,
): Pair<T>[] {
  const byFeature = new Map<string, T[]>();
  for (const one of after) for (const feature of keysOf(one)) append(byFeature, feature, one);
  const pairs: Pair<T>[] = [];
  let measured = 0;
  for (const one of before) {
    const near = new Set<T>();
    for (const feature of keysOf(one)) {
      const found = byFeature.get(feature) ?? [];
      if (found.length <= COMMON) for (const other of found) near.add(other);
    }
    for (const other of near) {
      measured += 1;
      if (measured > MOST) return best(pairs);
      const value = likeness(one, other);
      if (value >= least) pairs.push({ before: one, after: other, likeness: round(value) });
    }
  }
  return best(pairs);
}

function keysOf({ name, features }: Named): string[] {
  return [...features, ...Array.from(nameWords(name), (word) => `name ${word}`)];
}

export function round(likeness: number): number {
  return Math.round(likeness * 100) / 100;
}

function best<T extends Named>(pairs: readonly Pair<T>[]): Pair<T>[] {
  const taken = new Set<T>();
  // The same pair in both directions, so that ties are broken alike.
  const tie = ({ before, after }: Pair<T>) => [before.name, after.name].sort().join('\n');
  const sorted = pairs
    .map((pair) => ({ pair, tie: tie(pair) }))
    .sort(
      (a, b) => b.pair.likeness - a.pair.likeness || (a.tie < b.tie ? -1 : Number(a.tie > b.tie)),
    );
  return sorted.flatMap(({ pair }) => {
    if (taken.has(pair.before) || taken.has(pair.after)) return [];
    taken.add(pair.before).add(pair.after);
    return [pair];
  });
}
