import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import usePageGuides from '@reference/page-guides';
import Breakable from '@theme/Breakable';
import CommaList from '@theme/CommaList';
import CopyButton from '@theme/CopyButton';
import { Fragment, type ReactNode } from 'react';
import { pagePath } from '../../address/address.ts';
import { useOperation } from '../../client/app/page-context.tsx';
import type { PageGuide } from '../../client/app/page-guides.ts';
import styles from './styles.module.css';

/** The tags of the operation, the name by which code and other tools know it, and the guides that use it. */
export default function OperationMeta(): ReactNode {
  const { page, operationId, tags = [] } = useOperation() ?? {};
  const guides: readonly PageGuide[] = usePageGuides(page ? pagePath(page, page.id) : '');
  if (tags.length === 0 && !operationId && guides.length === 0) return null;
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
      {guides.length > 0 && (
        <span>
          {translate({
            id: 'ref.meta.guides',
            message: 'Guides',
            description: 'Label of the guides that use an operation, on its page',
          })}{' '}
          <CommaList>
            {guides.map(({ href, title }) => (
              <Link key={href} to={href}>
                {title}
              </Link>
            ))}
          </CommaList>
        </span>
      )}
    </div>
  );
}
