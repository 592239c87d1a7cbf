import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import Home from '@reference/home';
import Heading from '@theme/Heading';
import HomeApis from '@theme/Home/Apis';
import Layout from '@theme/Layout';
import Reference from '@theme/Reference';
import type { ReactNode } from 'react';
import { useSite } from '../client/site-data.ts';

/** The first page: that of the main API, with cards for the others; a card for each where none is. */
export default function IndexPage(): ReactNode {
  const { siteConfig } = useDocusaurusContext();
  const { apis } = useSite();
  const main = apis.find((api) => api.main);
  const others = apis.filter((api) => api !== main);
  return (
    <Layout description={siteConfig.tagline}>
      <main className="container margin-vert--lg">
        {main ? (
          <Reference slice={main.slice}>
            <Home others={others} />
          </Reference>
        ) : (
          <>
            <Heading as="h1">{siteConfig.title}</Heading>
            <HomeApis apis={apis} />
          </>
        )}
      </main>
    </Layout>
  );
}
