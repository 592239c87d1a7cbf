import Head from '@docusaurus/Head';
import SocialImage from '@theme/SocialImage';
import type { ReactNode } from 'react';
import type { PageImage } from '../../client/app/social-image.ts';

export interface Props {
  /** As shown in the browser's tab and by search engines. */
  readonly title: string;
  readonly description: string;
  readonly image: PageImage;
}

/** The head of a reference page, in place of Docusaurus' own. */
export default function ReferenceHead({ title, description, image }: Props): ReactNode {
  return (
    <>
      <Head>
        <title>{title}</title>
        <meta property="og:title" content={title} />
        <meta property="og:type" content="article" />
        <meta name="description" content={description} />
        <meta property="og:description" content={description} />
      </Head>
      <SocialImage image={image} />
    </>
  );
}
