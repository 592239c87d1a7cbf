import { useLocation } from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import ReferenceHead from '@theme/ReferenceHead';
import { type ReactNode, useLayoutEffect, useState } from 'react';
import { Canonical } from '../../client/app/canonical.tsx';
import { Kept } from '../../client/app/kept.tsx';
import { useFetchedPage } from '../../client/app/page-fetch.ts';
import { contentChanged } from '../../client/protocol.ts';

/**
 * In the browser, every page of the reference: its HTML comes from the server, first with the document and
 * then through the app's own fetch.
 */
export default function ReferencePage(): ReactNode {
  const { pathname } = useLocation();
  return <Page key={pathname} pathname={pathname} />;
}

function Page({ pathname }: { readonly pathname: string }): ReactNode {
  const isBrowser = useIsBrowser();
  // While React hydrates the first page, its HTML is already there.
  const [isMove] = useState(isBrowser);
  const page = useFetchedPage(pathname);
  // Before Docusaurus scrolls to the target of the URL: it may have to be opened first.
  useLayoutEffect(() => {
    if (isMove && page) contentChanged();
  }, [isMove, page]);
  return (
    <>
      {page && <ReferenceHead {...page} />}
      {page && <Canonical url={page.canonical} />}
      <Kept
        as="div"
        part="page"
        html={isMove ? (page?.parts.get('page') ?? '') : ''}
        attributes={{ 'data-title': page?.title, 'data-description': page?.description }}
      />
    </>
  );
}
