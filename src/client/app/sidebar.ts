import type { PropSidebarItem } from '@docusaurus/plugin-content-docs';
import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';

/** The sidebar of an API; the site's plugin chooses the implementation, as for `ReferenceRoot`. */
export interface ReferenceSidebarProps {
  readonly sidebar: readonly PropSidebarItem[];
  /** Path of the current page, with base URL. */
  readonly path: string;
  readonly onCollapse: () => void;
  readonly isHidden: boolean;
  /** What the server renders into it. */
  readonly children: ReactNode;
}

/** Attributes of the sidebar's element, the same on the server and in the browser. */
export function sidebarAttributes(): { className: string; 'aria-label': string } {
  return {
    className: 'menu thin-scrollbar ref-sidebar',
    'aria-label': translate({
      id: 'theme.docs.sidebar.navAriaLabel',
      message: 'Docs sidebar',
    }),
  };
}
