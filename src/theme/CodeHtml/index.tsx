import { translate } from '@docusaurus/Translate';
import CopyButton from '@theme/CopyButton';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

export interface Props {
  /** Escaped code with colors, from `highlight` or `highlightCode`. */
  readonly html: string;
}

/** Code with a copy button. The keyboard can scroll what does not fit. */
export default function CodeHtml({ html }: Props): ReactNode {
  return (
    <div className={styles.code}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus. */}
      <pre className={styles.pre} tabIndex={0}>
        <code dangerouslySetInnerHTML={{ __html: html }} />
      </pre>
      <CopyButton what={translate({ id: 'ref.code', message: 'code' })} />
    </div>
  );
}
