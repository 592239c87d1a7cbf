/**
 * Whether a title has a word that the name has not: `Email address` of `email_address` has none, nor has
 * `Active` of `is_active`.
 */
export function addsToName(title: string, name: string): boolean {
  const [said, own] = [wordsOf(name), wordsOf(title)];
  return said.join('') !== own.join('') && own.some((word) => !said.includes(word));
}

/** `created_at`, `createdAt` and `Created at` are the same words. */
function wordsOf(text: string): string[] {
  const apart = text.replaceAll(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ');
  return apart
    .toLowerCase()
    .split(/[\s_.-]+/)
    .filter(Boolean);
}
