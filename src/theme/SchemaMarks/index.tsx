import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { SchemaNode } from '../../model/schema/schema.ts';

export interface Props {
  readonly schema: Pick<SchemaNode, 'badges' | 'history' | 'deprecated' | 'readOnly' | 'writeOnly'>;
}

/** Words about a schema beside its type. */
export default function SchemaMarks({ schema }: Props): ReactNode {
  return (
    <>
      {schema.badges?.map((badge) => (
        <b key={badge}> {badge}</b>
      ))}
      {schema.history?.map((text) => (
        <small key={text} className="ref-news">
          {' '}
          {text}
        </small>
      ))}
      {schema.deprecated && (
        <b>
          {' '}
          <Translate id="ref.deprecated">deprecated</Translate>
        </b>
      )}
      {schema.readOnly && (
        <i>
          {' '}
          <Translate id="ref.readOnly">read-only</Translate>
        </i>
      )}
      {schema.writeOnly && (
        <i>
          {' '}
          <Translate id="ref.writeOnly">write-only</Translate>
        </i>
      )}
    </>
  );
}
