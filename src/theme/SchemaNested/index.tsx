import { translate } from '@docusaurus/Translate';
import SchemaChildren from '@theme/SchemaChildren';
import SchemaNotes from '@theme/SchemaNotes';
import type { ReactNode } from 'react';
import { useOpenLevels } from '../../client/app/page-context.tsx';
import type { SchemaNode } from '../../model/schema/schema.ts';

export interface Props {
  readonly schema: SchemaNode;
  readonly depth: number;
}

function titleOf({ properties, choices }: SchemaNode): string {
  if (properties.length === 1) return translate({ id: 'ref.oneProperty', message: '1 property' });
  if (properties.length > 1) {
    const count = properties.length;
    return translate({ id: 'ref.properties', message: '{count} properties' }, { count });
  }
  return choices
    ? translate({ id: 'ref.choices', message: '{count} types' }, { count: choices.options.length })
    : translate({ id: 'ref.details', message: 'Details' });
}

/** The contents of a property: open on the first level, unless the maintainer wants more or less. */
export default function SchemaNested({ schema, depth }: Props): ReactNode {
  const levels = useOpenLevels();
  if (schema.properties.length === 0 && !schema.choices && schema.parts.length === 0)
    return <SchemaNotes schema={schema} />;
  return (
    <details
      className="ref-fold ref-nested"
      open={depth <= levels}
      data-pagefind-ignore={schema.ref?.href && ''}
    >
      <summary>{titleOf(schema)}</summary>
      <SchemaChildren schema={schema} depth={depth} />
    </details>
  );
}
