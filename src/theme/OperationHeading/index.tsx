import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import Breakable from '@theme/Breakable';
import CopyButton from '@theme/CopyButton';
import Heading from '@theme/Heading';
import { Fragment, type ReactNode } from 'react';
import { useOperation } from '../../client/app/page-context.tsx';
import { useTextLanguage } from '../../client/app/words.ts';
import type { OperationModel } from '../../model/page/page.ts';
import styles from './styles.module.css';

function Tags({ tags }: Pick<OperationModel, 'tags'>): ReactNode {
  return tags.map(({ label, href }) => (
    <Fragment key={label}>{href ? <Link to={href}>{label}</Link> : <span>{label}</span>} </Fragment>
  ));
}

/** The operation's title, and its id for code. */
export default function OperationHeading(): ReactNode {
  const operation = useOperation();
  const lang = useTextLanguage();
  if (!operation) return null;
  const { title, deprecated, badges, operationId, tags } = operation;
  return (
    <div>
      <Heading as="h1" lang={lang}>
        <Breakable>{title}</Breakable>
      </Heading>
      <div className={styles.line}>
        {deprecated && (
          <b>
            <Translate id="ref.deprecatedBadge">Deprecated</Translate>
          </b>
        )}{' '}
        {badges.map((badge) => (
          <Fragment key={badge}>
            <b>{badge}</b>{' '}
          </Fragment>
        ))}
        <Tags tags={tags} />
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
    </div>
  );
}
