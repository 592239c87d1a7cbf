import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import Breakable from '@theme/Breakable';
import Heading from '@theme/Heading';
import UsedByOperations from '@theme/SchemaPage/UsedBy/Operations';
import type { ReactNode } from 'react';
import type { SchemaPageModel } from '../../../model/page/page.ts';
import styles from './styles.module.css';

export interface Props {
  readonly operations: SchemaPageModel['usedBy'];
  readonly schemas: SchemaPageModel['usedBySchemas'];
}

/** The operations that reach a schema, and the schemas that refer to it. */
export default function UsedBy({ operations, schemas }: Props): ReactNode {
  return (
    <>
      {operations.length > 0 && (
        <>
          <Heading as="h2" id="used-by">
            {translate({ id: 'site.usedBy', message: 'Used by operations' })}
          </Heading>
          <UsedByOperations operations={operations} />
        </>
      )}
      {schemas.length > 0 && (
        <>
          <Heading as="h2" id="used-by-schemas">
            {translate({ id: 'site.usedBySchemas', message: 'Used by schemas' })}
          </Heading>
          <ul className={styles.schemas}>
            {schemas.map((schema) => (
              <li key={schema.id}>
                <Link to={schema.href}>
                  <Breakable>{schema.title}</Breakable>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
