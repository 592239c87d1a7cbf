import { wellFormed } from '../../request/parameter-value.ts';

/** Characters that break a line, that HTML does not preserve, or that make text look like other text. */
const UNSAFE = /[\p{Cc}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** How a language writes text between double quotes. */
interface Escapes {
  /** Characters that are special besides quotes, backslashes and line breaks. */
  readonly special?: (text: string) => string;
  /** An escape for a character by its code point. */
  readonly code?: (hex: string) => string;
}

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const BRACES: Escapes['code'] = (hex) => `\\u{${hex}}`;

/** A writer of double-quoted strings; a lone surrogate, which has no bytes, becomes U+FFFD. */
function doubleQuotes({ special = String, code }: Escapes = {}): (text: string) => string {
  const write = code ?? ((hex: string) => `\\u${hex.padStart(4, '0')}`);
  return (text) => {
    const escaped = special(wellFormed(text).replace(/["\\]/g, '\\$&'));
    return `"${escaped.replace(
      UNSAFE,
      (character) => NAMED[character] ?? write(character.charCodeAt(0).toString(16)),
    )}"`;
  };
}

/** A string of Go, Java, C# or Python. */
export const plainString = doubleQuotes();

/** A string of Kotlin, which has templates. */
export const kotlinString = doubleQuotes({ special: (text) => text.replaceAll('$', '\\$') });

/** A string of Rust or Swift, where only a backslash is special. */
export const bracedString = doubleQuotes({ code: BRACES });

/** A string of Ruby, where `#{`, `#$` and `#@` are interpolated. */
export const rubyString = doubleQuotes({ special: (text) => text.replace(/#(?=[{$@])/g, '\\#') });

const phpDouble = doubleQuotes({ special: (text) => text.replaceAll('$', '\\$'), code: BRACES });

/** A string of PHP: in single quotes if possible. */
export function phpString(text: string): string {
  return isPlain(text) ? `'${text.replace(/['\\]/g, '\\$&')}'` : phpDouble(text);
}

/** A string of PowerShell 7, where typographic quotes also count as quotes. */
export function powershellString(text: string): string {
  if (isPlain(text)) return `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
  const escaped = wellFormed(text)
    .replace(/[`$"\u201c-\u201e]/g, '`$&')
    .replace(UNSAFE, (character) =>
      character === '\n' ? '`n' : `\`u{${character.charCodeAt(0).toString(16)}}`,
    );
  return `"${escaped}"`;
}

/** A string of JavaScript, in single quotes. */
export function javascriptString(text: string): string {
  const inside = plainString(text)
    .slice(1, -1)
    .replace(/\\(["\\])/g, (escaped, character) => (character === '"' ? '"' : escaped))
    .replaceAll("'", "\\'");
  return `'${inside}'`;
}

/** The name of an object member in JavaScript, where `__proto__` would set the prototype. */
export function javascriptName(text: string): string {
  if (text === '__proto__') return `['${text}']`;
  return /^[A-Za-z_$][\w$]*$/.test(text) ? text : javascriptString(text);
}

/**
 * A text in single quotes of a shell. HTML does not preserve a carriage return, and other unsafe characters
 * are invisible, so they are written as `$'\r'` and, byte by byte, as `$'\x1e'`. A shell word cannot contain
 * U+0000: such a text must be written differently, see `printfQuoted`.
 */
export function shellString(text: string): string {
  const escaped = wellFormed(text)
    .replaceAll("'", `'\\''`)
    .replace(UNSAFE, (character) =>
      /[\n\t\0]/.test(character)
        ? character
        : `'$'${character === '\r' ? '\\r' : bytesOf(character, (byte) => `\\x${hex(byte)}`)}''`,
    );
  return `'${escaped}'`;
}

/** A word of a shell, without quotes if it needs none. zsh treats a leading `=` as a command. */
export function shellWord(text: string): string {
  return /^[\w./:@%+,-][\w./:@%+=,-]*$/.test(text) ? text : shellString(text);
}

/** Any text for `printf '%b'`, which knows `\\`, `\n`, `\r`, `\t` and bytes as `\0ooo` (POSIX). */
export function printfString(text: string): string {
  const escaped = wellFormed(text)
    .replaceAll('\\', '\\\\')
    .replace(
      UNSAFE,
      (character) =>
        NAMED[character] ?? bytesOf(character, (byte) => `\\0${byte.toString(8).padStart(3, '0')}`),
    );
  return shellString(escaped);
}

function bytesOf(character: string, write: (byte: number) => string): string {
  return [...new TextEncoder().encode(character)].map(write).join('');
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

/** True for text that can be written as is between quotes without escapes. */
export function isPlain(text: string): boolean {
  return text.replace(/[\n\t]/g, '').search(UNSAFE) === -1 && !/\p{Cs}/u.test(text);
}

/**
 * True for text that reads well, and keeps its value, in a multi-line literal: the language undoes any
 * indentation.
 */
export function isBlock(text: string): boolean {
  return isPlain(text) && /^\S.*\n.*\S$/s.test(text) && !/[^\S\n]$/m.test(text);
}

/** Indents all lines but the first. */
export function indented(text: string, by: string): string {
  return text.replace(/\n(?!\n|$)/g, `\n${by}`);
}
