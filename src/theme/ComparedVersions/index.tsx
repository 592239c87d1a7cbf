import { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import ChangedGroup from '@theme/ChangedGroup';
import type { LinkProps } from '@theme/ChangedSubjects';
import ReleaseCounts from '@theme/ReleaseCounts';
import { type ReactNode, useMemo } from 'react';
import { groupTitle } from '../../client/app/change-groups.ts';
import { useEnding } from '../../client/app/page-links.ts';
import { say } from '../../client/app/words.ts';
import { comparedReleases } from '../../history/compared-releases.ts';
import { defined } from '../../json/guards.ts';
import { buildRelease } from '../../model/page/change.ts';
import type { Release } from '../../slices/history.ts';
import styles from './styles.module.css';

export interface Props {
  /** Path of the API's pages within the site. */
  readonly base: string;
  readonly from: string;
  readonly to: string;
  /** All releases after the one version up to the other one, the earliest first. */
  readonly releases: readonly Release[];
}

/** What changed from one version to another one. Drawn in the browser, outside of the app. */
export default function ComparedVersions({ base, from, to, releases }: Props): ReactNode {
  const ending = useEnding();
  const { counts, groups } = useMemo(
    () => buildRelease(comparedReleases(releases), { page: { base, ...defined({ ending }) }, say }),
    [base, releases, ending],
  );
  return (
    <section className={styles.compared} aria-labelledby="compared-versions">
      <h2 id="compared-versions">
        {translate(
          {
            id: 'ref.compared',
            message: 'From {from} to {to}',
            description: 'Heading of what changed between two versions',
          },
          { from, to },
        )}
      </h2>
      <ReleaseCounts counts={counts} />
      {groups.map((group) => (
        <ChangedGroup key={group.group} group={group} link={PlainLink}>
          <h3>{groupTitle(group.group)}</h3>
        </ChangedGroup>
      ))}
    </section>
  );
}

/** The app follows it like those of the page around it. */
function PlainLink({ to, lang, children }: LinkProps): ReactNode {
  const { baseUrl } = useDocusaurusContext().siteConfig;
  return (
    <a href={baseUrl + encodeURI(to.slice(1))} lang={lang}>
      {children}
    </a>
  );
}
