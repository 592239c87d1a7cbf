import { count } from '../generate/counts.ts';
import type { Changes } from '../generate/write.ts';
import type { Reads } from '../problems/reporter.ts';

/** Kinds of generated files, and the endings of their paths. */
const KINDS: readonly (readonly [kind: string, end: RegExp])[] = [
  ['operation pages', /\.api\.mdx$/],
  ['schema pages', /\.schema\.mdx$/],
  ['tag pages', /\.tag\.mdx$/],
  ['API pages', /\.info\.mdx$/],
  ['sidebars', /\/sidebar\.(?:items\.json|ts)$/],
  ['slices', /\.(?:api|schema|tag|info)\.json$/],
];

const COLUMNS = ['written', 'unchanged', 'removed'] as const;

/** The result of a run, a line for each kind of files; without a trailing line break. */
export function summaryTable(changes: Changes): string {
  const rows = [...KINDS.map(([kind]) => kind), 'other files'].flatMap((kind) => {
    const counts = COLUMNS.map((column) => changes[column].filter((file) => kindOf(file) === kind));
    if (counts.every((files) => files.length === 0)) return [];
    return [[kind, ...counts.map((files) => files.length.toLocaleString('en'))]];
  });
  const total = COLUMNS.map((column) => changes[column].length.toLocaleString('en'));
  const lines = [['', ...COLUMNS], ...rows, ['all', ...total]];
  return lines
    .map(([kind = '', ...counts]) =>
      `  ${kind.padEnd(16)}${counts.map((count) => count.padStart(11)).join('')}`.trimEnd(),
    )
    .join('\n');
}

function kindOf(file: string): string {
  return KINDS.find(([, end]) => end.test(file))?.[0] ?? 'other files';
}

/** Names that are listed at most; the rest is a number. */
const NAMES = 6;

/** What was read besides the documents, on one line; undefined if nothing was. */
export function readsLine({ files, hosts }: Reads): string | undefined {
  const requests = Object.entries(hosts).map(([host, number]) => [host, number] as const);
  const total = requests.reduce((sum, [, number]) => sum + number, 0);
  const parts = [
    ...(files.length > 0 ? [`${count(files.length, 'file')} (${names(files)})`] : []),
    ...(total > 0
      ? [
          `${count(total, 'request')} to ${count(requests.length, 'host')} (${names(
            requests.map(([host, number]) => (number > 1 ? `${host}: ${number}` : host)),
          )})`,
        ]
      : []),
  ];
  return parts.length > 0 ? `  Also read: ${parts.join(', ')}` : undefined;
}

function names(all: readonly string[]): string {
  const more = all.length - NAMES;
  return [...all.slice(0, NAMES), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
