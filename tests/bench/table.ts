/** A table of the report, as text for people. */
export interface Table {
  readonly title: string;
  /** What the figures are, in a sentence or two. */
  readonly about?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Cells after the first are words, not figures, and begin at the left. */
  readonly words?: boolean;
  /** What the reader should know about single figures. */
  readonly notes?: readonly string[];
}

/** Columns that line up, for a terminal. */
export function textTable({ title, about, columns, rows, words, notes = [] }: Table): string {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => (row[index] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) =>
        index === 0 || words ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [
    title,
    '='.repeat(title.length),
    ...(about ? [about] : []),
    '',
    line(columns),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map(line),
    ...notes.map((note) => `  ${note}`),
    '',
  ].join('\n');
}

/** The same for a page of the site. */
export function markdownTable({ title, about, columns, rows, words, notes = [] }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(asMarkdown).join(' | ')} |`;
  return [
    `## ${title}`,
    '',
    ...(about ? [asMarkdown(about), ''] : []),
    line(columns),
    line(columns.map((_, index) => (index === 0 || words ? '---' : '--:'))),
    ...rows.map(line),
    '',
    ...notes.flatMap((note) => [asMarkdown(note), '']),
  ].join('\n');
}

/** Reasons of failures come from logs: nothing in them may be taken for HTML, MDX or Markdown. */
function asMarkdown(text: string): string {
  return text.replace(/[&<>{}|*_`[\]\\]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
