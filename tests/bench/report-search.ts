import { bytes, integer, milliseconds, orDash, percent } from './format.ts';
import type { PartData, SearchRun } from './results.ts';
import type { Table } from './table.ts';

const NAMES = {
  ours: 'ours',
  pagefind: 'pagefind alone',
  local: '@easyops-cn/docusaurus-search-local',
} as const;

/** How well searches answer the questions of the tests. */
export function answersTable({ answers }: PartData['search']): Table {
  return {
    title: 'Answers of the search',
    about:
      'Questions in English about six documents, each with the operations that it means (`tests/questions`). The ranking of ours was not tuned with those that are held out; everyday ones were written by people who knew neither the search nor the documents, and then helped to improve ours. The other searches have a page for each operation, with its title, method, path and description, and the names and descriptions of its fields.',
    columns: ['questions', 'search', 'among the first three', 'mean reciprocal rank'],
    rows: answers.map(({ search, questions, count, first3, rank }) => [
      `${integer(count)}, ${questions.replace('-', ' ')}`,
      NAMES[search],
      percent({ found: Math.round(first3 * count), all: count }),
      rank.toFixed(2),
    ]),
    notes: [],
  };
}

/** Our search beside the usual local one. */
export function searchTable({ speed: data }: PartData['search']): Table {
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
      ...(local ? [[integer(operations), 'local', ...cells(local)]] : []),
    ]),
    notes: data.flatMap(({ operations, ours, local }) =>
      Object.entries({ ours, ...(local && { local }) }).flatMap(
        ([name, { failure, without = [] }]) => [
          ...(failure ? [`${integer(operations)}, ${name}: ${failure}.`] : []),
          ...(without.length > 0
            ? [`${integer(operations)}, ${name}: no result for ${without.join(', ')}.`]
            : []),
        ],
      ),
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
