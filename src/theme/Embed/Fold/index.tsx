import type { ReactNode } from 'react';
import styles from './styles.module.css';

export interface Props {
  readonly title: string;
  /** Stands behind the title, quieter. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a card that opens. */
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
