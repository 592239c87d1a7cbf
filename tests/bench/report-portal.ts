import { bytes, integer, orDash, seconds } from './format.ts';
import { memoryOf } from './report-growth.ts';
import type { PartData, PortalRun } from './results.ts';
import type { Table } from './table.ts';

/** How a site grows with the number of its APIs. */
export function portalTable(data: PartData['portal']): Table {
  return {
    title: 'Many APIs',
    about: `Sites of many APIs, from ${integer(Math.max(...data.map(({ documents }) => documents)))} documents that others wrote: in larger ones, each is there several times, under other ids. Time of generate and build from scratch; the scripts of the app, which a page loads at the first intent, before and after gzip; the list of all APIs, and what the search loads first, gzip.`,
    columns: [
      'APIs',
      'documents',
      'generate',
      'build',
      'peak memory',
      'pages',
      'files',
      'output',
      'app',
      'app, gzip',
      'list',
      'search',
    ],
    rows: data.map((one) => [
      integer(one.apis),
      integer(one.documents),
      seconds(one.run.generate.seconds),
      one.run.failure ?? orDash(one.run.build?.seconds, seconds),
      orDash(memoryOf(one), bytes),
      orDash(one.pages, integer),
      orDash(one.output?.files, integer),
      orDash(one.output?.bytes, bytes),
      orDash(one.app?.bytes, bytes),
      orDash(one.app?.gzip, bytes),
      orDash(one.list, bytes),
      orDash(one.search, bytes),
    ]),
    notes: growth(data),
  };
}

/** What each further API adds to the scripts of the app. */
function growth(data: PartData['portal']): string[] {
  const done = data.filter(({ app }) => app !== undefined);
  const [from, to] = [done[0], done.at(-1)];
  if (!from?.app || !to?.app || from.apis === to.apis) return [];
  const each = (figure: keyof NonNullable<PortalRun['app']>): string =>
    (((to.app?.[figure] ?? 0) - (from.app?.[figure] ?? 0)) / (to.apis - from.apis)).toFixed(1);
  return [
    `From ${integer(from.apis)} to ${integer(to.apis)} APIs, each one adds ${each('bytes')} bytes to the scripts of the app, ${each('gzip')} after gzip.`,
  ];
}
