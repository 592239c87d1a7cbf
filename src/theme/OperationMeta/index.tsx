import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import Breakable from '@theme/Breakable';
import CopyButton from '@theme/CopyButton';
import { Fragment, type ReactNode } from 'react';
import { useOperation } from '../../client/app/page-context.tsx';
import styles from './styles.module.css';

/** The names by which code and other tools know the operation. */
export default function OperationMeta(): ReactNode {
  const { operationId, tags = [] } = useOperation() ?? {};
  if (tags.length === 0 && !operationId) return null;
  return (
    <div className={styles.meta}>
      {tags.map(({ label, href }) => (
        <Fragment key={label}>
          {href ? <Link to={href}>{label}</Link> : <span>{label}</span>}{' '}
        </Fragment>
      ))}
      {operationId && (
        <span>
          <code>
            <Breakable>{operationId}</Breakable>
          </code>{' '}
          <CopyButton
            text={operationId}
            what={translate({ id: 'ref.operationId', message: 'operation ID' })}
          />
        </span>
      )}
    </div>
  );
}
