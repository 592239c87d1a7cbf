import { useNavbarMobileSidebar } from '@docusaurus/theme-common/internal';
import Toggle from '@theme-init/Navbar/MobileSidebar/Toggle';
import { type ReactNode, useEffect, useRef } from 'react';

/** The button of the mobile menu. It regains focus when the menu that had it closes. */
export default function MobileSidebarToggle(): ReactNode {
  const { shown } = useNavbarMobileSidebar();
  const wasShown = useRef(shown);
  useEffect(() => {
    if (wasShown.current && !shown)
      document.querySelector<HTMLElement>('.navbar__toggle')?.focus({ preventScroll: true });
    wasShown.current = shown;
  }, [shown]);
  return <Toggle />;
}
