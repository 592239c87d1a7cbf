import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import type { ReactNode } from 'react';
import { useCount, useTextLanguage } from '../../../client/app/words.ts';
import type { InfoPageModel } from '../../../model/page/page.ts';
import styles from './styles.module.css';

export interface Props {
  /** Those with pages. */
  readonly groups: InfoPageModel['tagGroups'];
  /** Path of the info page. */
  readonly reference: string;
}

/** A map of the API: its tags, in the groups that the document has, and how many operations each has. */
export default function Resources({ groups, reference }: Props): ReactNode {
  const count = useCount();
  const lang = useTextLanguage();
  return (
    groups.length > 0 && (
      <>
        <Heading as="h2" id="operations">
          {translate({ id: 'site.whatItHolds', message: "What's in this API" })}
        </Heading>
        <div className={styles.groups}>
          {groups.map(({ name, anchor, tags }) => (
            <section key={anchor}>
              {name !== undefined && (
                <Heading as="h3" lang={lang}>
                  {name}
                </Heading>
              )}
              <ul>
                {tags.map(({ name: tag, title, href = '', operations }) => (
                  <li key={tag}>
                    <Link to={href} lang={lang}>
                      {title}
                    </Link>{' '}
                    <small>{count(operations)}</small>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
        <p>
          <Link to={reference}>
            {translate({ id: 'site.allOfReference', message: 'Browse the full reference' })}
          </Link>
        </p>
      </>
    )
  );
}
