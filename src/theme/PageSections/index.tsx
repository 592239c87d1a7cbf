import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { useCount, useTextLanguage } from '../../client/app/words.ts';
import styles from './styles.module.css';

export interface Props {
  readonly entries: readonly {
    readonly label: string;
    readonly href: string;
    readonly count?: number;
    /** Whether the label is ours, and so in the language of the page. */
    readonly isOurs?: boolean;
    /** Whether it is a part of the section before it. */
    readonly isBelow?: boolean;
  }[];
  /** Whether the labels are so short that lines above the text are best everywhere. */
  readonly isShort?: boolean;
}

/** Links to the sections of a page: beside it where there is room, otherwise in lines above them. */
export default function PageSections({ entries, isShort }: Props): ReactNode {
  const count = useCount();
  const lang = useTextLanguage();
  return (
    <nav
      className={clsx('ref-sections', styles.contents, !isShort && styles.beside)}
      aria-label={translate({ id: 'ref.contents', message: 'On this page' })}
    >
      <ul>
        {entries.map((entry) => (
          <li key={entry.href} className={clsx(entry.isBelow && styles.below)}>
            <Link to={entry.href} lang={entry.isOurs ? undefined : lang}>
              {entry.label}
            </Link>
            {entry.count !== undefined && <small> {count(entry.count)}</small>}
          </li>
        ))}
      </ul>
    </nav>
  );
}
