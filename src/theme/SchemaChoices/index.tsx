import { translate } from '@docusaurus/Translate';
import ChoiceExample from '@theme/ChoiceExample';
import DiscriminatorTabs, { FEW } from '@theme/DiscriminatorTabs';
import SchemaBody from '@theme/SchemaBody';
import SchemaChoiceLabel from '@theme/SchemaChoiceLabel';
import SchemaChoiceTab from '@theme/SchemaChoiceTab';
import SchemaChoiceValues from '@theme/SchemaChoiceValues';
import type { ReactNode } from 'react';
import { apart } from '../../model/schema/affixes.ts';
import type { SchemaNode } from '../../model/schema/schema.ts';

export interface Props {
  readonly schema: SchemaNode;
  readonly depth: number;
}

function titleOf(kind: 'oneOf' | 'anyOf', count: number): string {
  return kind === 'oneOf'
    ? translate({ id: 'ref.oneOf', message: 'One of {count} types:' }, { count })
    : translate({ id: 'ref.anyOf', message: 'Any of {count} types:' }, { count });
}

/** The choices of a `oneOf` or `anyOf`, a tab for each. */
export default function SchemaChoices({ schema: { choices }, depth }: Props): ReactNode {
  if (!choices) return null;
  const { options } = choices;
  const names = options.length > FEW ? apart(options.map(({ label }) => label)) : [];
  return (
    <div className="ref-choices">
      <span className="ref-quiet">{titleOf(choices.kind, options.length)}</span>
      <DiscriminatorTabs>
        {options.map((option, index) => (
          <SchemaChoiceTab
            key={option.anchor}
            value={option.label}
            label={
              names[index] ? (
                <SchemaChoiceLabel name={names[index]} value={option.values[0]} />
              ) : (
                option.label
              )
            }
            attributes={{ id: option.anchor }}
          >
            <ChoiceExample choice={option}>
              <SchemaChoiceValues
                property={choices.discriminator}
                values={option.values}
                isDefault={option.isDefault}
              />
              <SchemaBody schema={option.schema} depth={depth} name={option.label} />
            </ChoiceExample>
          </SchemaChoiceTab>
        ))}
      </DiscriminatorTabs>
    </div>
  );
}
