import type { Problem } from '../problems/problem.ts';
import { formatProblems } from '../problems/report.ts';
import type { CoverageResult } from './result.ts';
import type { Count } from './tally.ts';

/** An API with its result. */
export interface ApiCoverage {
  readonly id: string;
  /** The document, for messages. */
  readonly document: string;
  readonly result: CoverageResult;
}

/** Rounded down to hundredths, so that only full coverage is 100. */
export function percentOf({ shown, all }: Readonly<Count>): number {
  return all === 0 ? 100 : Math.floor((shown * 10_000) / all) / 100;
}

/** With more findings, the code frames would make the report too long. */
const FRAMES = 10;

/** Text for people: the counts by kind, then the findings in the format of `check`. */
export function textReport(apis: readonly ApiCoverage[], color: boolean): string {
  return apis.map((api) => apiText(api, color)).join('\n\n');
}

function apiText({ id, document, result }: ApiCoverage, color: boolean): string {
  const { pages, counts, total, problems, leftOut } = result;
  const rows = [
    ...counts.map(({ kind, ...count }) => [kind, count] as const),
    ['all', total] as const,
  ];
  const table = [
    row('', 'shown', 'of', '%'),
    ...rows.map(([kind, { shown, all }]) =>
      row(kind, number(shown), number(all), percentOf({ shown, all }).toFixed(2)),
    ),
  ];
  const largest = pages.largest
    ? `, the largest ${kilobytes(pages.largest.bytes)} (${pages.largest.address})`
    : '';
  const sizes = `${number(pages.count)} pages, half of them below ${kilobytes(pages.medianBytes)}${largest}`;
  const without =
    leftOut.length > 0
      ? [`without a page, by the site's options, and not measured: ${leftOut.join(', ')}`]
      : [];
  const found = problems.length > 0 ? ['', formatProblems(framed(problems), { color })] : [];
  return [`${id}: ${document}`, sizes, ...without, '', ...table, ...found].join('\n');
}

function framed(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= FRAMES) return problems;
  return problems.map(({ frame, suggestion, ...problem }) => problem);
}

function row(kind: string, ...numbers: readonly string[]): string {
  return `  ${kind.padEnd(24)}${numbers.map((text) => text.padStart(11)).join('')}`.trimEnd();
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function kilobytes(bytes: number): string {
  return `${number(Math.ceil(bytes / 1024))} KB`;
}

/** JSON for machines: counts by kind, missing, unknown and unused items, and page sizes. */
export function jsonReport(apis: readonly ApiCoverage[]): string {
  const shown = apis.map(({ id, document, result: { problems, counts, total, ...rest } }) => ({
    id,
    document,
    percent: percentOf(total),
    total,
    counts: Object.fromEntries(counts.map(({ kind, ...count }) => [kind, count])),
    ...rest,
  }));
  return JSON.stringify({ apis: shown }, null, 2);
}
