import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';

/**
 * Opens or closes every `<details>` in its `data-section`. It is hidden until the script runs, which takes the labels
 * from `data-toggle`, and hides it again if the section has a single `<details>`.
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
