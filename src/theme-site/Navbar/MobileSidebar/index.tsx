import useRouteContext from '@docusaurus/useRouteContext';
import PhoneMenu from '@theme/PhoneMenu';
import type { ReactNode } from 'react';

/** The mobile menu on pages of plugins without sidebars; docs have it around theirs, and the 404 page has its own. */
export default function NavbarMobileSidebar(): ReactNode {
  const { name } = useRouteContext().plugin;
  const hasOwn = name === 'docusaurus-plugin-content-docs' || name === 'native';
  return hasOwn ? null : <PhoneMenu />;
}
