import Translate, { translate } from '@docusaurus/Translate';
import Markdown from '@theme/Markdown';
import Value from '@theme/Value';
import type { ReactNode } from 'react';
import { useCount } from '../../client/app/words.ts';
import { keyOf } from '../../json/decimal.ts';
import type { EnumValue } from '../../model/schema/schema.ts';
import styles from './styles.module.css';

export interface Props {
  readonly values: readonly EnumValue[];
}

/** Longer lists of values are collapsed. */
const MANY = 24;

function Values({ values }: Props): ReactNode {
  if (!values.some((entry) => entry.description))
    return values.map((entry) => <Value key={keyOf(entry.value)}>{entry.value}</Value>);
  return (
    <ul className={styles.described}>
      {values.map((entry) => (
        <li key={keyOf(entry.value)}>
          <Value>{entry.value}</Value>
          {entry.description && <Markdown>{entry.description}</Markdown>}
        </li>
      ))}
    </ul>
  );
}

/** The allowed values. */
export default function SchemaEnum({ values }: Props): ReactNode {
  const inWords = useCount();
  if (values.length === 0) return null;
  if (values.length > MANY)
    return (
      <details className="ref-fold">
        <summary>
          {translate(
            { id: 'ref.enumCount', message: '{count} allowed values' },
            { count: inWords(values.length) },
          )}
        </summary>
        <div className={styles.values}>
          <Values values={values} />
        </div>
      </details>
    );
  return (
    <div className={styles.values}>
      <span>
        <Translate id="ref.enum">allowed</Translate>
      </span>{' '}
      <Values values={values} />
    </div>
  );
}
