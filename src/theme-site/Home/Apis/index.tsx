import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { SiteApi } from '../../../client/app/site-data.ts';
import styles from './styles.module.css';

export interface Props {
  readonly apis: readonly SiteApi[];
}

/** A card for each API of the site; a hint if there is none yet. */
export default function HomeApis({ apis }: Props): ReactNode {
  return (
    <>
      {apis.length === 0 && (
        <p>
          {translate({
            id: 'site.noApis',
            message: 'Nothing has been generated yet.',
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
