import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import Breakable from '@theme/Breakable';
import MethodBadge from '@theme/MethodBadge';
import type { ReactNode } from 'react';
import { useTextLanguage } from '../../client/app/words.ts';
import type { LinkedPage } from '../../model/page/page.ts';
import styles from './styles.module.css';

export interface Props {
  readonly operations: readonly LinkedPage[];
}

/** Operations, one per row: method, title and path, and what the description adds to the title. */
export default function OperationList({ operations }: Props): ReactNode {
  const lang = useTextLanguage();
  return (
    <ul className={styles.list}>
      {operations.map((operation) => (
        <li key={operation.id}>
          {/* The spaces separate words in the text content, which the search indexes. */}
          <MethodBadge method={operation.method ?? ''} />{' '}
          <span>
            <Link to={operation.href} lang={lang}>
              {operation.title}
            </Link>{' '}
            {operation.deprecated && (
              <em>{translate({ id: 'site.deprecated', message: 'deprecated' })}</em>
            )}
          </span>{' '}
          {operation.path && (
            <code>
              <Breakable>{operation.path}</Breakable>
            </code>
          )}{' '}
          {operation.description && <small lang={lang}>{operation.description}</small>}
        </li>
      ))}
    </ul>
  );
}
