import { translate } from '@docusaurus/Translate';
import CopyButton from '@theme/CopyButton';
import type { ReactNode } from 'react';
import { highlight } from '../../model/highlight.ts';
import styles from './styles.module.css';

export interface Props {
  readonly code: string;
  readonly language: string;
}

/** Highlighted code with a copy button. A keyboard can scroll what does not fit. */
export default function Code({ code, language }: Props): ReactNode {
  const html = { __html: highlight(code, language) };
  return (
    <div className={styles.code}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus. */}
      <pre className={styles.pre} tabIndex={0}>
        {/* highlight escapes the code. */}
        <code dangerouslySetInnerHTML={html} />
      </pre>
      <CopyButton what={translate({ id: 'ref.code', message: 'code' })} />
    </div>
  );
}
