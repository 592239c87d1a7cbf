import { translate } from '@docusaurus/Translate';
import ExternalDocs from '@theme/ExternalDocs';
import Markdown from '@theme/Markdown';
import OperationList from '@theme/OperationList';
import SectionHeading from '@theme/SectionHeading';
import type { ReactNode } from 'react';
import { usePage } from '../../client/page-context.tsx';

/** The page of a tag: what it is about, and its operations. */
export default function TagPage(): ReactNode {
  const page = usePage();
  if (page.kind !== 'tag') {
    return null;
  }
  return (
    <>
      <h1>{page.title}</h1>
      {page.name !== page.title && (
        <p>
          {translate({ id: 'ref.tag', message: 'Tag' })} <code>{page.name}</code>
        </p>
      )}
      <Markdown>{page.description}</Markdown>
      <ExternalDocs docs={page.externalDocs} />
      {page.operations.length > 0 && (
        <>
          <SectionHeading id="operations">
            {translate({ id: 'ref.operations', message: 'Operations' })}
          </SectionHeading>
          <OperationList operations={page.operations} />
        </>
      )}
    </>
  );
}
