import { SIDEBAR_CHANGED } from '../protocol.ts';
import { restore, toggle } from './branch.ts';
import { filter } from './filter.ts';
import { fieldOf, loadEntries, menuOf } from './load.ts';

/**
 * The sidebar of an API, without the app: its categories open and close, and its field filters it. A script of its own,
 * which is loaded before those of the app.
 */

const BRANCH = '[data-branch]';

function elementOf({ target }: Event): HTMLElement | null {
  return target instanceof HTMLElement ? target : null;
}

function onClick(event: MouseEvent): void {
  const button = elementOf(event)?.closest<HTMLElement>(BRANCH);
  if (!button) return;
  button.ariaBusy = null;
  // It opens once its items are there.
  event.preventDefault();
  void toggle(button);
}

/** The sidebar whose filter an element is. */
function filteredBy(field: Element | null): HTMLElement | null {
  return field?.matches('input[data-menu]') ? menuOf(field) : null;
}

function onFocus(field: Element | null): void {
  const menu = filteredBy(field);
  // The first letter tries again.
  if (menu) loadEntries(menu).catch(() => {});
}

function onInput(event: Event): void {
  const menu = filteredBy(elementOf(event));
  if (menu) void filter(menu);
}

/** Escape empties the field first; the menu of a phone closes with the next one. */
function onKey(event: KeyboardEvent): void {
  const menu = filteredBy(elementOf(event));
  const field = menu && fieldOf(menu);
  if (event.key !== 'Escape' || !menu || !field?.value) return;
  event.preventDefault();
  field.value = '';
  void filter(menu);
}

function onReplaced(): void {
  const menu = document.querySelector<HTMLElement>('.ref-sidebar');
  if (!menu) return;
  void restore(menu);
  if (fieldOf(menu)?.value) void filter(menu);
}

document.addEventListener('click', onClick, true);
document.addEventListener('focusin', (event) => onFocus(elementOf(event)));
document.addEventListener('input', onInput);
document.addEventListener('keydown', onKey, true);
document.addEventListener(SIDEBAR_CHANGED, onReplaced);

// What happened before this script was there.
for (const pressed of document.querySelectorAll<HTMLElement>(`${BRANCH}[aria-busy]`)) {
  pressed.ariaBusy = null;
  void toggle(pressed);
}
onFocus(document.activeElement);
onReplaced();
