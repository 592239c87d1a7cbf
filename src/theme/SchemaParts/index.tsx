import SchemaBody from '@theme/SchemaBody';
import type { ReactNode } from 'react';
import type { SchemaPart } from '../../model/schema/schema.ts';
import styles from './styles.module.css';

export interface Props {
  readonly parts: readonly SchemaPart[];
  readonly depth: number;
}

/** Subschemas that are neither properties nor choices. */
export default function SchemaParts({ parts, depth }: Props): ReactNode {
  return parts.map((part, index) => (
    // The index is the key: labels may repeat, and the order never changes.
    <div key={index} className={styles.part}>
      <b>{part.label}</b> <SchemaBody schema={part.schema} depth={depth} />
    </div>
  ));
}
