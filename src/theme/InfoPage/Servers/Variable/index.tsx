import { translate } from '@docusaurus/Translate';
import Markdown from '@theme/Markdown';
import Value from '@theme/Value';
import type { ReactNode } from 'react';
import type { ServerModel } from '../../../../model/page/page.ts';
import styles from './styles.module.css';

export interface Props {
  readonly variable: ServerModel['variables'][number];
}

/** A variable of a server URL, OpenAPI 3.1 section 4.8.6. */
export default function Variable({ variable }: Props): ReactNode {
  return (
    <div className={styles.variable}>
      <code>{`{${variable.name}}`}</code>
      {variable.default !== undefined && (
        <>
          {' '}
          {translate({ id: 'site.default', message: 'default' })} <Value>{variable.default}</Value>
        </>
      )}
      {variable.enum.length > 0 && (
        <>
          {', '}
          {translate({ id: 'site.oneOf', message: 'one of' })}{' '}
          {variable.enum.map((value) => (
            <span key={value}>
              <Value>{value}</Value>{' '}
            </span>
          ))}
        </>
      )}
      <Markdown>{variable.description}</Markdown>
    </div>
  );
}
