import type { ClientModule } from '@docusaurus/types';
import { announce } from './reference/announce.ts';

/** Docusaurus' client module: told of every page that the app moves to. */
type Move = Parameters<NonNullable<ClientModule['onRouteDidUpdate']>>[0];

/** Scroll positions by the key of the history's entry. The first entry has no key. */
const positions = new Map<string | undefined, number>();
let shown: string | undefined;
/** From the change of the address until the page is there, scrolling is the browser's. */
let isMoving = false;

if (typeof window !== 'undefined') {
  window.addEventListener('scroll', remember, { passive: true });
}

function remember(): void {
  if (!isMoving) positions.set(shown, window.scrollY);
}

export function onRouteUpdate({ previousLocation }: Move): void {
  isMoving = previousLocation !== null;
}

/**
 * After Docusaurus has drawn a page and scrolled to its top or target: back and forward return to
 * where the reader was, for the browser did that when the page was not there yet. Elsewhere the
 * focus goes to the page's heading. Either way the page is announced.
 */
export function onRouteDidUpdate({ location, previousLocation }: Move): void {
  const former = positions.get(location.key);
  const isKnown = former !== undefined && location.key !== shown;
  shown = location.key;
  isMoving = false;
  if (!previousLocation) return;
  if (isKnown) window.scrollTo(0, former);
  if (location.pathname === previousLocation.pathname) return;
  // Docusaurus moves the focus to its skip link, and sets the title, in effects that come later.
  setTimeout(() => {
    if (!isKnown && !location.hash) focusHeading();
    announce(document.title);
  }, 100);
}

function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}
