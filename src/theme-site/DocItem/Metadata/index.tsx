import Head from '@docusaurus/Head';
import { useDoc } from '@docusaurus/plugin-content-docs/client';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import SocialImage from '@theme/SocialImage';
import DocItemMetadata from '@theme-init/DocItem/Metadata';
import type { ReactNode } from 'react';
import { pathOf, twinPath } from '../../../address/address.ts';
import { hasGuideTwin } from '../../../address/doc.ts';
import { useAbsolute } from '../../../client/app/absolute.ts';
import { guideData, scriptOf } from '../../../model/page/structured-data.ts';

/** The head of a page. Guides get the tags that theirs lacks; pages of the reference have their own. */
export default function DocItemMetadataWrapper(): ReactNode {
  const { frontMatter } = useDoc();
  return (
    <>
      <DocItemMetadata />
      {!('slice' in frontMatter) && <GuideHead />}
    </>
  );
}

function GuideHead(): ReactNode {
  const { metadata, frontMatter, assets } = useDoc();
  const { siteConfig } = useDocusaurusContext();
  const absolute = useAbsolute();
  const { title, description, permalink } = metadata;
  const path = hasGuideTwin(frontMatter) ? pathOf(permalink, siteConfig) : undefined;
  const twin = path === undefined ? undefined : siteConfig.baseUrl + encodeURI(twinPath(path));
  const data = guideData(
    { title, description, url: absolute(permalink) },
    { name: siteConfig.title, url: absolute(siteConfig.baseUrl) },
  );
  return (
    <>
      <Head>
        <meta property="og:type" content="article" />
        {twin !== undefined && <link rel="alternate" type="text/markdown" href={twin} />}
        <script type="application/ld+json">{scriptOf(data)}</script>
      </Head>
      {!(assets.image ?? frontMatter.image) && <SocialImage />}
    </>
  );
}
