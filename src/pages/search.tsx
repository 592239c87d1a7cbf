import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import Layout from '@theme/Layout';
import { type ReactNode, useEffect } from 'react';
import { useSite } from '../client/app/site-data.ts';
import { contentChanged } from '../client/protocol.ts';

/** The search as a page, for URLs with a query and for readers who don't use the dialog. */
export default function SearchPage(): ReactNode {
  const { links } = useSite();
  useEffect(() => {
    const script = document.querySelector<HTMLElement>('script[data-search]');
    // The page's script loads it as well, but not if the app has rendered this page later.
    import(/* webpackIgnore: true */ script?.dataset.search ?? '').then(contentChanged, () => {});
  }, []);
  return (
    <Layout title={translate({ id: 'ref.search.title', message: 'Search' })}>
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <main className="container padding-vert--lg ref-column">
        <h1>
          <Translate id="ref.search.title">Search</Translate>
        </h1>
        <noscript>
          <p>
            <Translate id="ref.search.noScript">
              Search needs JavaScript. Without it, you can browse the reference, which lists all
              operations, and search each page with your browser.
            </Translate>
          </p>
          <ul>
            {links.map(({ href, label }) => (
              <li key={href}>
                <Link to={href}>{label ?? translate({ id: 'site.apis', message: 'APIs' })}</Link>
              </li>
            ))}
          </ul>
        </noscript>
        {/* Rendered by the page's script; React leaves it alone. */}
        <div data-search="" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />
      </main>
    </Layout>
  );
}
