import Link from '@docusaurus/Link';
import Breakable from '@theme/Breakable';
import type { ReactNode } from 'react';
import type { SchemaNode } from '../../model/schema.ts';

export interface Props {
  readonly schema: SchemaNode;
}

/** The type in words; the name of a schema in it leads to the schema's page. */
export default function SchemaType({ schema }: Props): ReactNode {
  const { type, ref, link } = schema;
  const name = link?.name ?? ref?.name ?? '';
  const href = link?.href ?? ref?.href;
  const start = href === undefined || name === '' ? -1 : type.lastIndexOf(name);
  return (
    <span className="ref-type">
      {href === undefined || start === -1 ? (
        <Breakable>{type}</Breakable>
      ) : (
        <>
          {type.slice(0, start)}
          <Link to={href}>
            <Breakable>{name}</Breakable>
          </Link>
          {type.slice(start + name.length)}
        </>
      )}
    </span>
  );
}
