import Head from '@docusaurus/Head';
import SocialImage from '@theme/SocialImage';
import type { ReactNode } from 'react';

export interface Props {
  /** Id of the page's API. */
  readonly api: string;
  /** As shown in the browser's tab and by search engines. */
  readonly title: string;
  readonly description: string;
}

/** The head of a reference page, in place of Docusaurus' own. */
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
