import { translate } from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import Schema from '@theme/Schema';
import SchemaExamples from '@theme/SchemaPage/Examples';
import UsedBy from '@theme/SchemaPage/UsedBy';
import type { ReactNode } from 'react';
import { usePage } from '../../client/page-context.tsx';

/** The page of a schema: its fields, examples, and where it is used. */
export default function SchemaPage(): ReactNode {
  const page = usePage();
  if (page.kind !== 'schema') {
    return null;
  }
  return (
    <>
      <Heading as="h1">{page.title}</Heading>
      {page.name !== page.title && (
        <p>
          {translate({ id: 'site.schema', message: 'Schema' })} <code>{page.name}</code>
        </p>
      )}
      <section data-section>
        <Schema schema={page.schema} />
      </section>
      <SchemaExamples examples={page.examples} />
      <UsedBy operations={page.usedBy} schemas={page.usedBySchemas} />
    </>
  );
}
