import Link from '@docusaurus/Link';
import Breakable from '@theme/Breakable';
import MethodBadge from '@theme/MethodBadge';
import type { ReactNode } from 'react';
import { pageHref } from '../../../address/address.ts';
import type { OperationModel } from '../../../model/page/page.ts';
import styles from './styles.module.css';

export interface Props {
  readonly operation: OperationModel;
}

/** Method and path of an operation, as a link to its page. */
export default function EmbedEndpoint({ operation }: Props): ReactNode {
  const { page, method, path } = operation;
  return (
    <Link className={styles.endpoint} to={pageHref(page, page.id)}>
      <MethodBadge method={method} />{' '}
      <code>
        <Breakable>{path}</Breakable>
      </code>
    </Link>
  );
}
