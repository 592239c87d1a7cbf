import Head from '@docusaurus/Head';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import ApiCards from '@reference/api-cards';
import Home from '@reference/home';
import ReferenceRoot from '@reference/root';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import SocialImage from '@theme/SocialImage';
import type { ReactNode } from 'react';
import { useAbsolute } from '../client/app/absolute.ts';
import { OwnMenu } from '../client/app/own-menu.ts';
import { useSite } from '../client/app/site-data.ts';
import { scriptOf, siteData } from '../model/page/structured-data.ts';

/**
 * The home page: that of the main API with cards for the others, or a card for each API if there is no main
 * one.
 */
export default function IndexPage(): ReactNode {
  const { siteConfig } = useDocusaurusContext();
  const { main } = useSite();
  const absolute = useAbsolute();
  const { title, tagline, baseUrl } = siteConfig;
  const description = main?.summary ?? tagline;
  return (
    <OwnMenu.Provider value={main !== undefined}>
      <Layout description={description}>
        <Head>
          <script type="application/ld+json">
            {scriptOf(siteData({ title, description, url: absolute(baseUrl) }))}
          </script>
        </Head>
        <SocialImage />
        <main className="container margin-vert--lg">
          {main ? (
            <ReferenceRoot slice={main.slice} base={main.base} className="reference">
              <Home api={main.id} />
            </ReferenceRoot>
          ) : (
            <>
              <Heading as="h1">{siteConfig.title}</Heading>
              <ApiCards />
            </>
          )}
        </main>
      </Layout>
    </OwnMenu.Provider>
  );
}
