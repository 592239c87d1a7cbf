import { splitAtCapitals } from '../../openapi/name-words.ts';

/** A name in parts: what it has in common with all others of its list, and what sets it apart. */
export interface ApartName {
  readonly prefix: string;
  readonly own: string;
  readonly suffix: string;
}

/** Shorter common parts are no burden, and may be there by chance. */
const LEAST = 4;

/** Where a word begins after others. */
const WORD = /(?<=[\s_./-])(?=[^\s_./-])/;

/**
 * Divides the names of a list: `Password` and `Email` are the names of `PasswordChallengeRequest` and
 * `EmailChallengeRequest`. Something is left of each.
 */
export function apart(names: readonly string[]): ApartName[] {
  const words = names.map((name) => name.split(WORD).flatMap(splitAtCapitals));
  const prefix = commonStart(words).join('');
  const before = prefix.length < LEAST ? 0 : commonStart(words).length;
  const rest = words.map((list) => list.slice(before).toReversed());
  const after = commonStart(rest).join('').length < LEAST ? 0 : commonStart(rest).length;
  return words.map((list) => ({
    prefix: list.slice(0, before).join(''),
    own: list.slice(before, list.length - after).join(''),
    suffix: list.slice(list.length - after).join(''),
  }));
}

/** The words that all lists begin with, without the last one of any. */
function commonStart(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = []] = lists;
  const most = Math.min(...lists.map((list) => list.length - 1));
  const end = first.findIndex((word, at) => at >= most || lists.some((list) => list[at] !== word));
  return lists.length < 2 || end <= 0 ? [] : first.slice(0, end);
}
