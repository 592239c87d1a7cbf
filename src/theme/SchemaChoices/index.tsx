import { translate } from '@docusaurus/Translate';
import DiscriminatorTabs from '@theme/DiscriminatorTabs';
import SchemaBody from '@theme/SchemaBody';
import SchemaChoiceValues from '@theme/SchemaChoiceValues';
import TabItem from '@theme/TabItem';
import type { ReactNode } from 'react';
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
  return (
    <div className="ref-choices">
      <span className="ref-quiet">{titleOf(choices.kind, choices.options.length)}</span>
      <DiscriminatorTabs>
        {choices.options.map((option) => (
          <TabItem
            key={option.anchor}
            value={option.anchor}
            label={option.label}
            attributes={{ id: option.anchor }}
          >
            <SchemaChoiceValues
              property={choices.discriminator}
              values={option.values}
              isDefault={option.isDefault}
            />
            <SchemaBody schema={option.schema} depth={depth} name={option.label} />
          </TabItem>
        ))}
      </DiscriminatorTabs>
    </div>
  );
}
