import type { ReactNode } from 'react';
import styles from './styles.module.css';

export interface Props {
  readonly title: string;
  /** Comes after the title, in muted style. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a card that can be opened. */
export default function EmbedFold({ title, note, children }: Props): ReactNode {
  return (
    <details className={styles.fold}>
      <summary>
        {title} {note !== undefined && <span className="ref-type">{note}</span>}
      </summary>
      {children}
    </details>
  );
}
