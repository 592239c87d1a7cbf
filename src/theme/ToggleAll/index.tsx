import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';

/**
 * Opens and closes every `<details>` in its `data-section`. The style sheet hides it until the script
 * runs, which reads the labels from `data-toggle` and hides it again if there is only one.
 */
export default function ToggleAll(): ReactNode {
  const expand = translate({ id: 'ref.expandAll', message: 'Expand all' });
  const collapse = translate({ id: 'ref.collapseAll', message: 'Collapse all' });
  return (
    <button type="button" className="ref-button" data-toggle={`${expand}|${collapse}`}>
      {expand}
    </button>
  );
}
