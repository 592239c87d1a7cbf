/**
 * The singular of an English word, by its ending alone. It need not be a word: the same rule is applied to the words of
 * names and to those of queries.
 */
export function stemOf(word: string): string {
  if (word.length < 4 || /\d$|(?:ss|us|is)$/.test(word)) return word;
  if (/[^aeiou]ies?$/.test(word)) return word.replace(/ies?$/, 'y');
  return word.replace(/(?<=s|x|z|ch|sh)es?$|s$/, '');
}

/** What words of one family have in common: `invit` for `invite` and `invitations`. */
export function rootOf(word: string): string {
  return stemOf(word).replace(
    /(?<=.{4})(?:ation|ator|ated?|ating)$|(?<=.{3})(?:ion|ing|ed|er|or|ment|e)$/,
    '',
  );
}
