import { sayNone } from '../page/none-found.ts';

/** Fields that narrow the tabs after them, `data-narrow`, and the keys of such tabs. */

const FIELD = 'input[data-narrow]';

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

if (typeof document !== 'undefined') {
  document.addEventListener('input', ({ target }) => {
    if (isField(target)) narrow(target);
  });
  // Before the script of the page, whose arrows would lead to hidden tabs.
  document.addEventListener('keydown', onKey, true);
  // What was entered while this was loaded.
  for (const field of document.querySelectorAll<HTMLInputElement>(FIELD))
    if (field.value !== '') narrow(field);
}

function isField(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof Element && target.matches(FIELD);
}

/** The list at the start of the element after that of a field. */
function listOf(field: HTMLInputElement): HTMLElement[] {
  const list = field.parentElement?.nextElementSibling?.firstElementChild;
  return [...(list?.children ?? [])] as HTMLElement[];
}

/** Shows the entries that have all words of the field in their text or address, however these are written. */
function narrow(field: HTMLInputElement): void {
  const words = field.value.split(/\s+/).map(plain);
  for (const entry of listOf(field)) {
    const text = plain(`${entry.textContent} ${entry.getAttribute('href')}`);
    entry.hidden = !words.every((word) => text.includes(word));
  }
  const output = field.parentElement?.querySelector('output');
  if (!output) return;
  const entries = listOf(field);
  const shown = entries.filter(({ hidden }) => !hidden).length;
  if (shown === 0) sayNone(output, field.value.trim());
  else output.textContent = field.value.trim() === '' ? '' : `${shown} / ${entries.length}`;
}

/** Only letters and digits: `access-denied` is in `AccessDenied`. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** From the field, Enter chooses the first entry, and an arrow leads to it; in the list, arrows lead on. */
function onKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (isField(target)) {
    const [first] = listOf(target).filter((entry) => !entry.hidden);
    if (first && (key === 'ArrowDown' || key === 'Enter')) take(first, event);
    return;
  }
  const tab = target instanceof Element ? target.closest<HTMLElement>('[role=tab]') : null;
  const field = tab?.closest('[data-tabs]')?.previousElementSibling?.querySelector(FIELD) ?? null;
  const step = STEPS[key];
  if (!tab || !isField(field) || step === undefined) return;
  const shown = listOf(field).filter((entry) => !entry.hidden);
  const next = shown.at((shown.indexOf(tab) + step) % shown.length);
  if (next) take(next, event);
}

function take(entry: HTMLElement, event: Event): void {
  event.preventDefault();
  event.stopPropagation();
  entry.click();
  entry.focus();
}
