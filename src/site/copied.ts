/**
 * A text that needs nothing of the one it was found in. For V8, a part of a text is a view of it: a word that is kept
 * would keep its whole page in memory.
 */
export function copied(text: string): string {
  return Buffer.from(text).toString();
}
