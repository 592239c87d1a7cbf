import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import Breakable from '@theme/Breakable';
import Schema from '@theme/Schema';
import type { ReactNode } from 'react';
import { pageHref } from '../../../model/href.ts';
import type { SchemaPageModel } from '../../../model/page.ts';
import styles from '../styles.module.css';

export interface Props {
  readonly page: SchemaPageModel;
}

/** The fields of a schema; what is inside of them is folded. */
export default function EmbedSchema({ page: { page, title, schema } }: Props): ReactNode {
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        <div className={styles.title}>
          <Link to={pageHref(page.api, page.id)}>
            <Breakable>{title}</Breakable>
          </Link>
          <span className="ref-type">{translate({ id: 'site.schema', message: 'Schema' })}</span>
        </div>
        <Schema schema={schema} depth={1} name={title} />
      </div>
    </div>
  );
}
