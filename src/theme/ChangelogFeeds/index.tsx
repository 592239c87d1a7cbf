import { translate } from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactNode } from 'react';
import { NO_ORIGIN } from '../../address/address.ts';
import { FEEDS, feedPath } from '../../address/feeds.ts';
import { usePage } from '../../client/app/page-context.tsx';

/** Links to the feeds of a changelog, if it has any: the dates of its releases are known. */
export default function ChangelogFeeds(): ReactNode {
  const page = usePage();
  const base = useBaseUrl('/');
  const { siteConfig } = useDocusaurusContext();
  if (page.kind !== 'changelog' || !page.releases.some(({ date }) => date)) return null;
  // Entries of feeds have whole addresses.
  if (siteConfig.url === NO_ORIGIN) return null;
  const links = FEEDS.map((feed) => ({ ...feed, href: base + feedPath(page.page, feed.file) }));
  return (
    <p className="ref-quiet">
      {translate({ id: 'ref.subscribe', message: 'Subscribe:' })}
      {links.map(({ label, href }) => (
        <span key={href}>
          {' '}
          <a href={href}>{label}</a>
        </span>
      ))}
    </p>
  );
}
