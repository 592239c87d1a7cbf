import useBaseUrl from '@docusaurus/useBaseUrl';
import { useEffect, useState } from 'react';
import { buildPage } from '../model/build-page.ts';
import type { PageModel } from '../model/page.ts';
import { PageProvider } from './page-context.tsx';
import type { ReferenceRootProps } from './reference-root.ts';

/** With the development server: fetches the slice and draws it in the browser. */
export default function ReferenceRoot({ slice, className, children }: ReferenceRootProps) {
  const address = useBaseUrl(`/reference/${slice}.json`);
  const [page, setPage] = useState<PageModel>();
  const [failure, setFailure] = useState<Error>();
  useEffect(() => {
    const abort = new AbortController();
    setPage(undefined);
    fetch(address, { signal: abort.signal })
      .then((response) => response.json())
      .then((json) => setPage(buildPage(json)))
      .catch((error) => {
        if (!abort.signal.aborted) setFailure(error);
      });
    return () => abort.abort();
  }, [address]);
  useEffect(() => {
    if (page) document.dispatchEvent(new Event('ref:update'));
  }, [page]);
  if (failure) throw failure;
  return (
    <div className={className}>{page && <PageProvider value={page}>{children}</PageProvider>}</div>
  );
}
