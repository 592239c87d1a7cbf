import { translate } from '@docusaurus/Translate';
import PanelTabs from '@theme/PanelTabs';
import type { ReactNode } from 'react';

export interface Props {
  readonly className?: string;
  readonly children?: ReactNode;
}

/** Variants of an operation. */
export default function OperationTabs({ children }: Props): ReactNode {
  return (
    <PanelTabs look="pill" label={translate({ id: 'ref.operation', message: 'Operation' })}>
      {children}
    </PanelTabs>
  );
}
