import picocolors from 'picocolors';
import { printable } from '../../problems/frame.ts';
import { formatProblems } from '../../problems/report.ts';
import { concernedBy } from '../change.ts';
import type { JudgedChange, Level } from '../judged.ts';
import { countText } from './counts.ts';
import { groupedChanges, listed } from './grouped.ts';
import type { ChangeFormat, ChangeReport, FilePlace } from './report.ts';

type Colors = ReturnType<typeof picocolors.createColors>;

const PAINT: Readonly<Record<Level, (colors: Colors) => (text: string) => string>> = {
  breaking: (colors) => colors.red,
  warning: (colors) => colors.yellow,
  info: (colors) => colors.cyan,
};

/** Operations that are named at most; the rest is a number. */
const NAMES = 4;

/** Text for people: the changes of each operation and of each shared component, with places and fixes; the counts at the end. */
export const formatText: ChangeFormat = (reports, { color }) => {
  const colors = picocolors.createColors(color);
  return reports.map((report) => textOf(report, colors, color)).join('\n\n');
};

function textOf(report: ChangeReport, colors: Colors, color: boolean): string {
  const blocks = groupedChanges(report.changes).map(({ title, operations, changes }) => {
    const used = operations.length > 0 ? colors.dim(`  ${listed(operations, NAMES)}`) : '';
    const lines = changes.map((judged) => lineOf(report, judged, title, colors));
    return [`${colors.bold(printable(title))}${printable(used)}`, ...lines].join('\n');
  });
  const head = `${printable(report.from)} → ${printable(report.to)}`;
  return [
    colors.bold(head),
    ...blocks,
    ...(report.problems.length > 0 ? [formatProblems(report.problems, { color })] : []),
    `${countText(report.changes)}.`,
  ].join('\n\n');
}

function lineOf(report: ChangeReport, judged: JudgedChange, title: string, colors: Colors): string {
  const { change, level, verdicts, accepted } = judged;
  const others = concernedBy(change).filter((key) => key !== title);
  const shared = change.place.component === undefined && others.length > 0;
  const rules = verdicts.map(({ rule }) => rule).join(', ');
  const [{ message, fix }] = verdicts;
  return [
    `  ${PAINT[level](colors)(level.padEnd(8))}  ${printable(message)}  ${colors.dim(`(${rules})`)}`,
    `            ${colors.dim(printable(placesOf(report, judged)))}`,
    ...(shared ? [`            also ${printable(listed(others, NAMES))}`] : []),
    ...(accepted === undefined ? [] : [`            Accepted: ${printable(accepted)}`]),
    ...(fix === undefined || accepted !== undefined
      ? []
      : [`            ${colors.bold('Fix:')} ${fix}`]),
  ].join('\n');
}

function placesOf({ placeOf }: ChangeReport, { change }: JudgedChange): string {
  const places = [
    change.before && placeOf(change.before, 'before'),
    change.after && placeOf(change.after, 'after'),
  ];
  return places.flatMap((place) => (place ? [placeText(place)] : [])).join(' → ');
}

export function placeText({ file, line, column }: FilePlace): string {
  return `${file}:${line}:${column}`;
}
