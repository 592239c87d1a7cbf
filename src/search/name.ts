/**
 * The words of a name, in lower case and without accents: `is_superuser`, `isSuperuser`, `is-superuser`
 * and `IS SUPERUSER` have the same two. What is neither letter nor digit parts words, and so does a
 * capital letter that begins one: `SAMLProvider` is `saml provider`; `OAuth2` and `IPv4` are one word. A
 * name without letters and digits, `>=`, is a word as it stands.
 */
export function wordsOf(name: string): string[] {
  const words = plain(name)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\d)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{Lu}{2,})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const whole = name.trim();
  return words.length > 0 || whole === '' ? words : [whole];
}

/** What names that differ in nothing but case and in how their words are joined have in common. */
export function keyOf(name: string): string {
  return wordsOf(name).join('');
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFKC');
}
