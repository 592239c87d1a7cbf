/** Where a capital letter, or a run of them, starts a word. */
const START = new RegExp(
  [
    // `user|Name`
    String.raw`(?<=\p{Ll})(?=\p{Lu})`,
    // `OAuth2|Provider`, `V2|API`, but not `2FA`
    String.raw`(?<=\p{L}\d+)(?=\p{Lu}\p{L})`,
    // `SAML|Provider`, `getA|User`, but not `OAuth` or `userIDs`
    String.raw`(?<=\p{Lu}{2}|(?<!\p{Lu})A)(?=\p{Lu}\p{Ll})(?!\p{Lu}s(?!\p{Ll}))`,
  ].join('|'),
  'u',
);

/**
 * The words of a name as it spells them: `is_active`, `isActive` and `is-active` have the same two but for their case.
 * Anything but letters and digits separates words, and so does a capital letter that starts one. Acronyms are words,
 * with their plural: `userIDs` is `user`, `IDs`.
 */
export function wordsOf(name: string): string[] {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((part) => part.split(START))
    .filter(Boolean);
}

/** The same of a name without separators, with what else is in it. */
export function splitAtCapitals(name: string): string[] {
  return name.split(START);
}

/** The words of a title or of a name in code, in lower case, to compare them: `isActive` has the same as `Is active`. */
export function textWords(text: string): string[] {
  return text
    .split(/[\s_.-]+/)
    .flatMap(splitAtCapitals)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
}

/** `clientSecret`, `client-secret` and `Client secret` are `client_secret`; other letters than those of ASCII are left out. */
export function snakeCase(name: string): string {
  return wordsOf(name.replace(/[^A-Za-z\d]+/g, ' '))
    .join('_')
    .toLowerCase();
}

/**
 * A name as text: `core_users_impersonate_create` -> `Core users impersonate create`, `getUserByID` -> `Get user by
 * ID`. Text that already has spaces does not change.
 */
export function readable(name: string): string {
  if (/\s/.test(name.trim())) return name.trim();
  const words = name
    .split(/[\s_./:-]+/u)
    .flatMap(splitAtCapitals)
    .filter(Boolean)
    // Acronyms stay; every other word but the first becomes lowercase.
    .map((word) => (/^\p{Lu}{2,}\d*s?$/u.test(word) ? word : word.toLowerCase()));
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A set of words, from lines of them. */
export function wordSet(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}
