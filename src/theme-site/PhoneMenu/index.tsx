import { useThemeConfig } from '@docusaurus/theme-common';
import NavbarItem, { type Props as ItemProps } from '@theme/NavbarItem';
import type { Props } from '@theme/PhoneMenu';
import type { ReactNode } from 'react';
import { PHONE_MENU } from '../../client/protocol.ts';
import styles from './styles.module.css';

/**
 * The mobile menu: the items of the navbar and, where there is one, the sidebar, which is beside the page on wider
 * screens. The browser opens and closes it, without any script.
 */
export default function PhoneMenu({ children }: Props): ReactNode {
  const items = useThemeConfig().navbar.items as ItemProps[];
  // A menu in it would need the app.
  const flat = items.flatMap((item) => ('items' in item ? (item.items as ItemProps[]) : [item]));
  return (
    <div id={PHONE_MENU} className={styles.menu} popover="auto">
      <ul className={styles.items}>
        {flat.map((item) => (
          <NavbarItem key={JSON.stringify(item)} {...item} mobile />
        ))}
      </ul>
      {children}
    </div>
  );
}
