import { GERMAN } from './german.ts';
import { ENGLISH, type LanguageData } from './language.ts';

/** Languages besides English whose words the search knows. */
const OTHERS: Readonly<Record<string, LanguageData>> = { de: GERMAN };

/** What readers of a site in some language may write: English, since most documents are, and their own. */
export function languagesFor(locale: string): LanguageData[] {
  const own = OTHERS[locale.split('-')[0] ?? ''];
  return own ? [ENGLISH, own] : [ENGLISH];
}
