import { translate } from '@docusaurus/Translate';
import PanelTabs from '@theme/PanelTabs';
import type { ReactNode } from 'react';

export interface Props {
  readonly className?: string;
  readonly children?: ReactNode;
}

/** The choices of a `oneOf` or `anyOf`. */
export default function DiscriminatorTabs({ children }: Props): ReactNode {
  return (
    <PanelTabs look="pill" label={translate({ id: 'ref.choice', message: 'Variant' })}>
      {children}
    </PanelTabs>
  );
}
