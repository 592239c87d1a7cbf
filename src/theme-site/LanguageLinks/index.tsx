import { useAlternatePageUtils } from '@docusaurus/theme-common/internal';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactNode } from 'react';

export interface Props {
  readonly mobile?: boolean;
}

/**
 * Links to the page in the other languages, which need no script, unlike Docusaurus' dropdown. Each language
 * is a separate site, so the app leaves them to the browser.
 */
export default function LanguageLinks({ mobile = false }: Props): ReactNode {
  const { currentLocale, locales, localeConfigs } = useDocusaurusContext().i18n;
  const { createUrl } = useAlternatePageUtils();
  return locales
    .filter((locale) => locale !== currentLocale)
    .map((locale) => {
      const { label, htmlLang, baseUrl } = localeConfigs[locale] ?? {};
      const href = createUrl({ locale, fullyQualified: false });
      // The URL that Docusaurus assumes for the 404 page does not exist, and another one is as missing there.
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
