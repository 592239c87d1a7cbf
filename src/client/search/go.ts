import { contentChanged, GO } from '../protocol.ts';
/** Navigates to a path of the site. */
export function go(href: string): void {
  const target = new URL(href);
  if (target.pathname === location.pathname && target.hash !== '') {
    const isThere = target.hash === location.hash;
    location.hash = target.hash;
    // The browser reports changes only.
    if (isThere) contentChanged();
    return;
  }
  const event = new CustomEvent(GO, {
    detail: target.pathname + target.search + target.hash,
    cancelable: true,
  });
  if (document.dispatchEvent(event)) location.assign(href);
}
