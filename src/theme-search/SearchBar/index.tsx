import { useHistory } from '@docusaurus/router';
import { translate } from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { type ReactNode, useEffect } from 'react';
import { addressOf, SEARCH } from '../../address/address.ts';
import { GO } from '../../client/protocol.ts';
import styles from './styles.module.css';

/**
 * A link to the search page, which the page's script turns into a button for the dialog. Neither needs the
 * app; if it is loaded, the dialog uses it to navigate to results.
 */
export default function SearchBar(): ReactNode {
  const history = useHistory();
  const { trailingSlash } = useDocusaurusContext().siteConfig;
  const href = addressOf(SEARCH, { baseUrl: useBaseUrl('/'), trailingSlash });
  useEffect(() => {
    const move = (event: Event): void => {
      event.preventDefault();
      history.push((event as CustomEvent<string>).detail);
    };
    document.addEventListener(GO, move);
    return () => document.removeEventListener(GO, move);
  }, [history]);
  return (
    <a
      className={styles.search}
      href={href}
      data-search={translate({
        id: 'ref.search.failed',
        message: 'Search did not load. Check your connection.',
      })}
      aria-keyshortcuts="Control+K Meta+K /"
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path
          d="M11 11l4 4M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.75"
          strokeLinecap="round"
        />
      </svg>
      <span>{translate({ id: 'ref.search.title', message: 'Search' })}</span>
    </a>
  );
}
