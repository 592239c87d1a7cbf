import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import ApiImage from '@theme/Home/ApiImage';
import ListFilter from '@theme/ListFilter';
import type { ReactNode } from 'react';
import {
  APIS_OF_A_PART,
  folderOf,
  listParts,
  listPath,
  pageHref,
} from '../../../address/address.ts';
import { apiGroups, cardsOf } from '../../../client/app/api-cards.ts';
import type { SiteApi } from '../../../client/app/site-data.ts';
import { useTextLanguage } from '../../../client/app/words.ts';
import styles from './styles.module.css';

export interface Props {
  readonly apis: readonly SiteApi[];
  /** Of the headings of groups. */
  readonly level?: 'h2' | 'h3';
  /** The page of their list, from 1; absent on pages that only begin with the list. */
  readonly part?: number | undefined;
}

/** A card for each API of the site, by groups, with a filter if there are many; a hint if there is none yet. */
export default function HomeApis({ apis, level = 'h2', part }: Props): ReactNode {
  const lang = useTextLanguage();
  if (apis.length === 0)
    return (
      <p>
        {translate({
          id: 'site.noApis',
          message: 'Nothing has been generated yet.',
        })}
      </p>
    );
  // Without a folder in common, there are no pages of the list.
  const shown = folderOf(apis) === '' ? apis : cardsOf(apis, part);
  const list = apiGroups(shown).map(([group, own]) => {
    const cards = <Cards key={group} apis={own} />;
    if (group === '') return cards;
    return (
      <section key={group}>
        <Heading as={level} lang={lang}>
          {group}
        </Heading>
        {cards}
      </section>
    );
  });
  if (shown.length <= MOST_UNFILTERED) return list;
  return (
    <>
      <ListFilter />
      <div className="ref-filtered">{list}</div>
      {shown.length < apis.length && <Others apis={apis} part={part} />}
    </>
  );
}

/** With more, nobody finds an API at a glance. */
const MOST_UNFILTERED = 12;

/** Links to the APIs that are on other pages: to each page of the list, or to the list. */
function Others({ apis, part }: Pick<Props, 'apis' | 'part'>): ReactNode {
  const folder = folderOf(apis);
  const hrefOf = (number: number): string =>
    pageHref({ base: listPath(folder, number), ending: apis[0]?.ending });
  if (part === undefined)
    return (
      <p>
        <Link to={hrefOf(1)}>
          {translate({ id: 'site.apis.all', message: 'All {count} APIs' }, { count: apis.length })}
        </Link>
      </p>
    );
  return (
    <nav
      className={styles.parts}
      aria-label={translate({ id: 'site.apis.parts', message: 'Pages of this list' })}
    >
      {Array.from({ length: listParts(apis.length) }, (_, index) => (
        <Link
          key={index}
          to={hrefOf(index + 1)}
          aria-current={index + 1 === part ? 'page' : undefined}
        >
          {index * APIS_OF_A_PART + 1}–{Math.min((index + 1) * APIS_OF_A_PART, apis.length)}
        </Link>
      ))}
    </nav>
  );
}

function Cards({ apis }: Pick<Props, 'apis'>): ReactNode {
  const lang = useTextLanguage();
  return (
    <ul className={styles.apis}>
      {apis.map((api) => (
        <li key={api.id}>
          {api.logo && <ApiImage src={api.logo} />}
          <Link to={api.href} lang={lang}>
            {api.label}
          </Link>
          {api.summary && <p lang={lang}>{api.summary}</p>}
          <span>
            {translate({ id: 'site.version', message: 'Version' })} {api.version}
          </span>
        </li>
      ))}
    </ul>
  );
}
