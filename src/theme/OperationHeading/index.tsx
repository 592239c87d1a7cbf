import Breakable from '@theme/Breakable';
import Heading from '@theme/Heading';
import OperationDeprecated from '@theme/OperationDeprecated';
import { Fragment, type ReactNode } from 'react';
import { useOperation } from '../../client/app/page-context.tsx';
import { useTextLanguage } from '../../client/app/words.ts';
import styles from './styles.module.css';

/** The operation's title, and what its author wants readers to know first. */
export default function OperationHeading(): ReactNode {
  const operation = useOperation();
  const lang = useTextLanguage();
  if (!operation) return null;
  const { title, badges } = operation;
  return (
    <div>
      <Heading as="h1" lang={lang}>
        <Breakable>{title}</Breakable>
      </Heading>
      {badges.length > 0 && (
        <div className={styles.badges}>
          {badges.map((badge) => (
            <Fragment key={badge}>
              <b>{badge}</b>{' '}
            </Fragment>
          ))}
        </div>
      )}
      <OperationDeprecated />
    </div>
  );
}
