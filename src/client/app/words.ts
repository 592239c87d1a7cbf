import { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { type Say, WORDS } from '../../model/page/words.ts';

/** The words of the model in the language of the page. */
export const say: Say = (id, values) => translate({ id, message: WORDS[id] }, values);

/** Writes a count as the language of the page does: `1,193`, `1.193`. */
export function useCount(): (count: number) => string {
  const { currentLocale } = useDocusaurusContext().i18n;
  return (count) => count.toLocaleString(currentLocale);
}

/**
 * The language of what documents and guides say, for `lang`: that of the site. Undefined where the page is in it,
 * too. A screen reader would read them by the rules of the page's own.
 */
export function useTextLanguage(): string | undefined {
  const { currentLocale, defaultLocale, localeConfigs } = useDocusaurusContext().i18n;
  return currentLocale === defaultLocale ? undefined : localeConfigs[defaultLocale]?.htmlLang;
}
