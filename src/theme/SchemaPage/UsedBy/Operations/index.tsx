import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import MethodBadge from '@theme/MethodBadge';
import type { ReactNode } from 'react';
import { useCount } from '../../../../client/app/words.ts';
import type { SchemaPageModel } from '../../../../model/page/page.ts';
import styles from './styles.module.css';

export interface Props {
  readonly operations: SchemaPageModel['usedBy'];
}

/** Longer lists are collapsed: an error schema may be used by a thousand operations. */
const SHOWN = 25;

function whereOf({ request, response }: SchemaPageModel['usedBy'][number]): string {
  if (request && response) return translate({ id: 'site.inBoth', message: 'request and response' });
  return request
    ? translate({ id: 'site.inRequest', message: 'request' })
    : translate({ id: 'site.inResponse', message: 'response' });
}

/** Operations, one per line, and whether each uses the schema in its request or a response. */
export default function UsedByOperations({ operations }: Props): ReactNode {
  const list = (part: Props['operations']) => (
    <ul className={styles.list}>
      {part.map((operation) => (
        <li key={operation.id}>
          <MethodBadge method={operation.method ?? ''} />{' '}
          <Link to={operation.href}>{operation.title}</Link> <small>{whereOf(operation)}</small>
        </li>
      ))}
    </ul>
  );
  const more = operations.length - SHOWN;
  const count = useCount()(more);
  return (
    <>
      {list(operations.slice(0, SHOWN))}
      {more > 0 && (
        <details>
          <summary>
            {translate({ id: 'site.countMore', message: '{count} more' }, { count })}
          </summary>
          {list(operations.slice(SHOWN))}
        </details>
      )}
    </>
  );
}
