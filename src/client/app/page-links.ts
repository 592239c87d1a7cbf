import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useContext } from 'react';
import { addressOf, pagePath, placeOf } from '../../address/address.ts';
import { own } from '../../json/guards.ts';
import type { LinkTargets } from '../../model/description/markdown-links.ts';
import { PageContext } from './page-context.tsx';

/**
 * Resolves links in descriptions that name a part of the document; resolves none outside of `<Reference>`.
 */
export function usePageLinks(): LinkTargets {
  const page = useContext(PageContext)?.page;
  const baseUrl = useBaseUrl('/');
  const { trailingSlash } = useDocusaurusContext().siteConfig;
  return (href) => {
    const place = own(page?.links, href);
    if (page === undefined || typeof place !== 'string') return undefined;
    const [id, hash] = placeOf(place);
    return addressOf(pagePath(page, id), { baseUrl, trailingSlash }) + hash;
  };
}
