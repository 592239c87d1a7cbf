import { NavbarSecondaryMenuFiller, useWindowSize } from '@docusaurus/theme-common';
import { useNavbarMobileSidebar } from '@docusaurus/theme-common/internal';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { useEffect, useRef, useState } from 'react';
import { Kept } from './kept.tsx';
import { currentPage } from './page-fetch.ts';
import { showCurrent } from './reference/show-current.ts';
import { type ReferenceSidebarProps, sidebarAttributes } from './sidebar.ts';

/** In the browser: keeps the server's sidebar, and brings it in line with the page that is shown. */
export default function ReferenceSidebar({ path }: ReferenceSidebarProps) {
  const isMobile = useWindowSize() === 'mobile';
  return isMobile ? (
    <NavbarSecondaryMenuFiller component={MobileSidebar} props={{ path }} />
  ) : (
    <DesktopSidebar path={path} />
  );
}

interface PathProps {
  readonly path: string;
}

function DesktopSidebar({ path }: PathProps) {
  const isBrowser = useIsBrowser();
  const nav = useRef<HTMLElement>(null);
  const [html] = useState(() => (isBrowser ? sidebarHtml() : ''));
  useEffect(() => {
    if (!nav.current) return;
    showPage(nav.current, path);
    showCurrent(nav.current);
  }, [path]);
  return <Kept as="nav" part="sidebar" html={html} ref={nav} attributes={sidebarAttributes()} />;
}

/** Stands in the navbar's menu, which closes when the reader goes somewhere. */
function MobileSidebar({ path }: PathProps) {
  const { toggle, shown } = useNavbarMobileSidebar();
  const opened = useRef(path);
  useEffect(() => {
    if (opened.current !== path && shown) toggle();
    opened.current = path;
  }, [path, shown, toggle]);
  return <Kept key={path} as="div" part="sidebar-mobile" html={sidebarHtml()} />;
}

function sidebarHtml(): string {
  return currentPage?.page.parts.get('sidebar') ?? '';
}

/** Marks the current page in the list where it is there already; otherwise the list is the page's own. */
function showPage(nav: HTMLElement, path: string): void {
  const current = nav.querySelector<HTMLAnchorElement>('[aria-current]');
  const isCurrent = (link: HTMLAnchorElement): boolean => new URL(link.href).pathname === path;
  if (current && isCurrent(current)) return;
  const next = [...nav.querySelectorAll('a')].find(isCurrent);
  if (next && !next.classList.contains('menu__link--category')) {
    current?.classList.remove('menu__link--active');
    current?.removeAttribute('aria-current');
    next.classList.add('menu__link--active');
    next.setAttribute('aria-current', 'page');
  } else if (currentPage?.pathname === path) {
    const { scrollTop } = nav;
    nav.innerHTML = sidebarHtml();
    nav.scrollTop = scrollTop;
  }
}
