import type { SearchWord } from '../../search/words.ts';

/** Set where the module is bundled: the words in the language of the site. */
declare const SEARCH_SAYS: Readonly<Record<SearchWord, string>>;

/** A word of the search in the language of the site, with the values in it. */
export function say(
  word: SearchWord,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return SEARCH_SAYS[word].replace(/\{(\w+)\}/g, (place, name: string) =>
    String(values[name] ?? place),
  );
}

/** Writes a count as the language of the page does. */
export function inWords(count: number): string {
  return count.toLocaleString(document.documentElement.lang);
}
