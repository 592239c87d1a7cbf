import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import ApiImage from '@theme/Home/ApiImage';
import ListFilter from '@theme/ListFilter';
import type { ReactNode } from 'react';
import type { SiteApi } from '../../../client/app/site-data.ts';
import { useTextLanguage } from '../../../client/app/words.ts';
import { append } from '../../../json/append.ts';
import styles from './styles.module.css';

export interface Props {
  readonly apis: readonly SiteApi[];
  /** Of the headings of groups. */
  readonly level?: 'h2' | 'h3';
}

/** A card for each API of the site, by groups, with a filter if there are many; a hint if there is none yet. */
export default function HomeApis({ apis, level = 'h2' }: Props): ReactNode {
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
  const groups = groupsOf(apis);
  const list = groups.map(([group, own]) => {
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
  if (apis.length <= MOST_UNFILTERED) return list;
  return (
    <>
      <ListFilter />
      <div className="ref-filtered">{list}</div>
    </>
  );
}

/** With more, nobody finds an API at a glance. */
const MOST_UNFILTERED = 12;

/** In the order of the list of APIs; those without a group come first. */
function groupsOf(apis: readonly SiteApi[]): [group: string, apis: SiteApi[]][] {
  const groups = new Map<string, SiteApi[]>([['', []]]);
  for (const api of apis) append(groups, api.group ?? '', api);
  return [...groups].filter(([, own]) => own.length > 0);
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
