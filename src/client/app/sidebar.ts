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
  /** The field that filters it, which the server renders as well. */
  readonly filter: ReactNode;
}

/** Attributes of the element with the list, the same on the server and in the browser. */
export function sidebarAttributes(): { className: string; 'aria-label': string } {
  return {
    className: 'menu',
    'aria-label': translate({
      id: 'theme.docs.sidebar.navAriaLabel',
      message: 'Docs sidebar',
    }),
  };
}

/** Class of the element around the field and the list, which scrolls. */
export const SIDEBAR_CLASS = 'ref-sidebar thin-scrollbar';
