import Link from '@docusaurus/Link';
import Breakable from '@theme/Breakable';
import SchemaShape from '@theme/SchemaShape';
import type { ReactNode } from 'react';
import { useTextLanguage } from '../../client/app/words.ts';
import type { SchemaEntry } from '../../model/page/page.ts';
import styles from './styles.module.css';

export interface Props {
  readonly schemas: readonly SchemaEntry[];
}

/** Schemas, one per row: name, what it is, how many operations use it, and below it those derived from it. */
export default function SchemaLinks({ schemas }: Props): ReactNode {
  const lang = useTextLanguage();
  return (
    <ul className={styles.list} data-pagefind-ignore="">
      {schemas.map(({ derived, ...schema }) => (
        <li key={schema.id}>
          <Link to={schema.href} lang={lang}>
            <Breakable>{schema.title}</Breakable>
          </Link>{' '}
          <SchemaShape schema={schema} />
          {schema.description && (
            <small className={styles.below} lang={lang}>
              {schema.description}
            </small>
          )}
          {derived.length > 0 && (
            <ul className={styles.below}>
              {derived.map((one) => (
                <li key={one.id}>
                  <Link to={one.href} lang={lang}>
                    <Breakable>{one.title}</Breakable>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
