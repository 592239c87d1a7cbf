import { textWords } from '../../openapi/name-words.ts';

/**
 * Whether a title has a word that the name has not: `Email address` of `email_address` has none, nor has
 * `Active` of `is_active`.
 */
export function addsToName(title: string, name: string): boolean {
  const [said, own] = [textWords(name), textWords(title)];
  return said.join('') !== own.join('') && own.some((word) => !said.includes(word));
}
