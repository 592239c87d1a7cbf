import { bytes, integer, orDash, ratio, seconds } from './format.ts';
import type { GrowthRun, PartData } from './results.ts';
import type { Table } from './table.ts';

const SITES = ['ours', 'stock'] as const;

/** Seconds of generate and build together; undefined where there is no site. */
export function timeOf({ run }: GrowthRun): number | undefined {
  return run && !run.failure ? run.generate.seconds + (run.build?.seconds ?? 0) : undefined;
}

/** Peak memory of generate and build, in bytes; undefined where there is no site. */
export function memoryOf({ run }: Pick<GrowthRun, 'run'>): number | undefined {
  return run && !run.failure
    ? Math.max(run.generate.peakMemory, run.build?.peakMemory ?? 0)
    : undefined;
}

/** How the two sites grow with the document. */
export function growthTable(data: PartData['growth']): Table {
  return {
    title: 'Growth',
    about:
      'Synthetic documents that resemble authentik, with 40 operations per tag and 0.75 schemas per operation. Time of generate and build from scratch; bytes of the median page, gzip.',
    columns: [
      'operations',
      'site',
      'generate',
      'build',
      'peak memory',
      'before reading',
      'scripts after intent',
      'files',
      'output',
    ],
    rows: data.flatMap(({ operations, sites }) =>
      SITES.map((site) => [integer(operations), site, ...cells(sites[site])]),
    ),
    notes: data.flatMap(({ operations, sites }) => notes(operations, sites)),
  };
}

function cells(site: GrowthRun): string[] {
  const { run, output, bytes: before, scripts, skipped } = site;
  const done = run && !run.failure ? run : undefined;
  return [
    orDash(run?.generate.seconds, seconds),
    skipped ? 'not tried' : (run?.failure ?? orDash(done?.build?.seconds, seconds)),
    orDash(memoryOf(site), bytes),
    orDash(before?.median, bytes),
    orDash(scripts?.median, bytes),
    orDash(output?.files, integer),
    orDash(output?.bytes, bytes),
  ];
}

function notes(operations: number, sites: PartData['growth'][number]['sites']): string[] {
  const { ours, stock } = sites;
  const time = ratio(timeOf(ours), timeOf(stock));
  const memory = ratio(memoryOf(ours), memoryOf(stock));
  const ratios =
    time === '–' ? [] : [`${integer(operations)}: ours / stock ${time} time, ${memory} memory.`];
  const heaps = SITES.filter((site) => sites[site].run?.heap === 'machine').map(
    (site) => `${integer(operations)}, ${site}: with more than the default heap of Node.js.`,
  );
  return [...ratios, ...heaps];
}
