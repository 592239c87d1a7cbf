import { useDocsSidebar } from '@docusaurus/plugin-content-docs/client';
import ReferenceMenu from '@reference/menu';
import ReferenceSidebar from '@reference/sidebar';
import type { Props } from '@theme/DocSidebar';
import DocSidebar from '@theme-init/DocSidebar';
import type { ReactNode } from 'react';
import { useIsReferenceSidebar } from '../../client/app/site-data.ts';

/** An API's sidebar is rendered on the server only; that of the guides is Docusaurus' own. */
export default function DocSidebarWrapper(props: Props): ReactNode {
  const name = useDocsSidebar()?.name;
  const isReference = useIsReferenceSidebar();
  if (name === undefined || !isReference(name)) return <DocSidebar {...props} />;
  return (
    <ReferenceSidebar {...props}>
      <ReferenceMenu items={props.sidebar} path={props.path} />
    </ReferenceSidebar>
  );
}
