import useDocusaurusContext from '@docusaurus/useDocusaurusContext';

/**
 * Makes the address of a page, with base URL, one for search engines: that which the page has as its
 * canonical one. Docusaurus' own lists lack the slash at the end.
 */
export function useAbsolute(): (pathname: string) => string {
  const { siteConfig } = useDocusaurusContext();
  return (pathname) => siteConfig.url + pathname.replace(/\/?$/, '/');
}
