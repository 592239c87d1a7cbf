import { barChart, lineChart, type Series } from './chart.ts';
import { bytes } from './format.ts';
import { memoryOf, timeOf } from './report-growth.ts';
import { secondsOn } from './report-shards.ts';
import type { GrowthRun, PartData, Results } from './results.ts';
import { summarize } from './statistics.ts';

const NAMES = { ours: 'ours', stock: 'stock plugin + theme' } as const;
const SITES = ['ours', 'stock'] as const;

/** A chart of the report: its file, what it shows, the SVG. */
export interface Chart {
  readonly file: string;
  readonly alt: string;
  readonly svg: string;
}

/** All charts that the results are enough for. */
export function charts({ growth, bytes: pages, shards }: Results): Chart[] {
  return [
    ...(growth?.data ? growthCharts(growth.data) : []),
    ...(pages?.data ? [bytesChart(pages.data)] : []),
    ...(shards?.data ? [shardsChart(shards.data)] : []),
  ];
}

const MACHINES = [2, 4, 8, 16, 24, 32];

/** What a build of the largest document takes on ever more machines. */
function shardsChart(data: PartData['shards']): Chart {
  const largest = data.toSorted((a, b) => b.operations - a.operations)[0];
  const done = largest && largest.merge.ended === 'done' ? [largest] : [];
  const title = 'Time to build a site in shards';
  const series = done.map((run) => ({
    name: `${run.operations.toLocaleString('en')} operations`,
    points: MACHINES.map((count) => [count, secondsOn(run, count) / 60] as const),
  }));
  return {
    file: 'shards-time.svg',
    alt: `${title}, by the number of machines`,
    svg: lineChart({ title, xLabel: 'machines', yLabel: 'minutes', series }),
  };
}

function growthCharts(data: PartData['growth']): Chart[] {
  const chart = (
    file: string,
    title: string,
    yLabel: string,
    figure: (run: GrowthRun) => number | undefined,
  ): Chart => ({
    file,
    alt: `${title}, ours and stock`,
    svg: lineChart({
      title,
      xLabel: 'operations in the document',
      yLabel,
      series: SITES.map((site) => seriesOf(data, site, figure)),
    }),
  });
  const scaled =
    (by: number, figure: (run: GrowthRun) => number | undefined) => (run: GrowthRun) => {
      const value = figure(run);
      return value === undefined ? undefined : value / by;
    };
  return [
    chart('growth-time.svg', 'Time to generate and build', 'seconds', timeOf),
    chart('growth-memory.svg', 'Peak memory', 'GB', scaled(1e9, memoryOf)),
    chart('growth-bytes.svg', 'Before the median page can be read', 'KB (gzip)', (run) =>
      scaled(1e3, ({ bytes: before }) => before?.median)(run),
    ),
  ];
}

function seriesOf(
  data: PartData['growth'],
  site: (typeof SITES)[number],
  figure: (run: GrowthRun) => number | undefined,
): Series {
  const points = data.flatMap(({ operations, sites }) => {
    const value = figure(sites[site]);
    return value === undefined ? [] : [[operations, value] as const];
  });
  const failed = data.find(({ sites }) => sites[site].run?.failure);
  return {
    name: NAMES[site],
    points,
    ...(failed && {
      end: `${failed.operations.toLocaleString('en')}: ${shortly(failed.sites[site])}`,
    }),
  };
}

/** A failure in the few words that fit into a chart. */
function shortly({ run }: GrowthRun): string {
  return run?.failure?.startsWith('killed') ? run.failure : 'failed';
}

function bytesChart(data: PartData['bytes']): Chart {
  const bars = SITES.flatMap((site, series) => {
    const figures = data[site];
    if (!figures) return [];
    const after = summarize(figures.scripts.map((page) => page.after)).median;
    const bar = (name: string, value: number) => ({
      name: `${site}: ${name}`,
      value: value / 1e3,
      label: bytes(value),
      series,
    });
    return [bar('before reading', figures.pages.all.median), bar('scripts after intent', after)];
  });
  return {
    file: 'page-bytes.svg',
    alt: 'Bytes of the median page of authentik, ours and stock',
    svg: barChart({ title: 'Bytes of the median page of authentik', xLabel: 'KB (gzip)', bars }),
  };
}
