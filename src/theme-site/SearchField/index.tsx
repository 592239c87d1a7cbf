import { translate } from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactNode } from 'react';
import { addressOf, SEARCH } from '../../address/address.ts';
import { useSite } from '../../client/app/site-data.ts';
import styles from './styles.module.css';

/**
 * A link to the search that looks like its field: the page's script opens the dialog, as for the one in the navbar.
 * Nothing in a site without our search.
 */
export default function SearchField(): ReactNode {
  const { hasSearch } = useSite();
  const { trailingSlash } = useDocusaurusContext().siteConfig;
  const href = addressOf(SEARCH, { baseUrl: useBaseUrl('/'), trailingSlash });
  if (!hasSearch) return null;
  return (
    <a className={styles.field} href={href} data-search="">
      {translate({
        id: 'site.searchField',
        message: 'Search operations, fields, schemas …',
      })}
      <kbd>/</kbd>
    </a>
  );
}
