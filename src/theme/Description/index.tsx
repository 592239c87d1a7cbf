import ExternalDocs from '@theme/ExternalDocs';
import Facts from '@theme/Facts';
import Markdown from '@theme/Markdown';
import type { ReactNode } from 'react';
import { useOperation } from '../../client/app/page-context.tsx';

/** What the operation does, and links to further documentation. */
export default function Description(): ReactNode {
  const operation = useOperation();
  if (!operation) return null;
  return (
    <>
      {operation.description && <Markdown isOfPage>{operation.description}</Markdown>}
      <Facts facts={operation.extensions} />
      {operation.externalDocs && <ExternalDocs {...operation.externalDocs} />}
    </>
  );
}
