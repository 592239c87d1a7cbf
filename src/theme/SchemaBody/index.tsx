import SchemaChildren from '@theme/SchemaChildren';
import SchemaFacts from '@theme/SchemaFacts';
import SchemaMarks from '@theme/SchemaMarks';
import SchemaType from '@theme/SchemaType';
import type { ReactNode } from 'react';
import type { SchemaNode } from '../../model/schema/schema.ts';

export interface Props {
  readonly schema: SchemaNode;
  /** How many schemas enclose this one. */
  readonly depth?: number;
  /** What comes above it. */
  readonly name?: string;
}

/** A schema that is not a property: of a body, a choice or a page. */
export default function SchemaBody({ schema, depth = 0, name }: Props): ReactNode {
  return (
    <>
      <SchemaType schema={schema} />
      <SchemaMarks schema={schema} />
      <SchemaFacts schema={schema} name={name} />
      <SchemaChildren schema={schema} depth={depth} />
    </>
  );
}
