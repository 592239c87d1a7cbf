import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';

/** Shown with an example that is cut or omitted. */
export default function CutNote(): ReactNode {
  return (
    <p className="ref-quiet">
      <Translate id="ref.example.cut">
        This example is cut off: in full, it is too large for this page.
      </Translate>
    </p>
  );
}
