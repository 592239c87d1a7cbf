import { useDocsSidebar } from '@docusaurus/plugin-content-docs/client';
import ReferenceMenu from '@reference/menu';
import ReferenceSidebar, { DesktopSidebar } from '@reference/sidebar';
import type { Props } from '@theme/DocSidebar';
import DocSidebarDesktop from '@theme/DocSidebar/Desktop';
import PhoneMenu from '@theme/PhoneMenu';
import SidebarFilter from '@theme/SidebarFilter';
import DocSidebar from '@theme-init/DocSidebar';
import type { ReactNode } from 'react';
import { useIsReferenceSidebar } from '../../client/app/site-data.ts';

/** An API's sidebar is rendered on the server only; that of the guides is Docusaurus' own. */
export default function DocSidebarWrapper(props: Props): ReactNode {
  const name = useDocsSidebar()?.name;
  const isReference = useIsReferenceSidebar();
  if (name === undefined || !isReference(name))
    return (
      <PhoneMenu fallback={<DocSidebar {...props} />}>
        <DocSidebarDesktop {...props} />
      </PhoneMenu>
    );
  const own = {
    ...props,
    filter: <SidebarFilter name={name} />,
    children: <ReferenceMenu items={props.sidebar} path={props.path} />,
  };
  return (
    <PhoneMenu fallback={<ReferenceSidebar {...own} />}>
      {DesktopSidebar ? <DesktopSidebar {...own} /> : <DocSidebarDesktop {...props} />}
    </PhoneMenu>
  );
}
