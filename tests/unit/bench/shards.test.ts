import { describe, expect, it } from 'vitest';
import type { Measured } from '../../bench/measure.ts';
import { readArtifact } from '../../bench/part-shards.ts';
import { charts } from '../../bench/report-charts.ts';
import { secondsOn, shardsTable } from '../../bench/report-shards.ts';
import type { PartResult, RenderedShard, ShardsRun } from '../../bench/results.ts';
import { textTable } from '../../bench/table.ts';

const took = (seconds: number): Measured => ({
  seconds,
  peakMemory: 1e9,
  largestProcess: 1e9,
  ended: 'done',
  loadBefore: 0,
});
const shard = (seconds: number, rendering: number, pages: number): RenderedShard => ({
  ...took(seconds),
  rendering,
  pages,
});
const RUN: ShardsRun = {
  document: 'loose',
  operations: 1000,
  languages: 1,
  generate: took(10),
  bundle: took(20),
  shards: [shard(50, 40, 100), shard(52, 40, 100)],
  merge: took(30),
};

it('counts the pages of all languages of an artifact, and the steps that render', () => {
  expect(
    readArtifact(
      {
        steps: [
          { step: 'generating the pages', seconds: 9 },
          { step: 'rendering the pages of shard 1/2 (en)', seconds: 4 },
          { step: 'rendering the pages of shard 1/2 (de)', seconds: 5 },
        ],
      },
      { pages: { en: { pages: { a: [], b: [] } }, de: { pages: { a: [] } } } },
    ),
  ).toEqual({ pages: 3, rendering: 9 });
});

it.each([
  [1, 3 * 10 + 20 + 12 + 80 + 30],
  [2, 3 * 10 + 20 + 12 + 40 + 30],
  [8, 3 * 10 + 20 + 12 + 10 + 30],
])('on %s machines, only rendering is divided', (machines, seconds) => {
  expect(secondsOn(RUN, machines)).toBe(seconds);
});

describe('the table of shards', () => {
  const large = {
    ...RUN,
    operations: 10_000,
    shards: [shard(60, 44, 100), shard(52, 44, 100)],
  };

  it('says what a page of the largest document costs, and what does not divide', () => {
    const text = textTable(shardsTable([RUN, large]));
    expect(text).toContain('rendering a page takes 1.10x');
    expect(text).toContain('of which 1 min 36 s do not divide');
  });

  it('says which part failed, and whether the bytes are the same', () => {
    const failed = { ...took(1), ended: 'failed', reason: 'no space left' } as const;
    const { rows, notes } = shardsTable([
      { ...RUN, merge: failed },
      { ...RUN, document: 'authentik', alone: took(99), same: true },
    ]);
    expect(rows[0]).toContain('no space left');
    expect(rows[1]?.slice(2, 4)).toEqual(['1 min 39 s', '2']);
    expect(rows.map((row) => row.at(-1))).toEqual(['–', 'yes']);
    expect(notes).toEqual([]);
  });

  it('has a chart, of the largest document', () => {
    const result = { data: [RUN, large] } as unknown as PartResult<'shards'>;
    const [chart] = charts({ shards: result });
    expect(chart?.file).toBe('shards-time.svg');
    expect(chart?.svg).toContain('10,000 operations');
  });
});
