import { useNavbarMobileSidebar } from '@docusaurus/theme-common/internal';
import Toggle from '@theme-original/Navbar/MobileSidebar/Toggle';
import { type ReactNode, useEffect, useRef } from 'react';

/** The button of the phone's menu. It has the focus again when the menu goes, which had it. */
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
