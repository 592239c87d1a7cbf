import Layout from '@theme/Layout';
import type { ReactNode } from 'react';

/** A home page as plain as ours, so that Lighthouse has one to look at. */
export default function Home(): ReactNode {
  return (
    <Layout description="Reference of an API">
      <main className="container margin-vert--lg">
        <h1>API reference</h1>
        <p>Every operation of the API, with its parameters and responses.</p>
      </main>
    </Layout>
  );
}
