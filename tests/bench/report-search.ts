import { bytes, integer, milliseconds, orDash } from './format.ts';
import type { PartData, SearchRun } from './results.ts';
import type { Table } from './table.ts';

/** Our search beside the usual local one. */
export function searchTable(data: PartData['search']): Table {
  return {
    title: 'Search',
    about:
      'Beside @easyops-cn/docusaurus-search-local on a plain Docusaurus site, with a page for each operation that holds the names and descriptions of its fields; ours also has pages of schemas. Bytes over the wire (gzip) from the first intent to the first result, of the median query; time from a key to its results, on this machine and without a network between.',
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
