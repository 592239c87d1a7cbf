import { describe, expect, it } from 'vitest';
import { failureOf } from '../../bench/measure.ts';
import { descendants, treeMemory } from '../../bench/process-tree.ts';

describe('process tree', () => {
  it('is a process and everything below it', () => {
    const rows = [
      { pid: 1, parent: 0 },
      { pid: 4, parent: 3 },
      { pid: 3, parent: 2 },
      { pid: 2, parent: 1 },
      { pid: 9, parent: 1 },
    ];
    expect(descendants(rows, 2).map(({ pid }) => pid)).toEqual([2, 3, 4]);
    expect(descendants(rows, 7)).toEqual([]);
  });

  it('has memory', () => {
    const { sum, largest, processes } = treeMemory(process.pid);
    expect(processes).toBeGreaterThanOrEqual(1);
    expect(largest).toBeGreaterThan(10e6);
    expect(sum).toBeGreaterThanOrEqual(largest);
  });
});

describe('the reason of a failure', () => {
  it.each([
    [
      'FATAL ERROR: Reached heap limit\nError: later',
      134,
      'exit 134: FATAL ERROR: Reached heap limit',
    ],
    ['Error: first\nfine\n[ERROR] Cannot read it\ndone\n', 1, 'exit 1: [ERROR] Cannot read it'],
    ['just words\n', 2, 'exit 2: just words'],
    ['', null, 'exit by a signal: no output'],
  ])('of %j', (log, code, expected) => {
    expect(failureOf(log, code)).toBe(expected);
  });
});
