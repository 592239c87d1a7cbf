import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';

export interface Props {
  /** The discriminator's property. */
  readonly property?: string;
  readonly values: readonly string[];
  readonly isDefault?: boolean;
}

/** When a choice applies: `When type is card`. */
export default function SchemaChoiceValues({ property, values, isDefault }: Props): ReactNode {
  if (property === undefined || values.length === 0) return null;
  return (
    <div className="ref-quiet">
      <Translate
        id="ref.discriminator"
        values={{
          property: <code>{property}</code>,
          values: values.map((value) => (
            <span key={value}>
              <code>{value}</code>{' '}
            </span>
          )),
        }}
      >
        {'Used when {property} is {values}'}
      </Translate>
      {isDefault && <Translate id="ref.defaultMapping">or any other value, or missing</Translate>}
    </div>
  );
}
