import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';

/**
 * Opens and closes every `<details>` of the `data-section` around it. The style sheet hides it where
 * there is none, and until the script runs, which takes the labels from `data-toggle`.
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
