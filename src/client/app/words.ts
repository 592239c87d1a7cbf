import { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { type Say, WORDS } from '../../model/page/words.ts';

/** The words of the model in the page's language. */
export const say: Say = (id, values) => translate({ id, message: WORDS[id] }, values);

/** Formats a count in the page's language: `1,193`, `1.193`. */
export function useCount(): (count: number) => string {
  const { currentLocale } = useDocusaurusContext().i18n;
  return (count) => count.toLocaleString(currentLocale);
}

/**
 * The language of documents and guides, for `lang`: the site's default. Undefined if the page is in it as
 * well. Without it, a screen reader would use the pronunciation of the page's language.
 */
export function useTextLanguage(): string | undefined {
  const { currentLocale, defaultLocale, localeConfigs } = useDocusaurusContext().i18n;
  return currentLocale === defaultLocale ? undefined : localeConfigs[defaultLocale]?.htmlLang;
}
