import type { FileKind } from '../../address/files.ts';

/** One of the parts that a site is rendered in: `3/8` is `{ number: 3, of: 8 }`. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** More would be a mistake: each one loads the whole site. */
const MOST = 10_000;

/**
 * Reads `3/8`, the form that test runners have made common.
 *
 * @returns undefined if it is not such a pair, or if there is no such shard.
 */
export function parseShard(text: string): Shard | undefined {
  const [, number = '', of = ''] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? [];
  const shard = { number: Number(number), of: Number(of) };
  return number !== '' && shard.number <= shard.of && shard.of <= MOST ? shard : undefined;
}

/** As on the command line: `3/8`. */
export function shardName({ number, of }: Shard): string {
  return `${number}/${of}`;
}

/** What a page costs, whatever is on it, and what each KB of its slice adds. */
type Cost = readonly [fixed: number, perKilobyte: number];

/**
 * Milliseconds of rendering, fitted to 2,284 pages of authentik and of our feature showcase, on a slow and busy machine:
 * only their ratio matters. Operations have samples in 15 languages, so even a small one costs more than a schema.
 */
const COSTS: { readonly [kind in FileKind]?: Cost } = {
  api: [190, 28],
  schema: [100, 13],
};
const OTHERS: Cost = [60, 8];

/**
 * The weight of a page: about proportional to the time that rendering it takes.
 *
 * @param kind Undefined if it is none of ours.
 * @param bytes Size of its slice.
 */
export function pageWeight(kind: FileKind | undefined, bytes: number): number {
  const [fixed, perKilobyte] = (kind && COSTS[kind]) ?? OTHERS;
  return fixed + (perKilobyte * bytes) / 1000;
}

/**
 * The places of pages between 0 and 1, in the middle of the part that each takes of the whole weight. A place does not
 * depend on the number of shards.
 *
 * @param weights Of all pages, in their order.
 */
export function placesOf(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return weights.map((weight) => {
    const place = (before + weight / 2) / total;
    before += weight;
    return place;
  });
}

/** Which of a site's languages, the default one first. */
export interface LanguageAt {
  readonly index: number;
  readonly count: number;
}

/**
 * Whether a page is in a shard. The pages of a language follow those of the one before: so most shards have to load and
 * bundle a single language.
 *
 * @param place Of the page among those of its language.
 */
export function isInShard({ number, of }: Shard, place: number, language: LanguageAt): boolean {
  const at = (language.index + place) / language.count;
  return at > (number - 1) / of && at <= number / of;
}

/** Whether a shard may have pages of a language. */
export function hasLanguage({ number, of }: Shard, { index, count }: LanguageAt): boolean {
  return index / count < number / of && (index + 1) / count > (number - 1) / of;
}
