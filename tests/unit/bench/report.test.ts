import { describe, expect, it } from 'vitest';
import { barChart, lineChart, ticks } from '../../bench/chart.ts';
import { bytes, milliseconds, percent, ratio, seconds } from '../../bench/format.ts';
import type { Measured } from '../../bench/measure.ts';
import { rebuildTable } from '../../bench/report-rebuild.ts';
import { answersTable, searchTable } from '../../bench/report-search.ts';
import { blockingTime } from '../../bench/slow-phone.ts';
import { markdownTable, textTable } from '../../bench/table.ts';

describe('figures for people', () => {
  it.each([
    [seconds(3.14), '3.1 s'],
    [seconds(150), '2 min 30 s'],
    [milliseconds(71.6), '72 ms'],
    [milliseconds(13_340), '13.3 s'],
    [bytes(950), '0.9 KB'],
    [bytes(2_219_000), '2.2 MB'],
    [bytes(9_200_000_000), '9.20 GB'],
    [percent({ found: 1, all: 3 }), '33.3 %'],
    [percent({ found: 0, all: 0 }), '–'],
    [ratio(22, 70), '0.31x'],
    [ratio(1, 100), '0.010x'],
    [ratio(undefined, 3), '–'],
    [ratio(0, 3), '0x'],
    [ratio(3, 0), '–'],
  ])('%s', (text, expected) => {
    expect(text).toBe(expected);
  });
});

describe('blocking time', () => {
  it('is what tasks take beyond 50 ms after the first paint', () => {
    const tasks = [
      { start: 0, duration: 500 },
      { start: 900, duration: 200 },
      { start: 2000, duration: 51 },
      { start: 3000, duration: 50 },
    ];
    expect(blockingTime(tasks, 1000)).toBe(51);
  });
});

describe('tables', () => {
  const table = {
    title: 'Title',
    about: 'About.',
    columns: ['', 'ours'],
    rows: [
      ['a | b', '1'],
      ['c', '100 KB'],
    ],
    notes: ['Note.'],
  };

  it('as text', () => {
    expect(textTable(table)).toMatchSnapshot();
  });

  it('as Markdown', () => {
    expect(markdownTable(table)).toMatchSnapshot();
  });
});

describe('the table of searches', () => {
  it('has a row for each search, and a dash and a note where there is no site', () => {
    const figures = { count: 1, median: 2000, p95: 3000, max: 3000 };
    const ours = { index: { files: 3, bytes: 5e6 }, bytes: figures, keys: figures, without: ['x'] };
    const { rows, notes } = searchTable({
      speed: [
        { document: 'authentik', operations: 1193, ours, local: { failure: 'killed at 20.0 GB' } },
      ],
      answers: [],
    });
    expect(rows).toEqual([
      ['1,193', 'ours', '5.0 MB', '3', '2.0 KB', '2.0 s', '3.0 s'],
      ['1,193', 'local', '–', '–', '–', '–', '–'],
    ]);
    expect(notes).toEqual(['1,193, ours: no result for x.', '1,193, local: killed at 20.0 GB.']);
  });

  it('has no row for a search that was not measured', () => {
    const speed = [{ document: 'authentik', operations: 1193, ours: {} }];
    const { rows, notes } = searchTable({ speed, answers: [] });
    expect(rows).toEqual([['1,193', 'ours', '–', '–', '–', '–', '–']]);
    expect(notes).toEqual([]);
  });
});

describe('the table of changes', () => {
  const run = (seconds: number, rest: object = {}): Measured => ({
    ...{ seconds, peakMemory: 1e9, largestProcess: 5e8, ended: 'done', loadBefore: 0 },
    ...rest,
  });

  it('has a row for each situation, and says whether bytes are the same', () => {
    const document = '200 operations';
    const { rows, notes } = rebuildTable([
      { document, what: 'from nothing', ours: run(40), stock: run(100) },
      { document, what: 'changed', base: 40, ours: run(10), same: true },
      { document: 'a', what: 'other', base: 40, ours: run(10), same: false },
      {
        document: 'ring',
        what: 'from nothing',
        ours: run(20),
        stock: run(60, { ended: 'failed', reason: 'killed at 20.0 GB' }),
      },
    ]);
    expect(rows).toEqual([
      [document, 'from nothing', '40.0 s', '–', '1.00 GB', '1 min 40 s', '1.00 GB', '0.40x'],
      [document, 'changed', '10.0 s', '0.25x', '1.00 GB', '–', '–', '–'],
      ['a', 'other', '10.0 s', '0.25x', '1.00 GB', '–', '–', '–'],
      ['ring', 'from nothing', '20.0 s', '–', '1.00 GB', '–', '–', '–'],
    ]);
    expect(notes).toEqual([
      '200 operations: the site that was built with caches has the same bytes as the one without.',
      'a: the site that was built with caches has OTHER bytes than the one without.',
      'ring, from nothing, stock: killed at 20.0 GB.',
    ]);
  });
});

it('the table of answers has a row for each search and file of questions', () => {
  const { rows } = answersTable({
    speed: [],
    answers: [
      { search: 'ours', questions: 'tuned', count: 120, first3: 0.975, rank: 0.9512 },
      { search: 'local', questions: 'held-out', count: 93, first3: 0.5, rank: 0.4 },
    ],
  });
  expect(rows).toEqual([
    ['120, tuned', 'ours', '97.5 %', '0.95'],
    ['93, held out', '@easyops-cn/docusaurus-search-local', '50.5 %', '0.40'],
  ]);
});

describe('charts', () => {
  it.each([
    [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [9.2, [0, 2, 4, 6, 8, 10]],
    [10_000, [0, 2000, 4000, 6000, 8000, 10_000]],
    [11, [0, 2.5, 5, 7.5, 10, 12.5]],
  ])('ticks up to %d', (max, expected) => {
    expect(ticks(max)).toEqual(expected);
  });

  it('of lines', () => {
    const svg = lineChart({
      title: 'Peak <memory>',
      xLabel: 'operations',
      yLabel: 'GB',
      series: [
        { name: 'ours', points: [[500, 0.9] as const, [1000, 1.2] as const] },
        { name: 'stock', points: [[500, 4.5] as const], end: '1,000: killed at 20.0 GB' },
      ],
    });
    expect(svg).toMatchSnapshot();
  });

  it('of bars', () => {
    const bars = [
      { name: 'ours', value: 28, label: '28 KB', series: 0 },
      { name: 'stock', value: 2219, label: '2,219 KB', series: 1 },
    ];
    expect(barChart({ title: 'Bytes', xLabel: 'KB', bars })).toMatchSnapshot();
  });
});
