import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

export interface Props {
  readonly required: boolean;
}

/** The word that a reader scans for; nothing if the value is optional. */
export default function RequiredMark({ required }: Props): ReactNode {
  return (
    required && (
      <b className={styles.mark}>{` ${translate({ id: 'ref.required', message: 'required' })}`}</b>
    )
  );
}
