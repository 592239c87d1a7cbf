import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import ApiCards from '@reference/api-cards';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import SocialImage from '@theme/SocialImage';
import clsx from 'clsx';
import { Fragment, type ReactNode } from 'react';
import type { IndexGroup, Props } from '../../client/app/index-page.ts';
import { useTextLanguage } from '../../client/app/words.ts';
import styles from './styles.module.css';

/** The page of a folder: all guides, or all APIs. */
export default function IndexPage({ kind, groups, part = 1 }: Props): ReactNode {
  const lang = useTextLanguage();
  const title =
    kind === 'guides'
      ? translate({ id: 'site.theGuides', message: 'Guides' })
      : translate({ id: 'site.apis', message: 'APIs' });
  const description =
    kind === 'guides'
      ? translate({
          id: 'site.theGuides.description',
          message: 'All guides, by API.',
          description: 'Meta description of the page that lists all guides',
        })
      : translate({
          id: 'site.apis.description',
          message: 'The APIs of this site.',
          description: 'Meta description of the page that lists all APIs',
        });
  return (
    <Layout title={part > 1 ? `${title} (${part})` : title} description={description}>
      <SocialImage />
      <main className={clsx('container padding-vert--lg', kind === 'guides' && 'ref-column')}>
        <Heading as="h1">{title}</Heading>
        {kind === 'apis' && <ApiCards withAbout part={part} />}
        {groups.map(({ name, entries }) => (
          <Fragment key={name ?? ''}>
            {name && (
              <Heading as="h2" lang={lang}>
                {name}
              </Heading>
            )}
            <Entries entries={entries} />
          </Fragment>
        ))}
      </main>
    </Layout>
  );
}

function Entries({ entries }: Pick<IndexGroup, 'entries'>): ReactNode {
  const lang = useTextLanguage();
  return (
    <ul className={styles.list} lang={lang}>
      {entries.map(({ href, title, description }) => (
        <li key={href}>
          <Link to={href}>{title}</Link>
          {description && <p>{description}</p>}
        </li>
      ))}
    </ul>
  );
}
