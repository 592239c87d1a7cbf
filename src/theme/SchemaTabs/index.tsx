import { translate } from '@docusaurus/Translate';
import PanelTabs from '@theme/PanelTabs';
import type { ReactNode } from 'react';

export interface Props {
  readonly className?: string;
  readonly children?: ReactNode;
}

/** A schema and its examples. */
export default function SchemaTabs({ children }: Props): ReactNode {
  return (
    <PanelTabs look="pill" label={translate({ id: 'ref.view', message: 'View' })}>
      {children}
    </PanelTabs>
  );
}
