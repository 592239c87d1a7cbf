import { describe, expect, it } from 'vitest';
import {
  hasLanguage,
  isInShard,
  pageWeight,
  parseShard,
  placesOf,
  shardName,
} from '../../../../src/site/shards/cut.ts';

describe('a shard on the command line', () => {
  it.each(['1/1', '3/8', '8/8', '10000/10000'])('is %s', (text) => {
    expect(shardName(parseShard(text) as never)).toBe(text);
  });

  it.each([
    '',
    '3',
    '/8',
    '3/',
    '0/8',
    '9/8',
    '-1/8',
    '1.5/8',
    '03/8',
    '3/8 ',
    '3/8/9',
    'a/b',
    '1/10001',
    '1e1/20',
  ])('is not %j', (text) => {
    expect(parseShard(text)).toBeUndefined();
  });
});

/** Pages of very different sizes, always the same. */
const SIZES = Array.from({ length: 500 }, (_, at) => ((at * 7919) % 997) ** 2 / 10);
const weightOf = (bytes: number): number => pageWeight('api', bytes);
const PLACES = placesOf(SIZES.map(weightOf));

/** The pages of each shard, as indexes, by language. */
function cut(of: number, count: number, places = PLACES): [language: number, page: number][][] {
  return Array.from({ length: of }, (_, at) =>
    Array.from({ length: count }, (_language, index) =>
      places.flatMap((place, page): [number, number][] =>
        isInShard({ number: at + 1, of }, place, { index, count }) ? [[index, page]] : [],
      ),
    ).flat(),
  );
}

describe('the cut', () => {
  const CASES = [1, 2, 3, 4, 5, 7, 8, 10, 49, 100].flatMap((of) =>
    [1, 2, 3].map((count) => [of, count] as const),
  );

  it.each(CASES)(
    'into %i shards has each page once, in their order, in %i languages',
    (of, count) => {
      const all = Array.from({ length: count }, (_, index) =>
        PLACES.map((_place, at) => [index, at]),
      );
      expect(cut(of, count).flat()).toEqual(all.flat());
    },
  );

  it.each(CASES)('into %i shards names the languages that have pages, of %i', (of, count) => {
    for (const [at, pages] of cut(of, count).entries())
      for (const [index] of pages)
        expect(hasLanguage({ number: at + 1, of }, { index, count })).toBe(true);
  });

  it.each([2, 4, 7, 8])('into %i shards gives each about the same weight', (of) => {
    const weights = cut(of, 1).map((pages) =>
      pages.reduce((sum, [, page]) => sum + weightOf(SIZES[page] ?? 0), 0),
    );
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / of;
    const heaviest = weightOf(Math.max(...SIZES));
    for (const weight of weights) expect(Math.abs(weight - mean)).toBeLessThanOrEqual(heaviest);
  });

  it.each([2, 4, 8])('into %i shards of two languages has one language in each', (of) => {
    for (const pages of cut(of, 2)) expect(new Set(pages.map(([index]) => index)).size).toBe(1);
  });

  it('has empty shards where there are fewer pages', () => {
    const shards = cut(10, 1, placesOf([1, 1, 1]));
    expect(shards.flat()).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
    ]);
    expect(shards.filter((pages) => pages.length === 0)).toHaveLength(7);
  });

  it('is the same for twice as many shards: each is two of these', () => {
    const [four, eight] = [cut(4, 2), cut(8, 2)];
    for (const [at, pages] of four.entries())
      expect(pages).toEqual([...(eight[2 * at] ?? []), ...(eight[2 * at + 1] ?? [])]);
  });

  it('moves few pages where one page has changed', () => {
    const sizes = SIZES.with(250, (SIZES[250] ?? 0) + 1000);
    const changed = cut(4, 1, placesOf(sizes.map(weightOf)));
    const moved = cut(4, 1).flatMap((pages, at) =>
      pages.filter(([, page]) => !changed[at]?.some(([, other]) => other === page)),
    );
    expect(moved.length).toBeLessThanOrEqual(3);
  });
});

describe('the weight of a page', () => {
  it('grows with its slice, and is more for an operation than for a schema of the same size', () => {
    for (const kind of ['api', 'schema', 'tag', undefined] as const)
      expect(pageWeight(kind, 20_000)).toBeGreaterThan(pageWeight(kind, 1000));
    expect(pageWeight('api', 3000)).toBeGreaterThan(pageWeight('schema', 3000));
    expect(pageWeight(undefined, 0)).toBeGreaterThan(0);
  });
});

describe('places', () => {
  it('are the middles of what each page takes', () => {
    expect(placesOf([1, 2, 1])).toEqual([0.125, 0.5, 0.875]);
    expect(placesOf([])).toEqual([]);
  });

  it('are between 0 and 1, in order', () => {
    expect(PLACES.every((place) => place > 0 && place < 1)).toBe(true);
    expect(PLACES.toSorted((a, b) => a - b)).toEqual(PLACES);
  });
});
