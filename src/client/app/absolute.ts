import useDocusaurusContext from '@docusaurus/useDocusaurusContext';

/**
 * The canonical URL of a page, for search engines, from its path with base URL. Docusaurus' own lists lack
 * the trailing slash.
 */
export function useAbsolute(): (pathname: string) => string {
  const { siteConfig } = useDocusaurusContext();
  return (pathname) => siteConfig.url + pathname.replace(/\/?$/, '/');
}
