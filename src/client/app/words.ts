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

/** A number of operations in words. */
export function useOperationCount(): (count: number) => string {
  const format = useCount();
  return (count) =>
    count === 1
      ? translate({ id: 'site.oneOperation', message: '1 operation' })
      : translate(
          { id: 'site.countOperations', message: '{count} operations' },
          { count: format(count) },
        );
}

/** The name of the button that opens a category of the sidebar; with `{name}`, a pattern for scripts. */
export function showLabel(name: string): string {
  return translate(
    {
      id: 'site.sidebar.show',
      message: 'Show {name}',
      description:
        'Name of the button beside a category of the sidebar, which opens it, for screen readers',
    },
    { name },
  );
}
