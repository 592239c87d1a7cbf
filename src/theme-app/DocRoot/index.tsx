import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';
import type { PropSidebarItem } from '@docusaurus/plugin-content-docs';
import { DocsVersionProvider, useDocsVersion } from '@docusaurus/plugin-content-docs/client';
import { useLocation } from '@docusaurus/router';
import type { Props } from '@theme/DocRoot';
import DocRoot from '@theme-init/DocRoot';
import type { ReactNode } from 'react';
import { isMissing } from '../../client/app/page-fetch.ts';
import { routesFor } from '../../client/app/routes.ts';
import { branchOf } from '../../client/app/sidebar-branch.ts';
import { useIsReferenceSidebar } from '../../client/app/site-data.ts';

/** The browser keeps what the server rendered: its tables have none of such sidebars. */
const NO_ITEMS: PropSidebarItem[] = [];

/**
 * Passes on only the few routes that can match the page and, on the server, the part of the sidebar that is
 * shown: everything below searches all of them, for every page.
 */
export default function DocRootWrapper(props: Props): ReactNode {
  const { pathname } = useLocation();
  const isReference = useIsReferenceSidebar();
  const version = useDocsVersion();
  const routes = routesFor(props.route.routes ?? [], pathname).filter(
    // The host's 404 page: the wildcard of the API would match it as well.
    (route) => route.exact || !isMissing(pathname),
  );
  const sidebars = routes
    .flatMap(({ sidebar }) => (typeof sidebar === 'string' && isReference(sidebar) ? sidebar : []))
    .map((name) => {
      const items = version.docsSidebars[name] ?? NO_ITEMS;
      return [name, ExecutionEnvironment.canUseDOM ? items : branchOf(items, pathname)];
    });
  return (
    <DocsVersionProvider
      version={{
        ...version,
        docsSidebars: { ...version.docsSidebars, ...Object.fromEntries(sidebars) },
      }}
    >
      <DocRoot {...props} route={{ ...props.route, routes }} />
    </DocsVersionProvider>
  );
}
