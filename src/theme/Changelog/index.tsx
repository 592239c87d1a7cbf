import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import ChangedSubjects from '@theme/ChangedSubjects';
import ChangelogFeeds from '@theme/ChangelogFeeds';
import CompareVersions from '@theme/CompareVersions';
import Heading from '@theme/Heading';
import ReleaseCounts from '@theme/ReleaseCounts';
import ReleaseDate from '@theme/ReleaseDate';
import type { ReactNode } from 'react';
import { groupTitle } from '../../client/app/change-groups.ts';
import { usePage } from '../../client/app/page-context.tsx';
import type { ReleaseModel } from '../../model/page/change.ts';
import styles from './styles.module.css';

/** The page that lists all releases of an API, each with what changed first. */
export default function Changelog(): ReactNode {
  const page = usePage();
  if (page.kind !== 'changelog') return null;
  return (
    <>
      <Heading as="h1">{page.title}</Heading>
      <ChangelogFeeds />
      <CompareVersions />
      {page.releases.map((release) => (
        <Release key={release.version} {...release} />
      ))}
    </>
  );
}

function Release(release: ReleaseModel): ReactNode {
  const { version, date, href, counts, groups } = release;
  return (
    <section className={styles.release}>
      <header>
        <Heading as="h2" id={`v-${version}`}>
          <Link to={href}>{version}</Link>
        </Heading>
        <ReleaseDate date={date} />
      </header>
      <div>
        <ReleaseCounts counts={counts} />
        {groups.map(({ group, subjects }) => (
          <section key={group}>
            <Heading as="h3">{groupTitle(group)}</Heading>
            <ChangedSubjects subjects={subjects} isBreaking={group === 'breaking'} />
          </section>
        ))}
        {Object.keys(counts).length > 0 && (
          <p>
            <Link to={href}>
              {translate(
                { id: 'ref.allChanges', message: 'All changes in {version}' },
                { version },
              )}
            </Link>
          </p>
        )}
      </div>
    </section>
  );
}
