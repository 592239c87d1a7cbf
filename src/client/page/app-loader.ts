import { isForSearch } from './search-start.ts';

/** What a reader turns to: things that the app makes better or that need it. */
const CONTROLS =
  'a[href], button, input, select, summary, [role=button], [role=tab], [tabindex="0"]';

/** Docusaurus' link past the navigation. */
const SKIP = '[href^="#__docusaurus"]';

/** The button of the console. */
const CONSOLE = '[data-try]';

/** Of these, what does nothing by itself. */
const NEEDS_APP = 'button, [role=button], [role=tab], [aria-haspopup]';

/**
 * Loads the app (React, the router, the navbar) when the reader first turns to a control or a link.
 * Until it is ready, links are the browser's; a click on one of the app's buttons is kept, and
 * played again when the app can take it.
 *
 * @param scripts Addresses of the app's scripts, in order.
 */
export function loadAppOnIntent(scripts: readonly string[]): void {
  const events = ['pointerover', 'touchstart', 'focusin', 'keydown', 'click'] as const;
  let kept: { readonly target: HTMLElement; readonly byKey: boolean } | undefined;
  let isLost = false;
  const isReady = (): boolean => document.documentElement.dataset.hasHydrated === 'true';

  const onIntent = (event: Event): void => {
    if (isForSearch(event)) return;
    const target =
      event.target instanceof Element ? event.target.closest<HTMLElement>(CONTROLS) : null;
    if (!target && event.type !== 'keydown') return;
    load();
    if (event.type === 'click' && target?.matches(SKIP) && !isReady()) skipToText(event);
    // Controls of the reference work by themselves, but for the console; so do links.
    if (
      event.type !== 'click' ||
      isReady() ||
      !target?.matches(NEEDS_APP) ||
      (target.closest('[data-part]') && !target.matches(CONSOLE))
    )
      return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // A click that a key made comes from no place.
    kept = { target, byKey: (event as MouseEvent).detail === 0 };
    // A sign that it was heard, see css/site.css.
    target.ariaBusy = 'true';
    if (isLost) location.reload();
  };

  // Docusaurus draws the colour mode's button disabled until the app runs; it takes clicks from now on.
  for (const button of document.querySelectorAll<HTMLButtonElement>('.navbar button:disabled')) {
    button.disabled = false;
  }

  // The site has been redeployed, or there is no network: the page goes on without the app, until
  // somebody needs it.
  const giveUp = (): void => {
    isLost = true;
    if (kept) location.reload();
  };

  let isLoading = false;
  const load = (): void => {
    if (isLoading) return;
    isLoading = true;
    for (const src of scripts) {
      const script = document.createElement('script');
      script.src = src;
      // In their order, as they stand in an ordinary page.
      script.async = false;
      script.onerror = giveUp;
      document.head.append(script);
    }
    new MutationObserver((_changes, observer) => {
      if (!isReady()) return;
      observer.disconnect();
      for (const name of events) document.removeEventListener(name, onIntent, true);
      // From here on the app fetches the next page itself.
      document.querySelector('[type=speculationrules]')?.remove();
      // The app has bound its handlers to the same elements by now.
      requestAnimationFrame(() => kept && playAgain(kept.target, kept.byKey));
    }).observe(document.documentElement, { attributeFilter: ['data-has-hydrated'] });
  };
  for (const name of events)
    document.addEventListener(name, onIntent, { capture: true, passive: name !== 'click' });
  // A link to a console that somebody has filled in.
  if (/^#try\b/.test(location.hash)) load();
}

/** As the app does it: by itself the link leads to the sidebar, which stands before the text. */
function skipToText(event: Event): void {
  const main = document.querySelector('main');
  if (!main) return;
  event.preventDefault();
  main.tabIndex = -1;
  main.focus();
  main.removeAttribute('tabindex');
}

/** Dropdowns of the navbar listen for the key itself. */
function playAgain(target: HTMLElement, byKey: boolean): void {
  target.ariaBusy = null;
  const key = { key: 'Enter', bubbles: true, cancelable: true };
  if (!byKey || target.dispatchEvent(new KeyboardEvent('keydown', key))) target.click();
}
