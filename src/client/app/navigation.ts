import type { ClientModule } from '@docusaurus/types';
import { announce } from '../page/announce.ts';
import { contentChanged } from '../protocol.ts';
import { setShown } from './page-fetch.ts';

/** Docusaurus' client module: told of every page that the app moves to. */
type Move = Parameters<NonNullable<ClientModule['onRouteDidUpdate']>>[0];

/** Scroll positions by the key of the history's entry. */
const positions = new Map<string, number>();
let shown: string | undefined;
/** From the change of the address until the page is there, scrolling is the browser's. */
let isMoving = false;

if (typeof window !== 'undefined') {
  window.addEventListener('scroll', remember, { passive: true });
}

function remember(): void {
  if (!isMoving && shown !== undefined) positions.set(shown, window.scrollY);
}

/**
 * The browser's own key, where it gives one; the router's otherwise. That lacks one for the first page
 * and for links within a page, which have no position of their own then.
 */
function keyOf({ key, hash, pathname }: Move['location']): string | undefined {
  return window.navigation?.currentEntry?.key ?? key ?? (hash === '' ? pathname : undefined);
}

export function onRouteUpdate({ previousLocation }: Move): void {
  isMoving = previousLocation !== null;
}

/**
 * After Docusaurus has drawn a page and scrolled to its top or target: back and forward return to
 * where the reader was, for the browser did that when the page was not there yet. Elsewhere the
 * focus goes to the page's heading or the address' target. Either way the page is announced.
 */
export function onRouteDidUpdate({ location, previousLocation }: Move): void {
  setShown(location.pathname);
  const key = keyOf(location);
  const former = positions.get(key ?? '');
  const isKnown = former !== undefined && key !== shown;
  shown = key;
  isMoving = false;
  if (!previousLocation) return;
  if (isKnown) window.scrollTo(0, former);
  if (location.pathname === previousLocation.pathname) return;
  // Pages of the reference have done so as they were put in; guides have not.
  if (!isKnown && !document.querySelector('main [data-target]')) contentChanged();
  // Docusaurus moves the focus to its skip link, and sets the title, in effects that come later.
  setTimeout(() => {
    if (!isKnown) focusStart();
    announce(document.title);
  }, 100);
}

/** To what the address points to, which has been marked, or else to the page's heading. */
function focusStart(): void {
  const target =
    document.querySelector<HTMLElement>('main [data-target]') ??
    document.querySelector<HTMLElement>('main h1');
  target?.setAttribute('tabindex', '-1');
  target?.focus({ preventScroll: true });
}
