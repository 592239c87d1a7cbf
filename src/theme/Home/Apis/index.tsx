import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import Heading from '@theme/Heading';
import type { ReactNode } from 'react';
import type { SiteApi } from '../../../client/site-data.ts';
import styles from './styles.module.css';

export interface Props {
  readonly apis: readonly SiteApi[];
}

/** The home page of a site with several APIs, or with none yet. */
export default function HomeApis({ apis }: Props): ReactNode {
  const { siteConfig } = useDocusaurusContext();
  return (
    <>
      <Heading as="h1">{siteConfig.title}</Heading>
      {apis.length === 0 && (
        <p>
          {translate({
            id: 'site.noApis',
            message: 'Nothing has been generated yet. Run "npm run generate".',
          })}
        </p>
      )}
      <ul className={styles.apis}>
        {apis.map((api) => (
          <li key={api.id}>
            <Link to={api.href}>{api.label}</Link>
            {api.summary && <p>{api.summary}</p>}
            <span>
              {translate({ id: 'site.version', message: 'Version' })} {api.version}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
