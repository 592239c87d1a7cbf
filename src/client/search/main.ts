import { closeOnBack } from '../page/back.ts';
import type { SearchModule } from '../page/search-start.ts';
import { CONTENT_CHANGED, GUESS } from '../protocol.ts';
import { BASE } from './base.ts';
import { say } from './say.ts';
import { loadSite } from './site.ts';
import { nameValue } from './value-target.ts';
import { View } from './view.ts';

/** Set when the module is bundled. */
declare const SEARCH_STYLES: string;

/** Set when the module is bundled: path of the script `guess.ts` below the base URL. */
declare const SEARCH_GUESS: string;

let styles: CSSStyleSheet | undefined;

/** A Content-Security-Policy allows style sheets created by scripts, but not `<style>`. */
function addStyles(): void {
  if (styles) return;
  styles = new CSSStyleSheet();
  styles.replaceSync(SEARCH_STYLES);
  document.adoptedStyleSheets.push(styles);
}

const views = new WeakMap<HTMLElement, View>();

/** Turns an open dialog into the search; the text in its field is the initial query. */
export const show: SearchModule['show'] = (dialog) => {
  // Closed before this module had been loaded.
  if (!dialog.open) return;
  addStyles();
  const closed = closeOnBack(() => dialog.close(), true);
  dialog.addEventListener('close', closed, { once: true });
  const known = views.get(dialog);
  if (known) {
    known.reopen();
    return;
  }
  dialog.className = 'ref-search';
  dialog.setAttribute('aria-label', say('title'));
  const typed = dialog.querySelector('input');
  const close = (): void => dialog.close();
  const view = new View(dialog, { query: typed?.value ?? '', onGo: close, onClose: close });
  views.set(dialog, view);
  // Pressing beside the dialog hits its backdrop.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) close();
  });
  view.input.focus();
  const end = view.input.value.length;
  view.input.setSelectionRange(end, end);
};

async function guessAt(page: HTMLElement): Promise<void> {
  const script = (await import(BASE + SEARCH_GUESS)) as typeof import('./guess.ts');
  await script.guess(page, await loadSite(), say('meant'));
}

/** The search as a page: its URL contains the query, and can be shared. On the 404 page, guesses instead. */
function mount(): void {
  const page = document.querySelector<HTMLElement>('div[data-search]');
  if (!page || views.has(page)) return;
  if (page.dataset.search === GUESS) {
    // Without an index, there is nothing to guess from.
    guessAt(page).catch(() => {});
    return;
  }
  addStyles();
  page.classList.add('ref-search-inline');
  const view = new View(page, {
    query: new URLSearchParams(location.search).get('q') ?? '',
    onQuery: (query) => {
      const search = query.trim() === '' ? '' : `?q=${encodeURIComponent(query.trim())}`;
      history.replaceState(history.state, '', location.pathname + search);
    },
  });
  views.set(page, view);
  view.input.focus();
}

function update(): void {
  mount();
  nameValue();
}

update();
window.addEventListener('hashchange', nameValue);
// The app has navigated, perhaps to that page.
document.addEventListener(CONTENT_CHANGED, update);
