import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import ApiImage from '@theme/Home/ApiImage';
import type { ReactNode } from 'react';
import type { SiteApi } from '../../../client/app/site-data.ts';
import { useTextLanguage } from '../../../client/app/words.ts';
import styles from './styles.module.css';

export interface Props {
  readonly apis: readonly SiteApi[];
}

/** A card for each API of the site; a hint if there is none yet. */
export default function HomeApis({ apis }: Props): ReactNode {
  const lang = useTextLanguage();
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
    </>
  );
}
