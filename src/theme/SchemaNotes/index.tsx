import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import { Fragment, type ReactNode } from 'react';
import type { SchemaLink, SchemaNode } from '../../model/schema/schema.ts';
import { nameText } from '../../model/schema/value-text.ts';

export interface Props {
  readonly schema: SchemaNode;
}

function linkNote(reason: SchemaLink['reason']): string {
  const notes: Readonly<Record<SchemaLink['reason'], string>> = {
    recursive: translate({
      id: 'ref.recursive',
      message: 'Recursive: the same fields again.',
    }),
    repeated: translate({
      id: 'ref.repeated',
      message: 'Its fields are listed elsewhere in this section.',
    }),
    deep: translate({ id: 'ref.deep', message: "See the schema's page for its fields." }),
  };
  return notes[reason];
}

/** What is merged in here and what is not shown, with the reason. */
export default function SchemaNotes({
  schema: { link, omitted, bases, isAlias, partTitles },
}: Props): ReactNode {
  return (
    <>
      {bases.length + partTitles.length > 0 && (
        <div className="ref-quiet">
          {isAlias ? (
            <Translate id="ref.sameAs">Same as:</Translate>
          ) : (
            <Translate id="ref.bases">Includes all of:</Translate>
          )}
          {bases.map(({ name, href }, index) => (
            <Fragment key={name}>
              {index > 0 ? ', ' : ' '}
              {href ? <Link to={href}>{name}</Link> : <code>{name}</code>}
            </Fragment>
          ))}
          {partTitles.map((title, index) => (
            <Fragment key={title}>
              {index + bases.length > 0 ? ', ' : ' '}
              {title}
            </Fragment>
          ))}
        </div>
      )}
      {link && <div className="ref-quiet">{linkNote(link.reason)}</div>}
      {omitted.length > 0 && (
        <div className="ref-quiet">
          <Translate id="ref.omitted">Not part of this message:</Translate>
          {omitted.map((name) => (
            <span key={name}>
              {' '}
              <code>{nameText(name)}</code>
            </span>
          ))}
        </div>
      )}
    </>
  );
}
