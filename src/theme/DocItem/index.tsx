import Head from '@docusaurus/Head';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { Props } from '@theme/DocItem';
import DocItemReference from '@theme/DocItem/Reference';
import SocialImage from '@theme/SocialImage';
import DocItem from '@theme-original/DocItem';
import type { ReactNode } from 'react';
import { useAbsolute } from '../../client/app/absolute.ts';
import { guideData, scriptOf } from '../../model/page/structured-data.ts';

/** A page of the reference, or a guide with the tags that its head lacks. */
export default function DocItemWrapper(props: Props): ReactNode {
  if ('slice' in props.content.frontMatter) return <DocItemReference {...props} />;
  return (
    <>
      <DocItem {...props} />
      <GuideHead {...props} />
    </>
  );
}

function GuideHead({ content }: Props): ReactNode {
  const { metadata, frontMatter, assets } = content;
  const { siteConfig } = useDocusaurusContext();
  const absolute = useAbsolute();
  const { title, description, permalink } = metadata;
  const data = guideData(
    { title, description, url: absolute(permalink) },
    { name: siteConfig.title, url: absolute(siteConfig.baseUrl) },
  );
  return (
    <>
      <Head>
        <meta property="og:type" content="article" />
        <script type="application/ld+json">{scriptOf(data)}</script>
      </Head>
      {!(assets.image ?? frontMatter.image) && <SocialImage />}
    </>
  );
}
