import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import Breakable from '@theme/Breakable';
import CommaList from '@theme/CommaList';
import CopyButton from '@theme/CopyButton';
import { Fragment, type ReactNode } from 'react';
import { useOperation } from '../../client/app/page-context.tsx';
import styles from './styles.module.css';

/** The tags of the operation, and the name by which code and other tools know it. */
export default function OperationMeta(): ReactNode {
  const { operationId, tags = [] } = useOperation() ?? {};
  if (tags.length === 0 && !operationId) return null;
  return (
    <div className={styles.meta}>
      {tags.length > 0 && (
        <span>
          {tags.length === 1
            ? translate({ id: 'ref.tag', message: 'Tag' })
            : translate({ id: 'ref.tags', message: 'Tags' })}{' '}
          <CommaList>
            {tags.map(({ label, href }) =>
              href ? (
                <Link key={label} to={href}>
                  {label}
                </Link>
              ) : (
                <Fragment key={label}>{label}</Fragment>
              ),
            )}
          </CommaList>
        </span>
      )}{' '}
      {operationId && (
        <span>
          {translate({ id: 'ref.meta.operationId', message: 'Operation ID' })}{' '}
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
