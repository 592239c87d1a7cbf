/** Characters that break a line, that HTML does not keep, or that make text look like other text. */
const UNSAFE = /[\p{Cc}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** How a language writes what stands between double quotes. */
interface Escapes {
  /** Besides quotes, backslashes and line breaks: characters with a meaning of their own. */
  readonly special?: (text: string) => string;
  /** A character by its number. */
  readonly code?: (hex: string) => string;
}

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const BRACES: Escapes['code'] = (hex) => `\\u{${hex}}`;

/** A writer of double-quoted strings; half a surrogate pair, which has no bytes, becomes U+FFFD. */
function doubleQuotes({ special = String, code }: Escapes = {}): (text: string) => string {
  const write = code ?? ((hex: string) => `\\u${hex.padStart(4, '0')}`);
  return (text) => {
    const escaped = special(text.replace(/\p{Cs}/gu, '\ufffd').replace(/["\\]/g, '\\$&'));
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

/** A string of Rust or Swift, where a backslash is all that begins something. */
export const bracedString = doubleQuotes({ code: BRACES });

/** A string of Ruby, where `#{`, `#$` and `#@` are replaced. */
export const rubyString = doubleQuotes({ special: (text) => text.replace(/#(?=[{$@])/g, '\\#') });

const phpDouble = doubleQuotes({ special: (text) => text.replaceAll('$', '\\$'), code: BRACES });

/** A string of PHP: between single quotes where that can be. */
export function phpString(text: string): string {
  return isPlain(text) ? `'${text.replace(/['\\]/g, '\\$&')}'` : phpDouble(text);
}

/** A string of PowerShell 7, for which typographic quotes are quotes as well. */
export function powershellString(text: string): string {
  if (isPlain(text)) {
    return `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
  }
  const escaped = text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[`$"\u201c-\u201e]/g, '`$&')
    .replace(UNSAFE, (character) =>
      character === '\n' ? '`n' : `\`u{${character.charCodeAt(0).toString(16)}}`,
    );
  return `"${escaped}"`;
}

/** Text inside a double-quoted string of Python. */
export function doubleQuoted(text: string): string {
  return plainString(text).slice(1, -1);
}

/** Text inside a single-quoted string of JavaScript. */
export function singleQuoted(text: string): string {
  return doubleQuoted(text)
    .replace(/\\(["\\])/g, (escaped, character) => (character === '"' ? '"' : escaped))
    .replaceAll("'", "\\'");
}

/**
 * Text inside single quotes of a shell. HTML does not keep a carriage return, and nobody sees the
 * other control characters, so they stand as `$'\r'` and `$'\x1e'`.
 */
export function shellQuoted(text: string): string {
  return text
    .replaceAll("'", `'\\''`)
    .replace(/[^\P{Cc}\n\t\0\x80-\x9f]/gu, (character) => `'$'${ansi(character)}''`);
}

function ansi(character: string): string {
  return character === '\r' ? '\\r' : `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** A word of a shell: without quotes where it needs none. */
export function shellWord(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${shellQuoted(text)}'`;
}

/** True for text that may stand as it is between quotes that know no escapes. */
export function isPlain(text: string): boolean {
  return text.replace(/[\n\t]/g, '').search(UNSAFE) === -1 && !/\p{Cs}/u.test(text);
}

/**
 * True for text that reads well, and stays what it is, in a literal of several lines: indenting it
 * changes nothing that the language does not take back.
 */
export function isBlock(text: string): boolean {
  return isPlain(text) && /^\S.*\n.*\S$/s.test(text) && !/[ \t]$/m.test(text);
}

/** Lines further to the right, all but the first. */
export function indented(text: string, by: string): string {
  return text.replace(/\n(?!\n|$)/g, `\n${by}`);
}
