import { NavbarSecondaryMenuFiller, useWindowSize } from '@docusaurus/theme-common';
import { useNavbarMobileSidebar } from '@docusaurus/theme-common/internal';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { useEffect, useRef, useState } from 'react';
import { showCurrent } from '../page/show-current.ts';
import { Kept } from './kept.tsx';
import { keyOf, loadedPage, useFetchedPage } from './page-fetch.ts';
import { type ReferenceSidebarProps, sidebarAttributes } from './sidebar.ts';
import { isSame } from './sidebar-branch.ts';

/** In the browser: keeps the server's sidebar and updates it for the current page. */
export default function ReferenceSidebar({ path }: ReferenceSidebarProps) {
  const isMobile = useWindowSize() === 'mobile';
  // Renders again when the page has been fetched.
  const isLoaded = useFetchedPage(path) !== undefined;
  return isMobile ? (
    <NavbarSecondaryMenuFiller component={MobileSidebar} props={{ path, isLoaded }} />
  ) : (
    <DesktopSidebar path={path} isLoaded={isLoaded} />
  );
}

interface PathProps {
  readonly path: string;
  readonly isLoaded: boolean;
}

function DesktopSidebar({ path, isLoaded }: PathProps) {
  const isBrowser = useIsBrowser();
  const nav = useRef<HTMLElement>(null);
  const [html] = useState(() => (isBrowser ? sidebarHtml(path) : ''));
  // On the first page, the page's script has scrolled to it; the reader may have scrolled since.
  const shown = useRef(isBrowser ? undefined : path);
  useEffect(() => {
    if (!nav.current || !isLoaded || shown.current === path) return;
    shown.current = path;
    showPage(nav.current, path);
    showCurrent(nav.current);
  }, [path, isLoaded]);
  return (
    <Kept as="nav" part="sidebar" html={html} element={nav} attributes={sidebarAttributes()} />
  );
}

/** In the mobile menu, which closes on navigation. */
function MobileSidebar({ path, isLoaded }: PathProps) {
  const { toggle, shown } = useNavbarMobileSidebar();
  const opened = useRef(path);
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    if (opened.current !== path && shown) toggle();
    opened.current = path;
  }, [path, shown, toggle]);
  useEffect(() => {
    // The scroll container is an ancestor.
    if (shown) showCurrent(list.current?.parentElement ?? null);
  }, [shown]);
  const html = isLoaded ? sidebarHtml(path) : '';
  return <Kept key={path} as="div" part="sidebar-mobile" html={html} element={list} />;
}

function sidebarHtml(path: string): string {
  return loadedPage(path)?.parts.get('sidebar') ?? '';
}

/**
 * Marks the current page in the list; if it is missing or opens a category, the list is replaced with that of
 * the page.
 */
function showPage(nav: HTMLElement, path: string): void {
  const links = [...nav.querySelectorAll<HTMLAnchorElement>('a')];
  const wanted = links.filter((link) => isSame(keyOf(new URL(link.href).pathname), keyOf(path)));
  // A link to the hidden part of a long list is not the page's place in it.
  const isPlace = (link: HTMLElement): boolean =>
    !link.matches('.menu__link--category, .menu__more > a');
  if (wanted.length > 0 && wanted.every(isPlace)) {
    for (const link of links) {
      const isCurrent = wanted.includes(link);
      link.classList.toggle('menu__link--active', isCurrent);
      if (isCurrent) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  } else if (loadedPage(path)) {
    const { scrollTop } = nav;
    nav.innerHTML = sidebarHtml(path);
    nav.scrollTop = scrollTop;
  }
}
