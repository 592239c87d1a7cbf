import useBaseUrl from '@docusaurus/useBaseUrl';
import { useEffect, useState } from 'react';
import { slicePath } from '../../address/address.ts';
import { partsOfFile } from '../../address/files.ts';
import { defined } from '../../json/guards.ts';
import { parseJson } from '../../json/text.ts';
import { buildPage } from '../../model/page/build-page.ts';
import type { PageModel } from '../../model/page/page.ts';
import type { SliceDocument } from '../../slices/slice.ts';
import { contentChanged, SLICES_CHANGED } from '../protocol.ts';
import { PageProvider } from './page-context.tsx';
import { useEnding } from './page-links.ts';
import { anchorPrefix, classOf, type ReferenceRootProps } from './reference-root.ts';
import { say } from './words.ts';

/** In the development server: fetches the slice, renders it in the browser, and follows its edits. */
export default function ReferenceRoot(props: ReferenceRootProps) {
  const { slice, base, children } = props;
  const prefix = anchorPrefix(props);
  const ending = useEnding();
  const address = useBaseUrl(slicePath({ base }, partsOfFile(slice)?.page ?? ''));
  const [page, setPage] = useState<PageModel>();
  const [failure, setFailure] = useState<Error>();
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const load = (): void => {
      // Docusaurus' server answers requests that accept HTML with the app.
      fetch(address, { signal, cache: 'no-cache', headers: { accept: 'application/json' } })
        .then((response) => response.text())
        .then((text) => parseJson(text) as SliceDocument)
        .then((slice) =>
          setPage(buildPage(slice, { say, anchorPrefix: prefix, base, ...defined({ ending }) })),
        )
        .catch((error) => {
          if (!signal.aborted) setFailure(error);
        });
    };
    const follow = ({ detail }: CustomEvent<readonly string[]>): void => {
      if (detail.includes(slice)) load();
    };
    setPage(undefined);
    load();
    document.addEventListener(SLICES_CHANGED, follow as EventListener, { signal });
    return () => abort.abort();
  }, [address, slice, base, prefix, ending]);
  useEffect(() => {
    if (page) contentChanged();
  }, [page]);
  if (failure) throw failure;
  return (
    <div className={page && classOf(props, page)}>
      {page && <PageProvider value={page}>{children}</PageProvider>}
    </div>
  );
}
