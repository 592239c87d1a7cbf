import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import Home from '@reference/home';
import HomeApis from '@theme/Home/Apis';
import Layout from '@theme/Layout';
import Reference from '@theme/Reference';
import type { ReactNode } from 'react';
import { useSite } from '../client/site-data.ts';

/** The first page: of the one API, or with a card for each of several. */
export default function IndexPage(): ReactNode {
  const { siteConfig } = useDocusaurusContext();
  const { apis } = useSite();
  const [first] = apis;
  return (
    <Layout description={siteConfig.tagline}>
      <main className="container margin-vert--lg">
        {first && apis.length === 1 ? (
          <Reference slice={first.slice}>
            <Home />
          </Reference>
        ) : (
          <HomeApis apis={apis} />
        )}
      </main>
    </Layout>
  );
}
