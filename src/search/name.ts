import { wordsOf as split } from '../openapi/name-words.ts';

/**
 * The words of a name, in lowercase and without accents: `is_superuser`, `isSuperuser`, `is-superuser` and
 * `IS SUPERUSER` have the same two. Anything but letters and digits separates words, and so does a capital
 * letter that starts one: `SAMLProvider` is `saml provider`; `OAuth2` and `IPv4` are one word. A name without
 * letters and digits, such as `>=`, is a word as it is.
 */
export function wordsOf(name: string): string[] {
  const words = split(plain(name)).map((word) => word.toLowerCase());
  const whole = name.trim();
  return words.length > 0 || whole === '' ? words : [whole];
}

/** The common form of names that differ only in case and in how their words are joined. */
export function keyOf(name: string): string {
  return wordsOf(name).join('');
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFKC');
}
