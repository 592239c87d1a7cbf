import { fetchSlice } from '../app/fetch-slice.ts';
import { remembered } from '../page/tabs.ts';
import { CONTENT_CHANGED, FIELDS, OWN, SECRETS_CHANGED, SELECTION_CHANGED } from '../protocol.ts';
import {
  currentSelection,
  fieldsInputs,
  isConsoleOpen,
  rememberedFields,
  rememberFields,
} from './selection.ts';

/** Nothing chosen: what the server has rendered. */
const AS_SERVED = '{"anchors":[]}';

/** What the page shows: the selection as JSON, and the language of samples, whose colors may have to be loaded. */
let shown = AS_SERVED;

/** Delay between a key press in a field for credentials and the update of the samples, in milliseconds. */
const PAUSE = 150;
let timer = 0;
/** Counts changes of the reader's server and credentials. */
let changes = 0;

if (typeof document !== 'undefined') {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== FIELDS) return;
    rememberFields(target.value);
    follow();
  });
  document.addEventListener('click', keepAddress);
  document.addEventListener('keydown', keepAddress);
  // However a variant is chosen: by its tab, by a link, or by a search that finds text in it.
  new MutationObserver(follow).observe(document, { subtree: true, attributeFilter: ['hidden'] });
  document.addEventListener(CONTENT_CHANGED, start);
  document.addEventListener(SECRETS_CHANGED, () => {
    changes += 1;
    clearTimeout(timer);
    // The console shows its own request.
    if (!isConsoleOpen()) timer = window.setTimeout(follow, PAUSE);
  });
  start();
}

/**
 * Puts the variant that the reader has just chosen into the address, so that it can be shared. No entry of the history:
 * the page stays where it is. Clicks and keys that the page script has left to the browser choose nothing.
 */
function keepAddress({ target, defaultPrevented }: Event): void {
  const tabs = (target as Element).closest('.ref-choices [role=tablist]');
  const tab = tabs?.querySelector<HTMLAnchorElement>(':scope > [aria-selected=true]');
  if (tab && defaultPrevented) history.replaceState(history.state, '', tab.hash);
}

/** Applies the reader's choices to a page as the server has rendered it. */
function start(): void {
  shown = AS_SERVED;
  // Chosen before this script was there.
  const isPressed = fieldsInputs().some(({ checked, value }) => checked && value === 'all');
  if (isPressed) rememberFields('all');
  const samples = document.querySelector('.ref-samples');
  const isAsServed = rememberedFields() !== 'all' && !isOwn();
  if (isPressed || isAsServed || !samples) follow();
  else whenHarmless(samples, follow);
}

/** Whether the reader has a server or credentials of their own, in any API: they may have no effect on this page. */
function isOwn(): boolean {
  return remembered(OWN) !== undefined;
}

/** Waits until nothing on screen would move: samples become longer, and may be above other text. */
function whenHarmless(samples: Element, act: () => void): void {
  if (matchMedia('(min-width: 1280px)').matches) {
    act();
    return;
  }
  new IntersectionObserver(([entry], observer) => {
    if (entry?.isIntersecting) return;
    observer.disconnect();
    if (samples.isConnected) act();
  }).observe(samples);
}

/** Restores what is chosen after something else has restored what the server has rendered. */
export function followAgain(): void {
  shown = AS_SERVED;
  follow();
}

/** Shows the samples and examples of what is chosen on the page. */
function follow(): void {
  const selection = currentSelection();
  const json = JSON.stringify(selection);
  const language = document.querySelector('[data-tabs=language] > ref-panel:not([hidden])')?.id;
  const hasOwn = isOwn();
  const key = json === AS_SERVED && !hasOwn ? json : `${json} ${language} ${hasOwn ? changes : ''}`;
  const address = addressOfSlice();
  if (key === shown || address === undefined) return;
  for (const input of fieldsInputs())
    input.checked = input.value === (selection.fields ?? 'required');
  const isChanged =
    shown !== AS_SERVED || hasOwn || selection.fields === 'all' || selection.anchors.length > 0;
  shown = key;
  document.dispatchEvent(new Event(SELECTION_CHANGED));
  if (isChanged) void write(address, json, key);
}

function addressOfSlice(): string | undefined {
  const element = document.querySelector<HTMLElement>('[data-try], [data-slice]');
  return element?.dataset.try ?? element?.dataset.slice;
}

async function write(address: string, selection: string, key: string): Promise<void> {
  const samples = document.querySelector('.ref-samples');
  samples?.setAttribute('aria-busy', 'true');
  try {
    const [{ writeSelection }, slice] = await Promise.all([
      import(/* webpackChunkName: "samples" */ '@reference/samples'),
      fetchSlice(address),
    ]);
    if (key === shown) await writeSelection(slice, JSON.parse(selection));
  } catch {
    // The site has been redeployed, or there is no network: samples and examples stay as they are.
  }
  if (key === shown) samples?.removeAttribute('aria-busy');
}
