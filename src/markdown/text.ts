/**
 * The only place where Markdown is spelled: text of a document becomes text here, whatever it contains, and nothing
 * else in this folder writes a character that CommonMark or GFM reads as syntax around it.
 */

/** Control characters, and those that change the text direction. */
const CONTROLS = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/** Characters that may start something within a line, CommonMark section 6 and GFM. */
const INLINE = /[\\`*[\]<~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu;

/** What may start a block at the beginning of a line. */
const BLOCK = /^(?:[#>+=|:-]|\d{1,9}(?=[.)]))/;

/** A text on one line, that reads as itself. */
export function text(value: string): string {
  const line = value.replace(CONTROLS, '').replace(/\s+/g, ' ').trim();
  const escaped = line.replace(INLINE, '\\$&');
  if (!BLOCK.test(line)) return escaped;
  return /^\d/.test(line) ? escaped.replace(/^\d+/, '$&\\') : `\\${escaped}`;
}

/** A code span; line breaks become spaces (CommonMark section 6.1). */
export function code(value: string): string {
  const line = value.replace(CONTROLS, '').replace(/\s*[\n\r]\s*/g, ' ');
  if (line === '') return '` `';
  const ticks = '`'.repeat(longest(line, /`+/g) + 1);
  // One space on each side is not a part of it, unless all of it is spaces.
  const isPadded = /^`|`$/.test(line) || (/^ | $/.test(line) && line.trim() !== '');
  return isPadded ? `${ticks} ${line} ${ticks}` : ticks + line + ticks;
}

/** A fenced block of code, longer than any fence in it. */
export function fence(value: string, language = ''): string {
  const lines = value.replace(/\r\n?/g, '\n').replace(CONTROLS, '');
  const ticks = '`'.repeat(Math.max(3, longest(lines, /`+/g) + 1));
  return `${ticks}${/^[\w+#.-]+$/.test(language) ? language : ''}\n${lines}\n${ticks}`;
}

/**
 * A link.
 *
 * @param label Markdown.
 */
export function link(label: string, url: string): string {
  return `[${label}](${url.replace(/[\s<>()\\`\p{Cc}]/gu, percent)})`;
}

function percent(sign: string): string {
  const hex = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  return [...new TextEncoder().encode(sign)].map(hex).join('');
}

/** A URL that is its own text: as a link if it is one that is safe to follow. */
export function address(url: string, isSafe: boolean): string {
  if (!isSafe) return text(url);
  return /^(?:https?|mailto):[^\s<>\p{Cc}]+$/iu.test(url) ? `<${url}>` : link(text(url), url);
}

/**
 * A heading; a `#` at the end of its label is no closing sequence (CommonMark section 4.2).
 *
 * @param level 1 to 6.
 */
export function heading(level: number, label: string): string {
  return `${'#'.repeat(Math.min(6, level))} ${label.replace(/(?<= )#+$/, '\\$&')}`;
}

export function strong(label: string): string {
  return `**${label}**`;
}

/** Blocks below each other; empty ones are omitted. */
export function blocks(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n');
}

/** Pieces of a line, with spaces between them; empty ones are omitted. */
export function words(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter(Boolean).join(' ');
}

/** An item of a list: its line, and blocks below it. */
export interface Item {
  readonly line: string;
  readonly below?: readonly (string | undefined)[];
}

/** A list. Lists in its items follow their lines directly, so that most lists have no empty lines. */
export function list(items: readonly Item[]): string {
  return items
    .map(({ line, below = [] }) => {
      const rest = below.filter(Boolean).map((block, index, all) => {
        const isList = block?.startsWith('- ') && (index === 0 || all[index - 1]?.endsWith(':'));
        return `${isList ? '\n' : '\n\n'}${indented(block ?? '')}`;
      });
      return `- ${line}${rest.join('')}`;
    })
    .join('\n');
}

function indented(block: string): string {
  return block.replace(/^(?=.)/gm, '  ');
}

function longest(value: string, pattern: RegExp): number {
  return (value.match(pattern) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
}
