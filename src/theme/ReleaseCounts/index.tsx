import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { useCount } from '../../client/app/words.ts';
import { CHANGE_GROUPS, type ChangeGroup } from '../../model/page/change-groups.ts';

import styles from './styles.module.css';

export interface Props {
  readonly counts: { readonly [group in ChangeGroup]?: number };
}

/** How many changes of each kind there are in a version. */
export default function ReleaseCounts({ counts }: Props): ReactNode {
  const count = useCount();
  const texts: Readonly<Record<ChangeGroup, (number: string) => string>> = {
    breaking: (number) =>
      translate({ id: 'ref.count.breaking', message: '{number} breaking' }, { number }),
    deprecated: (number) =>
      translate({ id: 'ref.count.deprecated', message: '{number} deprecated' }, { number }),
    removed: (number) =>
      translate({ id: 'ref.count.removed', message: '{number} removed' }, { number }),
    added: (number) => translate({ id: 'ref.count.added', message: '{number} added' }, { number }),
    changed: (number) =>
      translate({ id: 'ref.count.changed', message: '{number} changed' }, { number }),
    texts: (number) =>
      translate({ id: 'ref.count.texts', message: '{number} in texts' }, { number }),
  };
  const shown = CHANGE_GROUPS.filter((group) => (counts[group] ?? 0) > 0);
  if (shown.length === 0)
    return (
      <p className="ref-quiet">
        {translate({ id: 'ref.noChanges', message: 'The API did not change.' })}
      </p>
    );
  return (
    <ul className={styles.counts}>
      {shown.map((group) => (
        <li key={group} className={group === 'breaking' ? styles.breaking : undefined}>
          {texts[group](count(counts[group] ?? 0))}
        </li>
      ))}
    </ul>
  );
}
