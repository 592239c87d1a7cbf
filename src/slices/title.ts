/** One line: white space collapsed, control characters and those that change the text direction removed. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The first text with anything visible, on one line; else `fallback`. */
export function titleOf(texts: readonly (string | undefined)[], fallback: string): string {
  return (
    texts.map((text) => oneLine(text ?? '')).find((line) => /[^\p{Z}\p{C}]/u.test(line)) ?? fallback
  );
}
