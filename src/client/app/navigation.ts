import type { ClientModule } from '@docusaurus/types';
import { announce } from '../page/announce.ts';
import { contentChanged, PHONE_MENU } from '../protocol.ts';
import { rememberStart, setShown } from './page-fetch.ts';

/** Docusaurus client module, notified of every navigation. */
type Move = Parameters<NonNullable<ClientModule['onRouteDidUpdate']>>[0];

/** Scroll positions by the key of the history entry. */
const positions = new Map<string, number>();
let shown: string | undefined;
/** Between the change of the URL and the new page, the browser controls scrolling. */
let isMoving = false;

if (typeof window !== 'undefined') {
  rememberStart();
  window.addEventListener('scroll', remember, { passive: true });
}

function remember(): void {
  if (!isMoving && shown !== undefined) positions.set(shown, window.scrollY);
}

/**
 * The browser's own key if available, otherwise the router's, which the first page and links within a page
 * lack; they have no stored position then.
 */
function keyOf({ key, hash, pathname }: Move['location']): string | undefined {
  return window.navigation?.currentEntry?.key ?? key ?? (hash === '' ? pathname : undefined);
}

export function onRouteUpdate({ previousLocation }: Move): void {
  isMoving = previousLocation !== null;
}

/**
 * Runs after Docusaurus has rendered a page and scrolled to its top or target. Back and forward restore the
 * reader's position, since the browser did so before the page was there. Otherwise the focus moves to the
 * page's heading or the URL's target. Either way the page is announced.
 */
export function onRouteDidUpdate({ location, previousLocation }: Move): void {
  setShown(location.pathname);
  // The mobile menu, after one of its links.
  if (previousLocation) document.getElementById(PHONE_MENU)?.hidePopover?.();
  const key = keyOf(location);
  const former = positions.get(key ?? '');
  const isKnown = former !== undefined && key !== shown;
  shown = key;
  isMoving = false;
  if (!previousLocation) return;
  if (isKnown) window.scrollTo(0, former);
  if (location.pathname === previousLocation.pathname) return;
  // Reference pages were upgraded when they were inserted; guides were not.
  if (!isKnown && !document.querySelector('main [data-target]')) contentChanged();
  // Docusaurus focuses its skip link and sets the title in effects that run later.
  setTimeout(() => {
    if (!isKnown) focusStart();
    announce(document.title);
  }, 100);
}

/** To the URL's target, which has been marked, or else to the page's heading. */
function focusStart(): void {
  const target =
    document.querySelector<HTMLElement>('main [data-target]') ??
    document.querySelector<HTMLElement>('main h1');
  target?.setAttribute('tabindex', '-1');
  target?.focus({ preventScroll: true });
}
