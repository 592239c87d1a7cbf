import ReferenceMenu from '@theme/ReferenceMenu';
import { type ReferenceSidebarProps, sidebarAttributes } from './sidebar.ts';

/** In the static rendering: draws the sidebar. */
export default function ReferenceSidebar({ sidebar, path }: ReferenceSidebarProps) {
  return (
    <nav {...sidebarAttributes()} data-part="sidebar">
      <ReferenceMenu items={sidebar} path={path} />
    </nav>
  );
}
