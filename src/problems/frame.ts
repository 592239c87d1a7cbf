import { maskPasswords } from './mask.ts';

/** Lines shown before and after the marked one. */
const CONTEXT = 2;
/** Columns of a source line that are shown; longer lines are cut around the marker. */
const WIDTH = 100;

/** One character each, so that the marker stays aligned; terminal escapes are removed. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Replaces control characters with spaces: text from a document must not control a terminal. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, ' ');
}

/**
 * How much of a line is searched for passwords on either side of the shown part: a line may be a whole file.
 */
const AROUND = 2_000;

/** The shown part of a line, from a column on. */
function cut(whole: string, from: number): string {
  const offset = Math.max(0, from - AROUND);
  const line = maskPasswords(whole.slice(offset, from + WIDTH + AROUND));
  const start = from - offset;
  const end = start + WIDTH;
  const head = start > 0 && line.length > 0 ? '…' : line.slice(0, 1);
  const tail = line.length > end ? '…' : line.slice(end - 1, end);
  return head + line.slice(start + 1, end - 1) + tail;
}

/**
 * The source lines around a place, with a marker under its column.
 *
 * `lines` is the whole file, `line` and `column` are 1-based. The result has no colors and no trailing line
 * break; an empty file gives an empty frame.
 */
export function codeFrame(lines: readonly string[], line: number, column: number): string {
  const first = Math.max(1, line - CONTEXT);
  // Editors count the part after the last line break as a line, but it has nothing to show.
  const end = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  const last = Math.max(line, Math.min(end, line + CONTEXT));
  const length = lines[line - 1]?.length ?? 0;
  const start = length <= WIDTH ? 0 : Math.max(0, Math.min(column - 1 - WIDTH / 2, length - WIDTH));
  const gutter = String(last).length;
  const frame: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const text = printable(cut(lines[number - 1] ?? '', start));
    const mark = number === line ? '>' : ' ';
    frame.push(`${mark} ${String(number).padStart(gutter)} | ${text}`.trimEnd());
    if (number === line)
      frame.push(`  ${' '.repeat(gutter)} | ${' '.repeat(Math.max(0, column - 1 - start))}^`);
  }
  return lines.some((text) => text.trim() !== '') ? frame.join('\n') : '';
}
