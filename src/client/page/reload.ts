/** What begins the hash of an address that opens a part of the page: the console, or the comparison of two versions. */
const OPENS = /^#(try$|try=|rev=)/;

/** In the state of an entry of the history: the hash with which the page has been reloaded. */
const RELOADED = 'reloaded';

/**
 * Reloads the page because a part of it could not be loaded: the site has been redeployed, or there is no network. The
 * browser then shows the new page or its error.
 *
 * If the address opens the part, it does so again. When that fails too, something else is wrong, such as an extension that
 * blocks a script: the page is reloaded without the hash, instead of forever.
 */
export function reloadPage(): void {
  const { hash, pathname, search } = window.location;
  if (OPENS.test(hash)) {
    const state: Readonly<Record<string, unknown>> = history.state ?? {};
    const isAgain = state[RELOADED] === hash;
    history.replaceState({ ...state, [RELOADED]: hash }, '', isAgain ? pathname + search : hash);
  }
  window.location.reload();
}
