import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { SchemaNode } from '../../model/schema/schema.ts';

export interface Props {
  readonly schema: Pick<SchemaNode, 'badges' | 'deprecated' | 'readOnly' | 'writeOnly'>;
}

/** Words about a schema beside its type. */
export default function SchemaMarks({ schema }: Props): ReactNode {
  return (
    <>
      {schema.badges?.map((badge) => (
        <b key={badge}> {badge}</b>
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
