import { translate } from '@docusaurus/Translate';
import ExternalDocs from '@theme/ExternalDocs';
import Facts from '@theme/Facts';
import Heading from '@theme/Heading';
import Markdown from '@theme/Markdown';
import OperationList from '@theme/OperationList';
import TagRelatives from '@theme/TagRelatives';
import type { ReactNode } from 'react';
import { usePage } from '../../client/app/page-context.tsx';
import { useTextLanguage } from '../../client/app/words.ts';

/** The page of a tag: its description and operations. */
export default function TagPage(): ReactNode {
  const page = usePage();
  const lang = useTextLanguage();
  if (page.kind !== 'tag') return null;
  return (
    <>
      <Heading as="h1" lang={Object.hasOwn(page.page.ownTags ?? {}, page.name) ? undefined : lang}>
        {page.title}
      </Heading>
      {page.name !== page.title && (
        <p>
          {translate({ id: 'site.tag', message: 'Tag' })} <code>{page.name}</code>
        </p>
      )}
      <TagRelatives page={page} />
      {page.summary && <p lang={lang}>{page.summary}</p>}
      <Markdown isOfPage>{page.description}</Markdown>
      <Facts facts={page.extensions} />
      {page.externalDocs && <ExternalDocs {...page.externalDocs} />}
      {page.operations.length > 0 && (
        <>
          <Heading as="h2" id="operations">
            {translate({ id: 'site.operations', message: 'Operations' })}
          </Heading>
          <OperationList operations={page.operations} />
        </>
      )}
    </>
  );
}
