import { printable } from '../../problems/frame.ts';
import { concernedBy } from '../change.ts';
import type { JudgedChange, Level } from '../judged.ts';
import { LEVELS } from '../judged.ts';
import { countText } from './counts.ts';
import { listed } from './grouped.ts';
import type { ChangeFormat, ChangeReport } from './report.ts';
import { placeText } from './text.ts';

const TITLES: Readonly<Record<Level, string>> = {
  breaking: 'Breaking changes',
  warning: 'Changes that may break clients',
  info: 'Other changes',
};

/** Comments of pull requests have 65,536 characters at most. */
const MOST = 60_000;

/** Operations that are named at most. */
const NAMES = 3;

/**
 * Markdown for a comment on a pull request, as GitHub and GitLab read it. Texts of the documents are text: they contain no
 * link, no mention and no HTML. What does not fit is counted.
 */
export const formatMarkdown: ChangeFormat = (reports) => {
  const whole = reports.map(textOf).join('\n\n');
  if (whole.length <= MOST) return whole;
  const lines = whole.split('\n');
  let length = 0;
  const kept = lines.findIndex((line) => {
    length += line.length + 1;
    return length > MOST;
  });
  const left = lines.slice(kept).filter((line) => line.startsWith('- ')).length;
  const text = lines.slice(0, kept).join('\n');
  const isOpen = text.split('<details>').length > text.split('</details>').length;
  return `${text}${isOpen ? '\n\n</details>' : ''}\n\nand ${left} more.`;
};

function textOf(report: ChangeReport): string {
  const open = report.changes.filter(({ accepted }) => accepted === undefined);
  const accepted = report.changes.filter((judged) => judged.accepted !== undefined);
  const sections = LEVELS.flatMap((level) => {
    const lines = open
      .filter((judged) => judged.level === level)
      .map((judged) => lineOf(report, judged));
    if (lines.length === 0) return [];
    return [
      level === 'info'
        ? folded(`${TITLES.info} (${lines.length})`, lines)
        : `### ${TITLES[level]}\n\n${lines.join('\n')}`,
    ];
  });
  const reasons = accepted.map(
    (judged) => `${lineOf(report, judged)}\n  Accepted: ${escaped(judged.accepted ?? '')}`,
  );
  return [
    `## ${escaped(report.from)} → ${escaped(report.to)}`,
    `${countText(report.changes)}.`,
    ...sections,
    ...(reasons.length > 0 ? [folded(`Accepted (${reasons.length})`, reasons)] : []),
    ...report.problems.map(
      ({ message, file, line }) => `- ${escaped(`${file}:${line}: ${message}`)}`,
    ),
  ].join('\n\n');
}

function folded(title: string, lines: readonly string[]): string {
  return `<details>\n<summary>${title}</summary>\n\n${lines.join('\n')}\n\n</details>`;
}

function lineOf({ placeOf }: ChangeReport, { change, verdicts, accepted }: JudgedChange): string {
  const [{ message, fix, rule }] = verdicts;
  const operations = concernedBy(change);
  const used = operations.length > 0 ? ` — ${escaped(listed(operations, NAMES))}` : '';
  const place = change.after
    ? placeOf(change.after, 'after')
    : change.before && placeOf(change.before, 'before');
  const at = place ? ` (${escaped(placeText(place))}, ${rule})` : ` (${rule})`;
  return `- ${escaped(message)}${used}${at}${fix === undefined || accepted !== undefined ? '' : `\n  ${fix}`}`;
}

/** Text as Markdown that shows it: no syntax, HTML, autolink, mention or reference to an issue. */
export function escaped(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_{}[\]()#+!|~>$]/g, '\\$&')
    .replace(/@(?=\w)/g, '@\u200b')
    .replace(/#(?=\d)/g, '#\u200b')
    .replace(/(?<=[a-z])(?=:\/\/)|(?<=www)(?=\.)/gi, '\u200b');
}
