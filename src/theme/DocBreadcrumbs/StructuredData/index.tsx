import Head from '@docusaurus/Head';
import { useBreadcrumbsStructuredData, useDoc } from '@docusaurus/plugin-content-docs/client';
import type { Props } from '@theme/DocBreadcrumbs/StructuredData';
import type { ReactNode } from 'react';
import { scriptOf } from '../../../model/page/structured-data.ts';

/**
 * The breadcrumbs for search engines. Docusaurus writes names unescaped, so a tag called `</script>...` would
 * end the element and become part of the page; and its URLs lack the trailing slash of canonical ones.
 */
export default function DocBreadcrumbsStructuredData({ breadcrumbs }: Props): ReactNode {
  const { frontMatter } = useDoc();
  const linked = breadcrumbs.map((crumb) =>
    crumb.href ? { ...crumb, href: crumb.href.replace(/\/?$/, '/') } : crumb,
  );
  const data = useBreadcrumbsStructuredData({ breadcrumbs: linked });
  // Those of a reference page are in `DocItem/Reference`.
  if ('slice' in frontMatter) return null;
  return (
    <Head>
      <script type="application/ld+json">{scriptOf({ ...data })}</script>
    </Head>
  );
}
