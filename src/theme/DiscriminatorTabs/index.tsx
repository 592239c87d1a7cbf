import { translate } from '@docusaurus/Translate';
import FilterField from '@theme/FilterField';
import PanelTabs from '@theme/PanelTabs';
import { Children, type ReactNode } from 'react';

export interface Props {
  readonly className?: string;
  readonly children?: ReactNode;
}

/** More than these are a list that a field narrows, with the script `client/app/tab-filter.ts`. */
export const FEW = 8;

/** The choices of a `oneOf` or `anyOf`. */
export default function DiscriminatorTabs({ children }: Props): ReactNode {
  const label = translate({ id: 'ref.choice', message: 'Variant' });
  const count = Children.count(children);
  if (count <= FEW)
    return (
      <PanelTabs look="pill" label={label}>
        {children}
      </PanelTabs>
    );
  const hint = translate({ id: 'ref.filter', message: 'Filter {count} types' }, { count });
  return (
    <>
      <FilterField
        label={hint}
        none={translate({
          id: 'ref.filter.none',
          message: 'No type matches “{query}”.',
          description: 'What the filter of a list of types says; the braces are replaced later',
        })}
        attributes={{ 'data-narrow': '' }}
      />
      <PanelTabs look="many" label={label}>
        {children}
      </PanelTabs>
    </>
  );
}
