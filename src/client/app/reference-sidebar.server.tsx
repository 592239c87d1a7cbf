import { type ReferenceSidebarProps, sidebarAttributes } from './sidebar.ts';

/** In static rendering: renders the sidebar. */
export default function ReferenceSidebar({ children }: ReferenceSidebarProps) {
  return (
    <nav {...sidebarAttributes()} data-part="sidebar">
      {children}
    </nav>
  );
}
