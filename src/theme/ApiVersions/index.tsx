import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import useVersions from '@reference/versions';
import type { ReactNode } from 'react';
import { addressOf } from '../../address/address.ts';
import { Canonical } from '../../client/app/canonical.tsx';
import { usePage } from '../../client/app/page-context.tsx';
import { type VersionLink, versionLinks } from '../../client/app/versions.ts';

/** Links to the same page in the other versions of the API. In older versions, a note that leads to the current one. */
export default function ApiVersions(): ReactNode {
  const { page } = usePage();
  const { siteConfig } = useDocusaurusContext();
  const links = versionLinks(useVersions(), page);
  const own = links.find(({ isOwn }) => isOwn);
  const [current] = links;
  if (!own || !current) return null;
  const { url, baseUrl, trailingSlash = false } = siteConfig;
  // Like the one that Docusaurus gives to that page.
  const canonical = url + addressOf(encodeURI(current.path), { baseUrl, trailingSlash });
  return (
    <>
      {own !== current && !current.isMissing && <Canonical url={canonical} />}
      {own !== current && <Outdated own={own} current={current} />}
      <details className="dropdown dropdown--show margin-bottom--md">
        <summary className="button button--sm button--secondary">
          {translate({ id: 'ref.version', message: 'Version {name}' }, { name: own.name })}{' '}
          <span aria-hidden="true">▾</span>
        </summary>
        <ul className="dropdown__menu">
          {links.map((link) => (
            <li key={link.href}>
              <Link
                className={`dropdown__link${link.isOwn ? ' dropdown__link--active' : ''}`}
                to={link.href}
                aria-current={link.isOwn ? 'page' : undefined}
              >
                {labelOf(link)}
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

interface OutdatedProps {
  readonly own: VersionLink;
  readonly current: VersionLink;
}

function Outdated({ own, current }: OutdatedProps): ReactNode {
  const { name, isMissing, href } = current;
  return (
    <div className="alert alert--warning margin-bottom--md" role="note">
      {isMissing
        ? translate(
            {
              id: 'ref.versionRemoved',
              message: 'This page is about version {own}. Version {name} has no such page.',
            },
            { own: own.name, name },
          )
        : translate(
            {
              id: 'ref.versionOld',
              message: 'This page is about version {own}. The current version is {name}.',
            },
            { own: own.name, name },
          )}{' '}
      <Link to={href}>
        {isMissing
          ? translate(
              { id: 'ref.versionIntroduction', message: 'Introduction to version {name}' },
              { name },
            )
          : translate({ id: 'ref.versionSame', message: 'This page in version {name}' }, { name })}
      </Link>
    </div>
  );
}

function labelOf({ name, isCurrent, isMissing }: VersionLink): string {
  if (isMissing)
    return translate({ id: 'ref.versionMissing', message: '{name} (no such page)' }, { name });
  return isCurrent
    ? translate({ id: 'ref.versionCurrent', message: '{name} (current)' }, { name })
    : name;
}
