import { translate } from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import SchemaChildren from '@theme/SchemaChildren';
import SchemaFacts from '@theme/SchemaFacts';
import SchemaMarks from '@theme/SchemaMarks';
import SchemaExamples from '@theme/SchemaPage/Examples';
import UsedBy from '@theme/SchemaPage/UsedBy';
import SchemaType from '@theme/SchemaType';
import type { ReactNode } from 'react';
import { usePage } from '../../client/app/page-context.tsx';

/** The page of a schema: its fields, examples beside them if there is room, and where it is used. */
export default function SchemaPage(): ReactNode {
  const page = usePage();
  if (page.kind !== 'schema') return null;
  return (
    <>
      <Heading as="h1">{page.title}</Heading>
      {page.name !== page.title && (
        <p>
          {translate({ id: 'site.schema', message: 'Schema' })} <code>{page.name}</code>
        </p>
      )}
      <div id="schema" className={page.examples.length > 0 ? 'ref-beside' : undefined}>
        <div>
          <SchemaType schema={page.schema} />
          <SchemaMarks schema={page.schema} />
          <SchemaFacts schema={page.schema} name={page.title} />
        </div>
        <SchemaExamples examples={page.examples} />
        <div>
          <section data-section>
            {page.schema.properties.some(({ required }) => required) && (
              <p className="ref-quiet">
                {translate({
                  id: 'ref.requiredBoth',
                  message:
                    'Required fields must be sent and are always returned; read-only ones are never sent.',
                })}
              </p>
            )}
            <SchemaChildren schema={page.schema} depth={0} />
          </section>
          <UsedBy operations={page.usedBy} schemas={page.usedBySchemas} />
        </div>
      </div>
    </>
  );
}
