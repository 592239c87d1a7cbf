import { translate } from '@docusaurus/Translate';
import ExternalDocs from '@theme/ExternalDocs';
import Facts from '@theme/Facts';
import Heading from '@theme/Heading';
import ListFilter from '@theme/ListFilter';
import Markdown from '@theme/Markdown';
import OperationList from '@theme/OperationList';
import PageSections from '@theme/PageSections';
import ResourceSchemas from '@theme/ResourceSchemas';
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
      <header className="ref-title">
        <Heading as="h1" lang={page.isOurs ? undefined : lang}>
          {page.title}
        </Heading>
        {page.name !== page.title && (
          <code
            className="ref-type"
            title={translate({ id: 'site.tagName', message: 'Name of the tag in the document' })}
          >
            {page.name}
          </code>
        )}
      </header>
      <TagRelatives page={page} />
      {page.summary && <p lang={lang}>{page.summary}</p>}
      <Markdown isOfPage>{page.description}</Markdown>
      <Facts facts={page.extensions} />
      {page.externalDocs && <ExternalDocs {...page.externalDocs} />}
      {page.groups.length > 1 && (
        <PageSections
          entries={page.groups.map(({ name = '', isOurs, anchor, operations }) => ({
            label: name,
            href: `#${anchor}`,
            count: operations.length,
            ...(isOurs && { isOurs }),
          }))}
        />
      )}
      {page.groups.length > 1 && <ListFilter />}
      <div className="ref-filtered">
        {page.groups.map(({ name, isOurs, anchor, operations, schemas }) => (
          <section key={anchor}>
            <Heading as="h2" id={anchor} lang={isOurs ? undefined : lang}>
              {name ?? translate({ id: 'site.operations', message: 'Operations' })}
            </Heading>
            <OperationList operations={operations} />
            <ResourceSchemas schemas={schemas} />
          </section>
        ))}
      </div>
    </>
  );
}
