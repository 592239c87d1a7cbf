import Head from '@docusaurus/Head';
import { translate } from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import type { ReactNode } from 'react';
import { useSite } from '../../client/app/site-data.ts';

export interface Props {
  /** The API; the whole site if absent. */
  readonly api?: string;
}

/** The image shown with a shared link to the page, which the build generates. */
export default function SocialImage({ api }: Props): ReactNode {
  const { apis, image, label } = useSite();
  const one = apis.find(({ id }) => id === api);
  const url = useBaseUrl(one?.image ?? image, { absolute: true });
  const alt = translate(
    { id: 'site.social.alt', message: '{label}: API reference' },
    { label: one?.label ?? label },
  );
  return (
    <Head>
      <meta property="og:image" content={url} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={alt} />
    </Head>
  );
}
