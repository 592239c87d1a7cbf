import { type ReferenceSidebarProps, SIDEBAR_CLASS, sidebarAttributes } from './sidebar.ts';

/** In static rendering: renders the sidebar. */
export default function ReferenceSidebar({ children, filter }: ReferenceSidebarProps) {
  return (
    <div className={SIDEBAR_CLASS}>
      <div data-part="sidebar-filter">{filter}</div>
      <nav {...sidebarAttributes()} data-part="sidebar">
        {children}
      </nav>
    </div>
  );
}

export { ReferenceSidebar as DesktopSidebar };
