import SchemaChoices from '@theme/SchemaChoices';
import SchemaItem from '@theme/SchemaItem';
import SchemaNotes from '@theme/SchemaNotes';
import SchemaParts from '@theme/SchemaParts';
import type { ReactNode } from 'react';
import type { SchemaNode } from '../../model/schema/schema.ts';

export interface Props {
  readonly schema: SchemaNode;
  /** How many schemas enclose this one. */
  readonly depth: number;
}

/** The contents of a schema: properties, choices, other subschemas. */
export default function SchemaChildren({ schema, depth }: Props): ReactNode {
  return (
    <>
      {schema.properties.length > 0 && (
        <ul className="ref-fields">
          {schema.properties.map((property) => (
            <SchemaItem key={property.anchor} property={property} depth={depth} />
          ))}
        </ul>
      )}
      <SchemaChoices schema={schema} depth={depth} />
      <SchemaParts parts={schema.parts} depth={depth} />
      <SchemaNotes schema={schema} />
    </>
  );
}
