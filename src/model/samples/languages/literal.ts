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
  const escaped = wellFormed(text)
    .replace(/[`$"\u201c-\u201e]/g, '`$&')
    .replace(UNSAFE, (character) =>
      character === '\n' ? '`n' : `\`u{${character.charCodeAt(0).toString(16)}}`,
    );
  return `"${escaped}"`;
}

/** A string of JavaScript, between single quotes. */
export function javascriptString(text: string): string {
  const inside = plainString(text)
    .slice(1, -1)
    .replace(/\\(["\\])/g, (escaped, character) => (character === '"' ? '"' : escaped))
    .replaceAll("'", "\\'");
  return `'${inside}'`;
}

/** The name of a member of an object in JavaScript, where `__proto__` would set the prototype. */
export function javascriptName(text: string): string {
  if (text === '__proto__') return `['${text}']`;
  return /^[A-Za-z_$][\w$]*$/.test(text) ? text : javascriptString(text);
}

/**
 * A text between single quotes of a shell. HTML does not keep a carriage return, and nobody sees other
 * characters that are unsafe, so they stand as `$'\r'` and, byte by byte, as `$'\x1e'`. No word of a shell
 * has U+0000: a text with it has to be written otherwise, see `printfQuoted`.
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

/** A word of a shell: without quotes where it needs none. zsh takes a `=` at its beginning for a command. */
export function shellWord(text: string): string {
  return /^[\w./:@%+,-][\w./:@%+=,-]*$/.test(text) ? text : shellString(text);
}

/** A text of any characters for `printf '%b'`, which knows `\\`, `\n`, `\r`, `\t` and bytes as `\0ooo` (POSIX). */
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

/** Half a surrogate pair has no bytes. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
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
  return isPlain(text) && /^\S.*\n.*\S$/s.test(text) && !/[^\S\n]$/m.test(text);
}

/** Lines further to the right, all but the first. */
export function indented(text: string, by: string): string {
  return text.replace(/\n(?!\n|$)/g, `\n${by}`);
}
