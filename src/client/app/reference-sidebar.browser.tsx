import { NavbarSecondaryMenuFiller, useWindowSize } from '@docusaurus/theme-common';
import { useNavbarMobileSidebar } from '@docusaurus/theme-common/internal';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { useEffect, useRef, useState } from 'react';
import { showCurrent } from '../page/show-current.ts';
import { SIDEBAR_CHANGED } from '../protocol.ts';
import { Kept } from './kept.tsx';
import { keyOf, loadedPage, useFetchedPage } from './page-fetch.ts';
import { type ReferenceSidebarProps, SIDEBAR_CLASS, sidebarAttributes } from './sidebar.ts';
import { isSame } from './sidebar-branch.ts';

/** In the browser: keeps the server's sidebar and updates it for the current page. */
export default function ReferenceSidebar(props: ReferenceSidebarProps) {
  const { path } = props;
  const isMobile = useWindowSize() === 'mobile';
  // Renders again when the page has been fetched.
  const isLoaded = useFetchedPage(path) !== undefined;
  return isMobile ? (
    <NavbarSecondaryMenuFiller component={MobileSidebar} props={{ path, isLoaded }} />
  ) : (
    <DesktopSidebar {...props} />
  );
}

/** Beside the page; on phones, in the menu of a site of ours. */
export function DesktopSidebar({ path }: ReferenceSidebarProps) {
  const isBrowser = useIsBrowser();
  const isLoaded = useFetchedPage(path) !== undefined;
  const scroller = useRef<HTMLDivElement>(null);
  const nav = useRef<HTMLElement>(null);
  const field = useRef<HTMLElement>(null);
  const [html] = useState(() => (isBrowser ? partOf(path, 'sidebar') : ''));
  const [filter] = useState(() => (isBrowser ? partOf(path, 'sidebar-filter') : ''));
  // On the first page, the page's script has scrolled to it; the reader may have scrolled since.
  const shown = useRef(isBrowser ? undefined : path);
  useEffect(() => {
    if (!nav.current || !isLoaded || shown.current === path) return;
    shown.current = path;
    if (field.current) showField(field.current, path);
    showPage(nav.current, path);
    showCurrent(scroller.current);
  }, [path, isLoaded]);
  return (
    <div ref={scroller} className={SIDEBAR_CLASS}>
      <Kept as="div" part="sidebar-filter" html={filter} element={field} />
      <Kept as="nav" part="sidebar" html={html} element={nav} attributes={sidebarAttributes()} />
    </div>
  );
}

interface MobileSidebarProps {
  readonly path: string;
  readonly isLoaded: boolean;
}

/** In Docusaurus' menu of a phone, which closes on navigation. */
function MobileSidebar({ path, isLoaded }: MobileSidebarProps) {
  const { toggle, shown } = useNavbarMobileSidebar();
  const opened = useRef(path);
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (opened.current !== path && shown) toggle();
    opened.current = path;
  }, [path, shown, toggle]);
  useEffect(() => {
    // The scroll container is an ancestor.
    if (shown) showCurrent(scroller.current?.parentElement ?? null);
  }, [shown]);
  const htmlOf = (part: string): string => (isLoaded ? partOf(path, part) : '');
  return (
    <div key={path} ref={scroller} className={SIDEBAR_CLASS}>
      <Kept as="div" part="sidebar-filter" html={htmlOf('sidebar-filter')} />
      <Kept as="nav" part="sidebar" html={htmlOf('sidebar')} attributes={sidebarAttributes()} />
    </div>
  );
}

function partOf(path: string, part: string): string {
  return loadedPage(path)?.parts.get(part) ?? '';
}

/** The sidebars of all APIs are one for React: on a page of another API, its field replaces the one that is there. */
function showField(element: HTMLElement, path: string): void {
  const { content } = Object.assign(document.createElement('template'), {
    innerHTML: partOf(path, 'sidebar-filter'),
  });
  if (listIn(element) !== listIn(content)) element.replaceChildren(content);
}

/** Which list a field filters. */
function listIn(parent: ParentNode): string | undefined {
  return parent.querySelector<HTMLElement>('[data-menu]')?.dataset.menu;
}

/**
 * Marks the current page in the list; if it is missing or opens a category, the list is replaced with that of
 * the page.
 */
function showPage(nav: HTMLElement, path: string): void {
  const links = [...nav.querySelectorAll<HTMLAnchorElement>('a')];
  const wanted = links.filter((link) => isSame(keyOf(new URL(link.href).pathname), keyOf(path)));
  const places = wanted.filter((link) => !link.closest('[data-found]'));
  // A link to the hidden part of a long list is not the page's place in it, and a closed category opens.
  const isPlace = (link: HTMLElement): boolean =>
    !link.matches('.menu__link--category, .menu__more > a, details > a');
  if (places.length === 0 || !places.every(isPlace)) {
    if (!loadedPage(path)) return;
    nav.innerHTML = partOf(path, 'sidebar');
    document.dispatchEvent(new Event(SIDEBAR_CHANGED));
    return;
  }
  for (const link of links) {
    const isCurrent = wanted.includes(link) && (isPlace(link) || !places.includes(link));
    link.classList.toggle('menu__link--active', isCurrent);
    if (isCurrent) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}
