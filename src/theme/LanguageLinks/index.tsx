import { useAlternatePageUtils } from '@docusaurus/theme-common/internal';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactNode } from 'react';

export interface Props {
  readonly mobile?: boolean;
}

/**
 * Links to the page in the other languages. Unlike Docusaurus' dropdown, they need no script. Each language is a site of
 * its own, so the browser follows them and not the app.
 */
export default function LanguageLinks({ mobile = false }: Props): ReactNode {
  const { currentLocale, locales, localeConfigs } = useDocusaurusContext().i18n;
  const { createUrl } = useAlternatePageUtils();
  return locales
    .filter((locale) => locale !== currentLocale)
    .map((locale) => {
      const { label, htmlLang, baseUrl } = localeConfigs[locale] ?? {};
      const href = createUrl({ locale, fullyQualified: false });
      // Docusaurus gives the 404 page a URL that does not exist: its link leads to the home page.
      const isMissing = href.replace(/\/$/, '') === `${baseUrl}404`;
      const link = (
        <a
          key={locale}
          className={mobile ? 'menu__link' : 'navbar__item navbar__link'}
          href={isMissing ? baseUrl : href}
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
