/** Text inside a double-quoted string of Python or Go. */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Text inside a single-quoted string of JavaScript. */
export function singleQuoted(text: string): string {
  return doubleQuoted(text)
    .replace(/\\(["\\])/g, (escaped, character) => (character === '"' ? '"' : escaped))
    .replaceAll("'", "\\'");
}

/** Text inside single quotes of a POSIX shell. */
export function shellQuoted(text: string): string {
  return text.replaceAll("'", `'\\''`);
}

/** A Go string: as it is between backticks where that can be, which is easier to read. */
export function goString(text: string): string {
  return /[`\r\0]/.test(text) ? `"${doubleQuoted(text)}"` : `\`${text}\``;
}
