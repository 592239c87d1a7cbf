import { bytes, integer, milliseconds, ratio, seconds } from './format.ts';
import type { PartData, ShardsRun } from './results.ts';
import type { Table } from './table.ts';

/** Seconds of all shards that are divided by the number of machines. */
function renderingOf({ shards }: ShardsRun): number {
  return shards.reduce((sum, { rendering }) => sum + rendering, 0);
}

/** Seconds of the slowest shard that each machine spends, however many there are: to load the site and to pack pages. */
function fixedOf({ shards }: ShardsRun): number {
  return Math.max(...shards.map((shard) => shard.seconds - shard.rendering));
}

/**
 * About how long a build on several machines takes, from what each part took on one: every machine generates by itself, one
 * bundles before the others render, and one merges after them.
 *
 * @returns seconds.
 */
export function secondsOn(run: ShardsRun, machines: number): number {
  const { generate, bundle, merge } = run;
  return (
    3 * generate.seconds +
    bundle.seconds +
    fixedOf(run) +
    renderingOf(run) / machines +
    merge.seconds
  );
}

/** Seconds of rendering a page. */
function perPage(run: ShardsRun): number {
  return renderingOf(run) / run.shards.reduce((sum, { pages }) => sum + pages, 0);
}

/** What each part of a build in shards takes. */
export function shardsTable(data: PartData['shards']): Table {
  return {
    title: 'Shards',
    about:
      "Each part of a build on several machines, one after the other on one. Every machine generates the pages by itself; the other columns are without that. Authentik's is in two languages, and compared with a build in one piece, whose time is the first one.",
    columns: [
      'document',
      'operations',
      'in one piece',
      'shards',
      'generate',
      'bundle',
      'slowest shard',
      'its peak memory',
      'rendering, all',
      'a page',
      'merge',
      'its peak memory',
      'same bytes',
    ],
    rows: data.map(rowOf),
    notes: growth(data),
  };
}

function rowOf(run: ShardsRun): string[] {
  const { document, operations, alone, shards, generate, bundle, merge, same } = run;
  const failed = [generate, bundle, ...shards, merge].find(({ ended }) => ended !== 'done');
  const slowest = shards.toSorted((a, b) => b.seconds - a.seconds)[0];
  const parts =
    failed || !slowest
      ? [failed?.reason ?? 'no shards', ...Array<string>(6).fill('–')]
      : [
          seconds(bundle.seconds),
          seconds(slowest.seconds),
          bytes(Math.max(...shards.map(({ peakMemory }) => peakMemory))),
          seconds(renderingOf(run)),
          milliseconds(perPage(run) * 1000),
          seconds(merge.seconds),
          bytes(merge.peakMemory),
        ];
  return [
    document,
    integer(operations),
    alone?.ended === 'done' ? seconds(alone.seconds) : '–',
    integer(shards.length),
    seconds(generate.seconds),
    ...parts,
    same === undefined ? '–' : same ? 'yes' : 'no',
  ];
}

/** Whether a page of a large document costs more than one of a small one. */
function growth(data: PartData['shards']): string[] {
  const loose = data.filter(
    ({ document, merge }) => document === 'loose' && merge.ended === 'done',
  );
  const [small, large] = [loose[0], loose.at(-1)];
  if (!small || !large || small === large) return [];
  const memory = ({ shards }: ShardsRun): number =>
    Math.max(...shards.map(({ peakMemory }) => peakMemory));
  return [
    `From ${integer(small.operations)} to ${integer(large.operations)} operations: rendering a page takes ${ratio(perPage(large), perPage(small))}, and the memory of a shard is ${ratio(memory(large), memory(small))}.`,
    `${integer(large.operations)} operations on 16 machines: about ${seconds(secondsOn(large, 16))}, of which ${seconds(secondsOn(large, Number.POSITIVE_INFINITY))} do not divide.`,
  ];
}
