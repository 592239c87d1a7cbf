import Link from '@docusaurus/Link';
import Breakable from '@theme/Breakable';
import type { ReactNode } from 'react';
import type { SchemaNode } from '../../model/schema/schema.ts';

export interface Props {
  readonly schema: SchemaNode;
}

/**
 * The type in words, with schema names linked to their pages. A schema shown by its type alone, such as
 * `string (uuid)`, links from that.
 */
export default function SchemaType({ schema }: Props): ReactNode {
  const { type, ref, link } = schema;
  const name = link?.name ?? ref?.name ?? '';
  const href = link?.href ?? ref?.href;
  if (href === undefined || name === '')
    return (
      <span className="ref-type">
        <Breakable>{type}</Breakable>
      </span>
    );
  const at = type.lastIndexOf(name);
  const [start, shown] = at === -1 ? [0, type] : [at, name];
  return (
    <span className="ref-type">
      {type.slice(0, start)}
      <Link to={href}>
        <Breakable>{shown}</Breakable>
      </Link>
      {type.slice(start + shown.length)}
    </span>
  );
}
