import type { SearchWord } from '../../search/words.ts';

/** Set when the module is bundled: the words in the language of the site. */
declare const SEARCH_SAYS: Readonly<Record<SearchWord, string>>;

/** A text of the search in the language of the site, with the values inserted. */
export function say(
  word: SearchWord,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return SEARCH_SAYS[word].replace(/\{(\w+)\}/g, (place, name: string) =>
    String(values[name] ?? place),
  );
}

/** In the order of a text's plural forms. */
const FORMS: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * A count with its noun, in the language of the site: `1 name`, `1,193 names`.
 *
 * @param isMore Whether there are more than were counted: `500+ names`.
 */
export function sayCount(word: SearchWord, count: number, isMore = false): string {
  const { lang } = document.documentElement;
  const rules = new Intl.PluralRules(lang);
  const forms = SEARCH_SAYS[word].split('|');
  const known = rules.resolvedOptions().pluralCategories;
  const form = FORMS.filter((one) => known.includes(one)).indexOf(rules.select(count));
  const number = count.toLocaleString(lang) + (isMore ? '+' : '');
  return (forms[isMore ? forms.length - 1 : form] ?? forms.at(-1) ?? '').replace('{count}', number);
}

/** Formats a count in the language of the page. */
export function inWords(count: number): string {
  return count.toLocaleString(document.documentElement.lang);
}
