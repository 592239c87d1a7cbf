import { sayNone } from '../page/none-found.ts';

/**
 * Fields that narrow a list: `data-filter` selects what contains the list. The page's script loads the app, and this
 * with it, when a field gets the focus; what has been typed until then counts as well.
 */

/** Shows only entries whose text contains all words of the field, and sections with such entries. */
function narrow(field: HTMLInputElement): void {
  const list = document.querySelector(field.dataset.filter ?? '');
  if (!list) return;
  const words = wordsOf(field.value);
  const entries = [...list.querySelectorAll('li')];
  for (const entry of entries) {
    const text = entry.textContent.toLowerCase();
    entry.hidden = !words.every((word) => text.includes(word));
  }
  for (const section of list.querySelectorAll('section'))
    section.hidden = !section.querySelector('li:not([hidden])');
  const shown = entries.filter(({ hidden }) => !hidden).length;
  const output = field.parentElement?.querySelector('output');
  if (!output) return;
  if (shown === 0) sayNone(output, field.value.trim());
  else output.textContent = words.length > 0 ? `${shown} / ${entries.length}` : '';
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

if (typeof document !== 'undefined') {
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches('[data-filter]')) narrow(target);
  });
  for (const field of document.querySelectorAll<HTMLInputElement>('[data-filter]'))
    if (field.value !== '') narrow(field);
}
