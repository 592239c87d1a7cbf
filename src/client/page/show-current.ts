/** A long sidebar shows where the reader is: scrolls it where the current page's link is out of sight. */
export function showCurrent(nav: HTMLElement | null): void {
  const current = nav?.querySelector('[aria-current]');
  if (!nav || !current) return;
  const view = nav.getBoundingClientRect();
  const { top, bottom } = current.getBoundingClientRect();
  if (bottom > view.bottom || top < view.top) {
    nav.scrollTop += top - view.top - nav.clientHeight / 2;
  }
}
