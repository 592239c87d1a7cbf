import { bytes, integer, seconds } from './format.ts';
import type { ChangesRun, PartData } from './results.ts';
import { median } from './statistics.ts';
import type { Table } from './table.ts';

/** What comparing two documents costs. */
export function changesTable(data: PartData['changes']): Table {
  return {
    title: 'What changed',
    about:
      'Two documents compared, as `npm run changes` does, and their changes found in the files. Memory is that of the process, with both documents.',
    columns: [
      'document',
      'operations',
      'what',
      'changes',
      'reading',
      'comparing',
      'placing',
      'processor',
      'memory',
    ],
    rows: data.map((one) => [
      one.document,
      integer(one.operations),
      one.what,
      integer(figure(one, 'changes')),
      seconds(figure(one, 'reading')),
      seconds(figure(one, 'comparing')),
      seconds(figure(one, 'placing')),
      seconds(figure(one, 'processor')),
      bytes(figure(one, 'memory')),
    ]),
    notes: [],
  };
}

function figure({ runs }: ChangesRun, name: keyof ChangesRun['runs'][number]): number {
  return median(runs.map((run) => run[name]));
}
