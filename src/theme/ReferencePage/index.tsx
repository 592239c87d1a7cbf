import { useLocation } from '@docusaurus/router';
import { PageMetadata } from '@docusaurus/theme-common';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { type ReactNode, useEffect, useState } from 'react';
import { Kept } from '../../client/kept.tsx';
import { currentPage } from '../../client/page-fetch.ts';

/**
 * In the browser, every page of the reference: its HTML comes from the server, on the first page
 * with the document and afterwards by the app's own fetch.
 */
export default function ReferencePage(): ReactNode {
  const { pathname } = useLocation();
  return <Page key={pathname} />;
}

function Page(): ReactNode {
  const isBrowser = useIsBrowser();
  const [page] = useState(currentPage?.page);
  // While React hydrates the first page, the HTML is there already.
  const [html] = useState(() => (isBrowser ? (page?.parts.get('page') ?? '') : ''));
  useEffect(() => {
    document.dispatchEvent(new Event('ref:update'));
  }, []);
  return (
    <>
      <PageMetadata title={page?.title} description={page?.description} />
      <Kept
        as="div"
        part="page"
        html={html}
        attributes={{ 'data-title': page?.title, 'data-description': page?.description }}
      />
    </>
  );
}
