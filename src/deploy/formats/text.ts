import { shown } from '../../json/shown.ts';
import { KINDS, type Kind } from '../kinds.ts';
import type { DeployPlan, Gone, Upload } from '../plan.ts';
import { aboutStep, LISTS, sizeOfStep } from './lists.ts';

/** Paths that are listed of each step; the rest is a number. */
const LISTED = 20;

/** A plan for people: a table by kind of file, and what happens in which order. */
export function textPlan(plan: DeployPlan): string {
  const isDone = LISTS.every(({ step }) => sizeOfStep(plan, step) === 0);
  const parts = [
    tableOf(plan),
    isDone ? 'Nothing has changed: there is nothing to upload or remove.\n' : '',
    ...LISTS.map(({ step }, index) =>
      step === 'removals'
        ? section(`${index + 1}. ${aboutStep(step)}`, '-', plan.removals)
        : section(`${index + 1}. ${aboutStep(step)}`, signOf, plan.uploads[step]),
    ),
    section('Kept for pages that are still open', '=', plan.kept),
    plan.notes.map((note) => `Note: ${note}\n`).join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function signOf({ isNew, isSame }: Upload): string {
  if (isSame) return '=';
  return isNew ? '+' : '~';
}

const COLUMNS = ['new', 'changed', 'unchanged', 'removed', 'kept', 'upload'] as const;

function tableOf(plan: DeployPlan): string {
  const uploads = Object.values(plan.uploads).flat();
  const row = (label: string, isOf: (file: Gone) => boolean): string[] => {
    const own = uploads.filter(isOf);
    const counts = [
      own.filter(({ isNew }) => isNew).length,
      own.filter(({ isNew, isSame }) => !isNew && !isSame).length,
      plan.unchanged.filter(isOf).length,
      plan.removals.filter(isOf).length,
      plan.kept.filter(isOf).length,
    ];
    if (counts.every((count) => count === 0)) return [];
    return [label, ...counts.map((count) => count.toLocaleString('en')), sizeOf(own)];
  };
  const rows = [
    ['', ...COLUMNS],
    ...(Object.keys(KINDS) as Kind[]).map((kind) => row(KINDS[kind], (file) => file.kind === kind)),
    row('all', () => true),
  ];
  const lines = rows
    .filter((cells) => cells.length > 0)
    .map(([label = '', ...cells]) =>
      `  ${label.padEnd(16)}${cells.map((cell) => cell.padStart(11)).join('')}`.trimEnd(),
    );
  return `${lines.join('\n')}\n`;
}

/** `1.2 MB`, of all files together. */
function sizeOf(files: readonly { readonly bytes: number }[]): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (bytes < 1000) return `${bytes} B`;
  const [divisor, unit] = bytes < 999_500 ? [1000, 'KB'] : [1_000_000, 'MB'];
  const number = bytes / divisor;
  return `${number.toLocaleString('en', { maximumFractionDigits: number < 10 ? 1 : 0 })} ${unit}`;
}

/** A heading and its files; nothing if there are none. */
function section<File extends Gone>(
  heading: string,
  sign: string | ((file: File) => string),
  files: readonly File[],
): string {
  if (files.length === 0) return '';
  const lines = files
    .slice(0, LISTED)
    .map((file) => `  ${typeof sign === 'string' ? sign : sign(file)} ${shown(file.path)}`);
  const more = files.length - lines.length;
  return [
    `${heading} (${files.length.toLocaleString('en')}, ${sizeOf(files)})`,
    ...lines,
    ...(more > 0 ? [`    ${more.toLocaleString('en')} more: --format json lists all`] : []),
    '',
  ].join('\n');
}
