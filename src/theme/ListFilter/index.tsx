import { translate } from '@docusaurus/Translate';
import FilterField from '@theme/FilterField';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

/** A field that narrows the list of the page, which is in an element of the class `ref-filtered`: see `client/app/filter.ts`. */
export default function ListFilter(): ReactNode {
  return (
    <FilterField
      className={styles.filter}
      label={translate({ id: 'site.filter', message: 'Filter this list' })}
      none={translate({
        id: 'site.filter.none',
        message: 'Nothing in this list matches “{query}”.',
        description: 'What the filter of a list says; the braces are replaced later',
      })}
      attributes={{ 'data-filter': '.ref-filtered' }}
    />
  );
}
