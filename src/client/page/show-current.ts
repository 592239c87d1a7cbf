/** Scrolls the element around a long sidebar to the current page's link if it is out of sight. */
export function showCurrent(nav: HTMLElement | null): void {
  const current = nav?.querySelector('nav [aria-current]');
  if (!nav || !current) return;
  const view = nav.getBoundingClientRect();
  const { top, bottom } = current.getBoundingClientRect();
  if (bottom > view.bottom || top < view.top)
    nav.scrollTop += top - view.top - nav.clientHeight / 2;
}
