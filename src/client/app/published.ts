import useDocusaurusContext from '@docusaurus/useDocusaurusContext';

/** The start of the URLs of slices and documents: they are published once, with the site's default language. */
export function usePublishedBase(): string {
  const { defaultLocale, localeConfigs } = useDocusaurusContext().i18n;
  return localeConfigs[defaultLocale]?.baseUrl ?? '/';
}
