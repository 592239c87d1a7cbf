/**
 * Makes an operationId readable: `core_users_impersonate_create` -> `Core users impersonate create`,
 * `getUserByID` -> `Get user by ID`. Text that already has spaces does not change.
 */
export function readable(name: string): string {
  if (/\s/.test(name.trim())) return name.trim();
  const words = spaced(name)
    .split(/[\s_./:-]+/u)
    .filter(Boolean)
    // Acronyms stay; every other word but the first becomes lowercase.
    .map((word) => (/^\p{Lu}{2,}\d*s?$/u.test(word) ? word : word.toLowerCase()));
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Spaces between the words of a name in camel case: `getUserByID` -> `get User By ID`. */
export function spaced(name: string): string {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2');
}

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
