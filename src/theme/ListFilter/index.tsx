import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

/** A field that narrows the list of the page, which is in an element of the class `ref-filtered`: see `client/app/filter.ts`. */
export default function ListFilter(): ReactNode {
  const label = translate({ id: 'site.filter', message: 'Filter this list' });
  return (
    <p className={styles.filter}>
      <input type="search" data-filter=".ref-filtered" aria-label={label} placeholder={label} />{' '}
      <output className="ref-quiet" />
    </p>
  );
}
