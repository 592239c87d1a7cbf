import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { SchemaLink } from '../../model/schema/schema.ts';
import { nameText } from '../../model/schema/value-text.ts';

export interface Props {
  readonly link: SchemaLink;
}

/** A link to the fields: to where they are in this section, or else to the page of the schema. */
function Target({ link: { name, href, reason, shown } }: Props): ReactNode {
  if (shown) {
    const trail = reason === 'repeated' ? shown.trail.map(nameText).join(' › ') : '';
    return <a href={`#${encodeURIComponent(shown.id)}`}>{trail || name}</a>;
  }
  return href ? <Link to={href}>{name}</Link> : <code>{name}</code>;
}

/** Where the fields of a schema are that is not shown here. */
export default function SchemaLinkNote({ link }: Props): ReactNode {
  const values = { name: <Target key="name" link={link} /> };
  const notes = {
    recursive: (
      <Translate id="ref.recursive" values={values}>
        {'Recursive: same fields as {name}'}
      </Translate>
    ),
    repeated: (
      <Translate id="ref.repeated" values={values}>
        {'Same fields as {name}'}
      </Translate>
    ),
    deep: (
      <Translate id="ref.deep" values={values}>
        {'See {name} for its fields'}
      </Translate>
    ),
  };
  return <div className="ref-quiet">{notes[link.reason]}</div>;
}
