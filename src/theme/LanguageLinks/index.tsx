import { useAlternatePageUtils } from '@docusaurus/theme-common/internal';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactNode } from 'react';

export interface Props {
  readonly mobile?: boolean;
}

/**
 * The page in the other languages of the site: links, which need no script, where Docusaurus has a
 * dropdown. Each language is a site of its own, so the app leaves them to the browser.
 */
export default function LanguageLinks({ mobile = false }: Props): ReactNode {
  const { currentLocale, locales, localeConfigs } = useDocusaurusContext().i18n;
  const { createUrl } = useAlternatePageUtils();
  return locales
    .filter((locale) => locale !== currentLocale)
    .map((locale) => {
      const { label, htmlLang } = localeConfigs[locale] ?? {};
      const link = (
        <a
          key={locale}
          className={mobile ? 'menu__link' : 'navbar__item navbar__link'}
          // The page for what is not there is a file.
          href={createUrl({ locale, fullyQualified: false }).replace(/(404\.html)\/$/, '$1')}
          lang={htmlLang}
          hrefLang={htmlLang}
        >
          {label}
        </a>
      );
      return mobile ? (
        <li key={locale} className="menu__list-item">
          {link}
        </li>
      ) : (
        link
      );
    });
}
