import type { ReactNode } from 'react';

export interface Props {
  /** The sidebar of the page, in a menu of ours. */
  readonly children?: ReactNode;
  /** The sidebar where the menu is Docusaurus' own. */
  readonly fallback?: ReactNode;
}

/** The place of a sidebar. In a site of ours, it is also the mobile menu; in others, that is Docusaurus' own. */
export default function PhoneMenu({ fallback }: Props): ReactNode {
  return fallback;
}
