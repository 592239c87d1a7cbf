import { bytes, integer, milliseconds, orDash } from './format.ts';
import type { PartData, SearchRun } from './results.ts';
import type { Table } from './table.ts';

/** Our search beside the usual local one. */
export function searchTable(data: PartData['search']): Table {
  return {
    title: 'Search',
    about:
      'Compared with @easyops-cn/docusaurus-search-local on a plain Docusaurus site that has a page for each operation, with the names and descriptions of its fields; ours also has schema pages. Bytes over the wire (gzip) from the first intent to the first result, for the median query; time from a key press to its results, on this machine and without a network.',
    columns: [
      'operations',
      'search',
      'index',
      'files',
      'to the first result',
      'key to results, median',
      '95th percentile',
    ],
    rows: data.flatMap(({ operations, ours, local }) => [
      [integer(operations), 'ours', ...cells(ours)],
      [integer(operations), 'local', ...cells(local)],
    ]),
    notes: data.flatMap(({ operations, ours, local }) =>
      Object.entries({ ours, local }).flatMap(([name, { failure, without = [] }]) => [
        ...(failure ? [`${integer(operations)}, ${name}: ${failure}.`] : []),
        ...(without.length > 0
          ? [`${integer(operations)}, ${name}: no result for ${without.join(', ')}.`]
          : []),
      ]),
    ),
  };
}

function cells({ index, bytes: first, keys }: SearchRun): string[] {
  return [
    orDash(index?.bytes, bytes),
    orDash(index?.files, integer),
    orDash(first?.median, bytes),
    orDash(keys?.median, milliseconds),
    orDash(keys?.p95, milliseconds),
  ];
}
