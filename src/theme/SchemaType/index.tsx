import Link from '@docusaurus/Link';
import Breakable from '@theme/Breakable';
import type { ReactNode } from 'react';
import type { SchemaNode } from '../../model/schema/schema.ts';

export interface Props {
  readonly schema: SchemaNode;
}

/**
 * The type in words, with schema names linked to their pages. The name of a string or number comes after its type:
 * `string UserTypeEnum`, `array of string (uuid) Id`.
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
  const [before, after] =
    at === -1 ? [`${type} `, ''] : [type.slice(0, at), type.slice(at + name.length)];
  return (
    <span className="ref-type">
      {before}
      <Link to={href}>
        <Breakable>{name}</Breakable>
      </Link>
      {after}
    </span>
  );
}
