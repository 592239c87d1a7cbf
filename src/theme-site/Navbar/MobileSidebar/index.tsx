import useRouteContext from '@docusaurus/useRouteContext';
import PhoneMenu from '@theme/PhoneMenu';
import { type ReactNode, useContext } from 'react';
import { OwnMenu } from '../../../client/app/own-menu.ts';

/**
 * The mobile menu on pages of plugins without sidebars; docs have it around theirs, and the 404 page and the home page
 * have their own.
 */
export default function NavbarMobileSidebar(): ReactNode {
  const { name } = useRouteContext().plugin;
  const isGiven = useContext(OwnMenu);
  const hasOwn = isGiven || name === 'docusaurus-plugin-content-docs' || name === 'native';
  return hasOwn ? null : <PhoneMenu />;
}
