import Head from '@docusaurus/Head';
import { useBreadcrumbsStructuredData } from '@docusaurus/plugin-content-docs/client';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { Props } from '@theme/DocBreadcrumbs/StructuredData';
import { type ReactNode, useContext } from 'react';
import { OwnData } from '../../../client/app/own-data.ts';
import { scriptOf } from '../../../model/page/structured-data.ts';

/**
 * The breadcrumbs for search engines. Docusaurus writes names unescaped, so a tag called `</script>...` would
 * end the element and become part of the page; and its URLs may lack the trailing slash of canonical ones.
 */
export default function DocBreadcrumbsStructuredData({ breadcrumbs }: Props): ReactNode {
  const { trailingSlash } = useDocusaurusContext().siteConfig;
  const linked = breadcrumbs.map((crumb) =>
    crumb.href && trailingSlash ? { ...crumb, href: crumb.href.replace(/\/?$/, '/') } : crumb,
  );
  const data = useBreadcrumbsStructuredData({ breadcrumbs: linked });
  if (useContext(OwnData)) return null;
  return (
    <Head>
      <script type="application/ld+json">{scriptOf({ ...data })}</script>
    </Head>
  );
}
