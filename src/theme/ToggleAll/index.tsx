import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';

/**
 * Opens and closes every `<details>` of the `data-section` around it. The style sheet hides it where
 * there is none, and until the script runs.
 */
export default function ToggleAll(): ReactNode {
  return (
    <button
      type="button"
      className="ref-button"
      data-toggle={translate({ id: 'ref.collapseAll', message: 'Collapse all' })}
    >
      {translate({ id: 'ref.expandAll', message: 'Expand all' })}
    </button>
  );
}
