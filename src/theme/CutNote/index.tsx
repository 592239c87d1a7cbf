import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';

/** Said of an example that is shown in part or not at all. */
export default function CutNote(): ReactNode {
  return (
    <p className="ref-quiet">
      <Translate id="ref.example.cut">
        This example is cut off: in full, it is too large for this page.
      </Translate>
    </p>
  );
}
