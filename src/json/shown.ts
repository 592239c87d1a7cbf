/** A path or another text on one line of a terminal: control characters, which could move its cursor, are escaped. */
export function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\]/gu, (character) =>
    JSON.stringify(character)
      .slice(1, -1)
      .replace(
        /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
        (raw) => `\\u{${(raw.codePointAt(0) ?? 0).toString(16)}}`,
      ),
  );
}
