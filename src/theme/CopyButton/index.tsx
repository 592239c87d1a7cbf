import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';

export interface Props {
  /** What is copied; defaults to the code beside the button. */
  readonly text?: string;
  /** Name of the copied text for screen readers: `path`. */
  readonly what: string;
}

/** Shown only once the script runs, which does the copying (client/page/upgrade.ts). */
export default function CopyButton({ text = '', what }: Props): ReactNode {
  return (
    <button
      type="button"
      className="ref-button"
      data-copy={text}
      data-done={translate({ id: 'ref.copied', message: 'Copied' })}
      aria-label={translate({ id: 'ref.copyWhat', message: 'Copy {what}' }, { what })}
    >
      {translate({ id: 'ref.copy', message: 'Copy' })}
    </button>
  );
}
