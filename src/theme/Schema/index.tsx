import StockPart from '@reference/stock';
import SchemaBody from '@theme/SchemaBody';
import SchemaExamples from '@theme/SchemaPage/Examples';
import type { ReactNode } from 'react';
import { usePage } from '../../client/app/page-context.tsx';

export interface Props {
  /** The schema as in the document, dereferenced. */
  readonly schema: unknown;
  readonly schemaType?: string;
}

/** On a stock page: a schema of the document. */
export default function Schema(props: Props): ReactNode {
  return (
    <StockPart name="Schema" given={props}>
      <Contents />
    </StockPart>
  );
}

/** The page shows the title and the description itself. */
function Contents(): ReactNode {
  const page = usePage();
  if (page.kind !== 'schema') return null;
  const { title: _title, description: _description, ...schema } = page.schema;
  return (
    <>
      <SchemaBody schema={schema} name={page.title} />
      <SchemaExamples examples={page.examples} />
    </>
  );
}
