import { translate } from '@docusaurus/Translate';
import Breakable from '@theme/Breakable';
import type { ReactNode } from 'react';
import type { ChangeLine } from '../../model/page/change.ts';
import styles from './styles.module.css';

export interface Props {
  readonly lines: readonly ChangeLine[];
  /** Whether a heading says already that they are breaking. */
  readonly isBreaking?: boolean;
}

/** Changes, one per line: what happened, to what, where, and the values before and after. */
export default function ChangeLines({ lines, isBreaking = false }: Props): ReactNode {
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={Object.values(line).join('\n')} id={line.id} className={styles[line.tone]}>
          <b>{line.verb}</b> <Thing {...line} />
          {line.at !== undefined && <Code>{line.at}</Code>}
          {line.name !== undefined && <Code>{line.name}</Code>}
          <Values {...line} />
          {line.in !== undefined && <small>{line.in} </small>}
          {line.level === 'breaking' && !isBreaking && (
            <strong>{translate({ id: 'ref.level.breaking', message: 'breaking' })}</strong>
          )}
          {line.level === 'warning' && (
            <em>{translate({ id: 'ref.level.warning', message: 'may break clients' })}</em>
          )}
        </li>
      ))}
    </ul>
  );
}

function Thing({ thing, isKeyword }: ChangeLine): ReactNode {
  return isKeyword ? <Code>{thing}</Code> : `${thing} `;
}

/** With a space after it: the text content is searched. */
function Code({ children }: { readonly children: string }): ReactNode {
  return (
    <>
      <code>
        <Breakable>{children}</Breakable>
      </code>{' '}
    </>
  );
}

function Values({ before, after }: ChangeLine): ReactNode {
  if (before === undefined && after === undefined) return null;
  return (
    <span className={styles.values}>
      {before !== undefined && <del>{before}</del>}
      {before !== undefined && after !== undefined && ' → '}
      {after !== undefined && <ins>{after}</ins>}{' '}
    </span>
  );
}
