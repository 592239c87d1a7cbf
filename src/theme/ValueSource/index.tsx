import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { ValueSource as Props } from '../../model/page/value-source.ts';

export type { Props };

/** Where readers find the values of a field that identifies something. */
export default function ValueSource({ title, href }: Props): ReactNode {
  return (
    <div className="ref-quiet">
      <Translate
        id="ref.valueSource"
        values={{
          operation: <Link to={href}>{title}</Link>,
        }}
      >
        {'Get values from {operation}'}
      </Translate>
    </div>
  );
}
