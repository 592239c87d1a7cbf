import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import ExternalDocs from '@theme/ExternalDocs';
import Facts from '@theme/Facts';
import Markdown from '@theme/Markdown';
import type { ReactNode } from 'react';
import { useCount } from '../../../client/app/words.ts';
import type { InfoPageModel } from '../../../model/page/page.ts';
import styles from './styles.module.css';

export interface Props {
  readonly tags: InfoPageModel['tags'];
}

function Count({ operations }: { readonly operations: number }): ReactNode {
  const count = useCount()(operations);
  return operations === 1
    ? translate({ id: 'site.oneOperation', message: '1 operation' })
    : translate({ id: 'site.countOperations', message: '{count} operations' }, { count });
}

/** A card for each tag of an API. The card's link covers the whole card, except for links in its text. */
export default function TagCards({ tags }: Props): ReactNode {
  return (
    <ul className={styles.cards}>
      {tags.map((tag) => (
        <li key={tag.name}>
          {tag.href ? <Link to={tag.href}>{tag.title}</Link> : <b>{tag.title}</b>}{' '}
          {tag.operations > 0 && (
            <span>
              <Count operations={tag.operations} />
            </span>
          )}
          <Markdown>{tag.description}</Markdown>
          <Facts facts={tag.extensions} />
          {tag.externalDocs && <ExternalDocs {...tag.externalDocs} />}
        </li>
      ))}
    </ul>
  );
}
