import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import SchemaLinkNote from '@theme/SchemaLinkNote';
import { Fragment, type ReactNode } from 'react';
import type { SchemaNode } from '../../model/schema/schema.ts';
import { nameText } from '../../model/schema/value-text.ts';

export interface Props {
  readonly schema: SchemaNode;
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
      {link && <SchemaLinkNote link={link} />}
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
