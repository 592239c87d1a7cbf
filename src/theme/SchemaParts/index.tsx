import Schema from '@theme/Schema';
import type { ReactNode } from 'react';
import type { SchemaPart } from '../../model/schema/schema.ts';
import styles from './styles.module.css';

export interface Props {
  readonly parts: readonly SchemaPart[];
  readonly depth: number;
}

/** Schemas below another that are neither properties nor choices. */
export default function SchemaParts({ parts, depth }: Props): ReactNode {
  return parts.map((part, index) => (
    // An index as key: labels may be the same, and nothing changes places.
    <div key={index} className={styles.part}>
      <b>{part.label}</b> <Schema schema={part.schema} depth={depth} />
    </div>
  ));
}
