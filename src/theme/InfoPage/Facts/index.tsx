import ExternalLink from '@theme/ExternalLink';
import { Fragment, type ReactNode } from 'react';
import type { LinkedFact } from '../../../model/request/security.ts';
import styles from './styles.module.css';

export interface Props {
  /** Facts with a link are rendered as one, the others as code. */
  readonly facts: readonly LinkedFact[];
}

/** Facts with their labels beside them. */
export default function Facts({ facts }: Props): ReactNode {
  return (
    facts.length > 0 && (
      <dl className={styles.facts}>
        {facts.map(({ label, value, href }) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>
              {href ? <ExternalLink href={href}>{value}</ExternalLink> : <code>{value}</code>}
            </dd>
          </Fragment>
        ))}
      </dl>
    )
  );
}
