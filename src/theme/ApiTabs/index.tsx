import { translate } from '@docusaurus/Translate';
import PanelTabs from '@theme/PanelTabs';
import type { ReactNode } from 'react';

export interface Props {
  readonly label?: string;
  readonly id?: string;
  /** A `TabItem` for each status. */
  readonly children?: ReactNode;
}

/** The responses of an operation, a tab for each status. */
export default function ApiTabs({ label, children }: Props): ReactNode {
  return (
    <PanelTabs look="line" label={label ?? translate({ id: 'ref.status', message: 'Status' })}>
      {children}
    </PanelTabs>
  );
}
