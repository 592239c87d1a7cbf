import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import ChangedGroup from '@theme/ChangedGroup';
import Heading from '@theme/Heading';
import PageSections from '@theme/PageSections';
import ReleaseCounts from '@theme/ReleaseCounts';
import ReleaseDate from '@theme/ReleaseDate';
import type { ReactNode } from 'react';
import { groupTitle } from '../../client/app/change-groups.ts';
import { usePage } from '../../client/app/page-context.tsx';

/** The page of a release: everything that changed in it, by what it means to readers. */
export default function ReleasePage(): ReactNode {
  const page = usePage();
  if (page.kind !== 'release') return null;
  const { title, release, changelog } = page;
  const { previous, date, counts, groups } = release;
  return (
    <>
      <Heading as="h1">{title}</Heading>
      <p>
        <ReleaseDate date={date} />{' '}
        <span className="ref-quiet">
          {translate(
            { id: 'ref.comparedWith', message: 'Compared with {version}.' },
            { version: previous },
          )}
        </span>{' '}
        {changelog && (
          <Link to={changelog}>
            {translate({ id: 'ref.allVersions', message: 'All versions' })}
          </Link>
        )}
      </p>
      {groups.length > 1 ? (
        <PageSections
          entries={groups.map(({ group }) => ({
            label: groupTitle(group),
            href: `#${group}`,
            count: counts[group] ?? 0,
            isOurs: true,
          }))}
        />
      ) : (
        <ReleaseCounts counts={counts} />
      )}
      {groups.map((group) => (
        <ChangedGroup key={group.group} group={group}>
          <Heading as="h2" id={group.group}>
            {groupTitle(group.group)}
          </Heading>
        </ChangedGroup>
      ))}
    </>
  );
}
