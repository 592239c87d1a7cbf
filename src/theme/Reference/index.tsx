import { useDoc } from '@docusaurus/plugin-content-docs/client';
import useBaseUrl from '@docusaurus/useBaseUrl';
import ReferenceRoot from '@reference/root';
import type { ReactNode } from 'react';
import { placedDoc } from '../../address/doc.ts';

export interface Props {
  /** The slice that everything inside renders: a file beside that of the page. */
  readonly slice: string;
  readonly children: ReactNode;
}

/** Provides the page of a slice to `usePage()`, with links to pages in the same version of the docs. */
export default function Reference({ slice, children }: Props): ReactNode {
  const { metadata, frontMatter } = useDoc();
  const placed = placedDoc(
    { ...metadata, frontMatter: { ...frontMatter, slice } },
    useBaseUrl('/'),
  );
  if (!placed)
    throw new Error(`<Reference slice="${slice}"> in ${metadata.source} does not name a slice.`);
  return (
    <ReferenceRoot slice={placed.slice} base={placed.base} className="reference">
      {children}
    </ReferenceRoot>
  );
}
