import Head from '@docusaurus/Head';
import SocialImage from '@theme/SocialImage';
import type { ReactNode } from 'react';

export interface Props {
  /** Id of the page's API. */
  readonly api: string;
  /** As the browser's tab and search engines show it. */
  readonly title: string;
  readonly description: string;
}

/** What the head of a reference page says of it, in the place of what Docusaurus would. */
export default function ReferenceHead({ api, title, description }: Props): ReactNode {
  return (
    <>
      <Head>
        <title>{title}</title>
        <meta property="og:title" content={title} />
        <meta property="og:type" content="article" />
        <meta name="description" content={description} />
        <meta property="og:description" content={description} />
      </Head>
      <SocialImage api={api} />
    </>
  );
}
