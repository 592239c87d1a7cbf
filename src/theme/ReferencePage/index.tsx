import { useLocation } from '@docusaurus/router';
import { PageMetadata } from '@docusaurus/theme-common';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { type ReactNode, useLayoutEffect, useState } from 'react';
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
  // While React hydrates the first page, its HTML is there already.
  const [isMove] = useState(isBrowser);
  const [page] = useState(currentPage?.page);
  // Before Docusaurus scrolls to what the address points to: it may have to be opened first.
  useLayoutEffect(() => {
    if (isMove) document.dispatchEvent(new Event('ref:update'));
  }, [isMove]);
  return (
    <>
      <PageMetadata title={page?.title} description={page?.description} />
      <Kept
        as="div"
        part="page"
        html={isMove ? (page?.parts.get('page') ?? '') : ''}
        attributes={{ 'data-title': page?.title, 'data-description': page?.description }}
      />
    </>
  );
}
