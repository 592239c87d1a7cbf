import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useContext } from 'react';
import { type ApiBase, addressOf, pagePath, placeOf } from '../../address/address.ts';
import { own } from '../../json/guards.ts';
import type { LinkTargets } from '../../model/description/markdown-links.ts';
import { PageContext } from './page-context.tsx';

/**
 * Resolves links in descriptions that name a part of the document; resolves none outside of `<Reference>`.
 */
export function usePageLinks(): LinkTargets {
  const page = useContext(PageContext)?.page;
  const baseUrl = useBaseUrl('/');
  const ending = useEnding();
  return (href) => {
    const place = own(page?.links, href);
    if (page === undefined || typeof place !== 'string') return undefined;
    const [id, hash] = placeOf(place);
    return addressOf(pagePath(page, id), { baseUrl, trailingSlash: ending === undefined }) + hash;
  };
}

/** The end of links to pages, as in those that Docusaurus makes itself; see `ApiBase`. */
export function useEnding(): ApiBase['ending'] {
  return useDocusaurusContext().siteConfig.trailingSlash === true ? undefined : '';
}
