import type { Changes } from '../generate/write.ts';

/** Kinds of generated files, and how their paths end. */
const KINDS: readonly (readonly [kind: string, end: RegExp])[] = [
  ['operation pages', /\.api\.mdx$/],
  ['schema pages', /\.schema\.mdx$/],
  ['tag pages', /\.tag\.mdx$/],
  ['API pages', /\.info\.mdx$/],
  ['sidebars', /\/sidebar\.json$/],
  ['slices', /^\.reference\/static\//],
];

const COLUMNS = ['written', 'unchanged', 'removed'] as const;

/** What a run did, a line for each kind of files; without a line break at the end. */
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
