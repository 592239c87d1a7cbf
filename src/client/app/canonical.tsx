import Head from '@docusaurus/Head';
import type { ReactNode } from 'react';

export interface CanonicalProps {
  readonly url: string | undefined;
}

/** The canonical URL of a page, in place of Docusaurus' own, which is that of the page. */
export function Canonical({ url }: CanonicalProps): ReactNode {
  if (url === undefined) return null;
  return (
    <Head>
      <link rel="canonical" href={url} />
      <meta property="og:url" content={url} />
    </Head>
  );
}
