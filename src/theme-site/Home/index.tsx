import { translate } from '@docusaurus/Translate';
import useApiTable from '@reference/api-table';
import Heading from '@theme/Heading';
import HomeApis from '@theme/Home/Apis';
import FirstRequest from '@theme/Home/FirstRequest';
import Intro from '@theme/Home/Intro';
import HomeMenu from '@theme/Home/Menu';
import Resources from '@theme/Home/Resources';
import type { ReactNode } from 'react';
import { OTHER_APIS, pageHref } from '../../address/address.ts';
import { usePage } from '../../client/app/page-context.tsx';
import styles from './styles.module.css';

export interface Props {
  /** Id of the API. */
  readonly api: string;
}

/** The home page of an API: what it is for, a search, the way to a first response, and a map of its contents. */
export default function Home({ api }: Props): ReactNode {
  const apis = (useApiTable()?.apis ?? []).filter(({ about }) => !about);
  const page = usePage();
  if (page.kind !== 'info') return null;
  const logo = apis.find(({ id }) => id === api)?.logo;
  const others = apis.filter(({ id }) => id !== api);
  const reference = pageHref(page.page);
  const groups = page.tagGroups
    .map((group) => ({ ...group, tags: group.tags.filter(({ href }) => href !== undefined) }))
    .filter(({ tags }) => tags.length > 0);
  return (
    <div className={styles.home}>
      <div className={styles.top}>
        <Intro info={page.info} title={page.title} reference={reference} {...(logo && { logo })} />
        <FirstRequest page={page} reference={reference} />
      </div>
      <Resources groups={groups} reference={reference} />
      {others.length > 0 && (
        <>
          <Heading as="h2" id={OTHER_APIS}>
            {translate({ id: 'site.moreOnThisSite', message: 'Other APIs' })}
          </Heading>
          <HomeApis apis={others} level="h3" />
        </>
      )}
      <HomeMenu groups={groups} others={others} />
    </div>
  );
}
