import { FIELDS, OWN } from '../protocol.ts';
import { isForSearch } from './search-start.ts';
import { remembered } from './tabs.ts';

/** See `page-script.ts`. */
declare const HAS_SEARCH: boolean;

/** Elements that need the app, or that it improves. */
const CONTROLS =
  'a[href], button, input, select, summary, [role=button], [role=tab], [tabindex="0"]';

/** The button of the console, and those of forms. */
const CONSOLE = '[data-try],form *';

/** Those that do nothing without the app. */
const NEEDS_APP =
  'button:not([popovertarget], [data-copy]), [role=button], [role=tab], [aria-haspopup]';

/**
 * Loads the app (React, the router, the navbar) when the reader first interacts with a control or a link.
 * Until it is ready, the browser handles links; a click on one of the app's buttons is queued, and replayed
 * when the app is ready.
 *
 * @param files URLs of the app's style sheet, if the page has one of its own, and of its scripts, in order.
 */
export function loadAppOnIntent(files: readonly string[]): void {
  const events = ['pointerover', 'touchstart', 'focusin', 'keydown', 'click'] as const;
  let kept: { readonly target: HTMLElement; readonly byKey: boolean } | undefined;
  let isLost = false;

  const onIntent = (event: Event): void => {
    if (HAS_SEARCH && isForSearch(event)) return;
    // Events of the document itself have no element.
    const target = (event.target as Partial<Element>).closest?.<HTMLElement>(CONTROLS);
    if (!target && event.type !== 'keydown') return;
    load();
    if (event.type !== 'click' || !target) return;
    // Until the script of sidebars is there, which is not part of the app.
    if (target.matches('[data-branch]') && !isLost) {
      target.ariaBusy = 'true';
      event.preventDefault();
    }
    // Controls of the reference work without the app, except for the console and forms; so do links.
    if (!target.matches(NEEDS_APP) || (target.closest('[data-part]') && !target.matches(CONSOLE)))
      return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // A click from the keyboard has no position.
    kept = { target, byKey: (event as MouseEvent).detail === 0 };
    // Immediate feedback, see css/app.css.
    target.ariaBusy = 'true';
    if (isLost) location.reload();
  };

  // Docusaurus renders the color mode button disabled until the app runs; it accepts clicks from now on.
  for (const button of document.querySelectorAll<HTMLButtonElement>('.navbar button:disabled'))
    button.disabled = false;

  // The site has been redeployed, or there is no network: the page works without the app until something
  // needs it.
  const giveUp = (): void => {
    isLost = true;
    if (kept) location.reload();
  };

  let isLoading = false;
  const load = (): void => {
    if (isLoading) return;
    isLoading = true;
    for (const url of files) {
      const file = document.createElement(url.endsWith('.css') ? 'link' : 'script');
      // Either element ignores what is meant for the other; scripts run in order, as on an ordinary page.
      document.head.append(
        Object.assign(file, {
          rel: 'stylesheet',
          href: url,
          src: url,
          async: false,
          onerror: giveUp,
        }),
      );
    }
    new MutationObserver((_changes, observer) => {
      if (document.documentElement.dataset.hasHydrated !== 'true') return;
      observer.disconnect();
      for (const name of events) document.removeEventListener(name, onIntent, true);
      // From here on, the app fetches pages itself.
      document.querySelector('[type=speculationrules]')?.remove();
      // By now, the app has bound its handlers to the same elements.
      requestAnimationFrame(() => kept && playAgain(kept.target, kept.byKey));
    }).observe(document.documentElement, { attributeFilter: ['data-has-hydrated'] });
  };
  // Browsers take listeners of touches on the document for passive ones.
  for (const name of events) document.addEventListener(name, onIntent, true);
  // A link to a console with a filled-in form, to a variant or to versions, and samples that are not as served.
  if (/^#(try|re[qsv])/.test(location.hash) || [FIELDS, OWN].some(remembered)) load();
}

/** Dropdowns in the navbar listen for the key themselves. */
function playAgain(target: HTMLElement, byKey: boolean): void {
  target.ariaBusy = null;
  const key = { key: 'Enter', bubbles: true, cancelable: true };
  if (!byKey || target.dispatchEvent(new KeyboardEvent('keydown', key))) target.click();
}
