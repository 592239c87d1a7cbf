import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import { useLayoutDocsSidebar } from '@docusaurus/plugin-content-docs/client';
import { translate } from '@docusaurus/Translate';
import { PageMetadata } from '@docusaurus/theme-common';
import Heading from '@theme/Heading';
import PhoneMenu from '@theme/PhoneMenu';
import SearchField from '@theme/SearchField';
import type { ReactNode } from 'react';
import { useSite } from '../../../client/app/site-data.ts';
import { GUESS } from '../../../client/protocol.ts';

export interface Props {
  readonly className?: string;
}

/** The 404 page: what may have happened, a search, guesses, and links to go on. */
export default function NotFoundContent({ className = '' }: Props): ReactNode {
  const { links, hasSearch } = useSite();
  const guides = useLayoutDocsSidebar('guides').link?.path;
  const title = translate({ id: 'theme.NotFound.title', message: 'Page not found' });
  return (
    <main className={`container margin-vert--lg ref-column ${className}`}>
      <PageMetadata title={title} />
      <Head>
        {/* Some hosts serve it with status 200. */}
        <meta name="robots" content="noindex" />
      </Head>
      <Heading as="h1">{title}</Heading>
      <p>
        {translate({
          id: 'theme.NotFound.p1',
          message: "The page may have moved, or there's a typo in the address. Try:",
        })}
      </p>
      <SearchField />
      {/* Filled by the search; React leaves it alone. */}
      {hasSearch && (
        <div
          className="margin-vert--md"
          data-search={GUESS}
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: '' }}
        />
      )}
      <ul>
        <li>
          <Link to="/">{translate({ id: 'site.home', message: 'Home' })}</Link>
        </li>
        {links.map(({ href, label }) => (
          <li key={href}>
            <Link to={href}>
              {label === undefined
                ? translate({ id: 'site.apis', message: 'APIs' })
                : translate({ id: 'site.referenceOf', message: '{api} reference' }, { api: label })}
            </Link>
          </li>
        ))}
        {guides && (
          <li>
            <Link to={guides}>{translate({ id: 'site.theGuides', message: 'Guides' })}</Link>
          </li>
        )}
      </ul>
      <PhoneMenu />
    </main>
  );
}
