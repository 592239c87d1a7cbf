/** Number of the entry that something has added to the history; in the entry's state. */
const OVER = 'over';

/** Not in TypeScript's library yet. */
declare class CloseWatcher {
  onclose: (() => void) | null;
  destroy(): void;
}

let entries = 0;

const stateOf = (): Readonly<Record<string, unknown>> => history.state ?? {};

/**
 * Lets the Back button of a phone close what covers the page or has been added to it, instead of leaving the page.
 *
 * Chromium on Android does so by itself for dialogs and popovers; anything else gets a `CloseWatcher`. Other browsers
 * have none, so there it opens with a history entry for the same URL: Back leads to the one before, and that closes it.
 * If it closes in another way, that entry is left first, and if a link is followed, before the link is: no entry is
 * passed twice on the way back.
 *
 * @param isNative Whether it is a dialog or popover.
 * @returns what to call when it has been closed.
 */
export function closeOnBack(close: () => void, isNative: boolean): () => void {
  // Elsewhere, Back is where it always was, and nothing looks like a page of its own.
  if (!matchMedia('(pointer: coarse)').matches) return () => {};
  if ('CloseWatcher' in window) {
    if (isNative) return () => {};
    const watcher = new CloseWatcher();
    watcher.onclose = close;
    return () => watcher.destroy();
  }
  const entry = ++entries;
  let isOpen = true;
  let next = (): void => {};
  const isHere = (): boolean => stateOf()[OVER] === entry;
  history.pushState({ ...stateOf(), [OVER]: entry }, '');

  const leave = (then = (): void => {}): void => {
    isOpen = false;
    next = then;
    document.removeEventListener('click', onClick, true);
    // Unless the page has moved on: to a place in it, for example.
    if (isHere()) history.back();
    else window.removeEventListener('popstate', onPop, true);
  };
  const onPop = (event: PopStateEvent): void => {
    // Back from a place in the page.
    if (isHere()) return;
    // The page is the same, so the app has nothing to do; it would scroll to the top.
    event.stopImmediatePropagation();
    window.removeEventListener('popstate', onPop, true);
    document.removeEventListener('click', onClick, true);
    const wasOpen = isOpen;
    isOpen = false;
    if (wasOpen) close();
    next();
  };
  const onClick = (event: MouseEvent): void => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    // What covers the page closes for any link.
    const isElsewhere = link && link.pathname + link.search !== location.pathname + location.search;
    if (!link || !(isElsewhere || isNative) || link.target || link.download || !isHere()) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    leave(() => link.click());
  };
  window.addEventListener('popstate', onPop, true);
  document.addEventListener('click', onClick, true);
  return () => {
    if (isOpen) leave();
  };
}
