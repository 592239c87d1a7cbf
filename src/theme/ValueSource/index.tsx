import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { ValueSource as Props } from '../../model/page/value-source.ts';

export type { Props };

/** Where readers find the values of a field that identifies something. */
export default function ValueSource({ title, href, property }: Props): ReactNode {
  const operation = <Link to={href}>{title}</Link>;
  return (
    <div className="ref-quiet">
      {property === undefined ? (
        <Translate id="ref.valueSource" values={{ operation }}>
          {'Get values from {operation}'}
        </Translate>
      ) : (
        <Translate id="ref.valueProperty" values={{ operation, property: <code>{property}</code> }}>
          {'Get values from {property} in {operation}'}
        </Translate>
      )}
    </div>
  );
}
