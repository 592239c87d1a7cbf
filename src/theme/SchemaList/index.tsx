import Heading from '@theme/Heading';
import ListFilter from '@theme/ListFilter';
import PageSections from '@theme/PageSections';
import SchemaLinks from '@theme/SchemaLinks';
import type { ReactNode } from 'react';
import { usePage } from '../../client/app/page-context.tsx';

/** A short list needs no letters. */
const FEW = 20;

/** The page that lists all schemas of an API. */
export default function SchemaList(): ReactNode {
  const page = usePage();
  if (page.kind !== 'schemaList') return null;
  const { title, letters } = page;
  const all = letters.flatMap(({ schemas }) => schemas);
  return (
    <>
      <Heading as="h1">{title}</Heading>
      {all.length <= FEW ? (
        <SchemaLinks schemas={all} />
      ) : (
        <>
          <PageSections
            isShort
            entries={letters.map(({ letter, anchor }) => ({ label: letter, href: `#${anchor}` }))}
          />
          <ListFilter />
          <div className="ref-filtered">
            {letters.map(({ letter, anchor, schemas }) => (
              <section key={anchor}>
                <Heading as="h2" id={anchor}>
                  {letter}
                </Heading>
                <SchemaLinks schemas={schemas} />
              </section>
            ))}
          </div>
        </>
      )}
    </>
  );
}
