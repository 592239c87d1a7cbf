/**
 * The fold after a list of tabs, which shows all of them: the focus goes on in the list, where arrows lead from tab to
 * tab, and Escape closes it.
 */

const FOLD = '[data-tabs] > [role=tablist] + details';

if (typeof document !== 'undefined') {
  // It does not bubble.
  document.addEventListener('toggle', onToggle, true);
  document.addEventListener('keydown', onKey);
}

function onToggle({ target }: Event): void {
  if (!(target instanceof HTMLDetailsElement && target.open && target.matches(FOLD))) return;
  if (!target.contains(document.activeElement)) return;
  target.previousElementSibling?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
}

function onKey({ key, target }: KeyboardEvent): void {
  if (key !== 'Escape' || !(target instanceof Element)) return;
  const list = target.closest('[data-tabs] > *');
  const fold = list?.parentElement?.querySelector<HTMLDetailsElement>(FOLD);
  // Escape in a panel is for what is in it.
  if (!fold?.open || list?.localName === 'ref-panel') return;
  fold.open = false;
  fold.querySelector('summary')?.focus();
}
