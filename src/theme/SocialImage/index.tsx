import Head from '@docusaurus/Head';
import type { ReactNode } from 'react';
import { type PageImage, useSocialImage } from '../../client/app/social-image.ts';

export interface Props {
  /** Default: that of the whole site. */
  readonly image?: PageImage;
}

/** The image shown with a shared link to the page. */
export default function SocialImage({ image }: Props): ReactNode {
  const imageOf = useSocialImage();
  const { url, alt } = image ?? imageOf();
  return (
    <Head>
      <meta property="og:image" content={url} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={alt} />
    </Head>
  );
}
