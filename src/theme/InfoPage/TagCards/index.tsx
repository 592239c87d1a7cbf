import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import ExternalDocs from '@theme/ExternalDocs';
import Facts from '@theme/Facts';
import Heading from '@theme/Heading';
import Markdown from '@theme/Markdown';
import { Fragment, type ReactNode } from 'react';
import { useOperationCount, useTextLanguage } from '../../../client/app/words.ts';
import type { InfoPageModel, TagEntry } from '../../../model/page/page.ts';
import styles from './styles.module.css';

export interface Props {
  readonly groups: InfoPageModel['tagGroups'];
}

/** A card for each tag of an API, in the groups that the document has. */
export default function TagCards({ groups }: Props): ReactNode {
  const lang = useTextLanguage();
  return (
    groups.length > 0 && (
      <>
        <Heading as="h2" id="operations">
          {translate({ id: 'site.resources', message: 'Resources' })}
        </Heading>
        {groups.map(({ name, isOurs, anchor, tags }) => (
          <Fragment key={anchor}>
            {name !== undefined && (
              <Heading as="h3" id={anchor} lang={isOurs ? undefined : lang}>
                {name}
              </Heading>
            )}
            <ul className={styles.cards}>
              {tags.map((tag) => (
                <Card key={tag.name} tag={tag} />
              ))}
            </ul>
          </Fragment>
        ))}
      </>
    )
  );
}

/** The card's link covers the whole card, except for links in its text. */
function Card({ tag }: { readonly tag: TagEntry }): ReactNode {
  const language = useTextLanguage();
  const lang = tag.isOurs ? undefined : language;
  const count = useOperationCount()(tag.operations);
  return (
    <li>
      {tag.href ? (
        <Link to={tag.href} lang={lang}>
          {tag.title}
        </Link>
      ) : (
        <b lang={lang}>{tag.title}</b>
      )}{' '}
      {tag.operations > 0 && <span>{count}</span>}
      <Markdown>{tag.description}</Markdown>
      <Facts facts={tag.extensions} />
      {tag.externalDocs && <ExternalDocs {...tag.externalDocs} />}
    </li>
  );
}
