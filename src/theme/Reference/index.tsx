import { useDoc } from '@docusaurus/plugin-content-docs/client';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useApiTable from '@reference/api-table';
import ReferenceRoot from '@reference/root';
import PageLinks from '@theme/PageLinks';
import PageMenu from '@theme/PageMenu';
import type { ReactNode } from 'react';
import { below } from '../../address/address.ts';
import { placedDoc } from '../../address/doc.ts';
import type { SiteApi } from '../../client/app/site-data.ts';

export interface Props {
  /** The slice that everything inside renders: a file beside that of the page. */
  readonly slice: string;
  /** Where the page was generated, for pages that import it: a folder, relative to the site's. */
  readonly folder?: string;
  readonly children: ReactNode;
}

/**
 * Provides the page of a slice to `usePage()`, with links to pages in the same version of the docs. A page that
 * imports this one shows the current version.
 */
export default function Reference({ slice, folder = '', children }: Props): ReactNode {
  const { metadata, frontMatter } = useDoc();
  const baseUrl = useBaseUrl('/');
  const table = useApiTable();
  const isOwn = (frontMatter as { readonly slice?: unknown }).slice === slice;
  const own = placedDoc({ ...metadata, frontMatter: { ...frontMatter, slice } }, baseUrl);
  const placed =
    isOwn || folder === ''
      ? own && { slice: own.slice, base: own.base, path: isOwn ? own.path : undefined }
      : importedPage(slice, folder, table?.apis);
  if (!placed)
    throw new Error(`<Reference slice="${slice}"> in ${metadata.source} does not name a slice.`);
  return (
    <ReferenceRoot {...placed} className="reference">
      {placed.path !== undefined && <PageMenu path={placed.path} />}
      {children}
      <PageLinks />
    </ReferenceRoot>
  );
}

/** Where a page lies that another one imports: that one's address says nothing about it. */
function importedPage(
  slice: string,
  folder: string,
  apis: readonly SiteApi[] | undefined,
): { readonly slice: string; readonly base: string; readonly path?: undefined } | undefined {
  // The browser keeps what was rendered there.
  if (!apis) return { slice: `${folder}/${slice}`, base: '' };
  // The folder of an older version may be in that of its API.
  const api = apis
    .flatMap((one) => [...(one.versions ?? []), one])
    .find((one) => below(folder, one.folder) !== undefined);
  return api && { slice: `${folder}/${slice}`, base: api.base };
}
