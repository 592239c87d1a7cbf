import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import HomeApis from '@theme/Home/Apis';
import FirstRequest from '@theme/Home/FirstRequest';
import Intro from '@theme/Home/Intro';
import Authentication from '@theme/InfoPage/Authentication';
import TagCards from '@theme/InfoPage/TagCards';
import type { ReactNode } from 'react';
import { pageHref } from '../../address/address.ts';
import { AUTHENTICATION } from '../../address/anchor.ts';
import { usePage } from '../../client/app/page-context.tsx';
import type { SiteApi } from '../../client/app/site-data.ts';
import styles from './styles.module.css';

export interface Props {
  /** The other APIs of the site. */
  readonly others: readonly SiteApi[];
}

/** The home page of an API: what it is, a first request, authentication, and its contents. */
export default function Home({ others }: Props): ReactNode {
  const page = usePage();
  if (page.kind !== 'info') return null;
  const reference = pageHref(page.page);
  return (
    <div className={styles.home}>
      <Intro info={page.info} title={page.title} reference={reference} />
      <FirstRequest page={page} />
      <Authentication
        schemes={page.securitySchemes}
        use={page.authentication}
        more={`${reference}#${AUTHENTICATION}`}
      />
      {page.tags.length > 0 && (
        <>
          <Heading as="h2" id="operations">
            {translate({ id: 'site.whatItHolds', message: "What's in this API" })}
          </Heading>
          <TagCards tags={page.tags} />
        </>
      )}
      <p className={styles.more}>
        <Link to={reference}>
          {translate({ id: 'site.allOfReference', message: 'Browse the full reference' })}
        </Link>
      </p>
      {others.length > 0 && (
        <>
          <Heading as="h2" id="more">
            {translate({ id: 'site.moreOnThisSite', message: 'Other APIs' })}
          </Heading>
          <HomeApis apis={others} />
        </>
      )}
    </div>
  );
}
