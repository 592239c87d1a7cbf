import ExternalLink from '@theme/ExternalLink';
import { Children, type ReactNode } from 'react';
import type { Constraint } from '../../model/schema/schema.ts';
import styles from './styles.module.css';

export interface Props {
  readonly facts: readonly (Constraint & { readonly href?: string })[];
  /** Further facts, each a `<span>`. */
  readonly children?: ReactNode;
}

/** Muted chips in a line: `min length 1`. */
export default function Facts({ facts, children }: Props): ReactNode {
  if (facts.length === 0 && Children.toArray(children).length === 0) return null;
  return (
    <div className={styles.facts}>
      {facts.map(({ label, value, href }) => (
        <span key={`${label} ${value}`}>
          {label}
          {value !== undefined && ' '}
          {href !== undefined ? (
            <ExternalLink href={href}>{value}</ExternalLink>
          ) : (
            value !== undefined && <code>{value}</code>
          )}
        </span>
      ))}
      {children}
    </div>
  );
}
