import type { KeyboardEvent } from 'react';

/** Arrows lead from one fold of a tree to the next, and open and close them. */
export function followArrows(event: KeyboardEvent<HTMLElement>): void {
  const { key, currentTarget, target } = event;
  const fold = (target as Element).closest('summary')?.parentElement;
  if (!(fold instanceof HTMLDetailsElement)) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (step !== undefined) {
    const shown = [...currentTarget.querySelectorAll<HTMLElement>('summary')].filter(
      (summary) => summary.offsetParent !== null && isShown(summary),
    );
    shown[shown.indexOf(target as HTMLElement) + step]?.focus();
  } else if (key === 'ArrowLeft') fold.open = false;
  else if (key === 'ArrowRight') fold.open = true;
  else return;
  event.preventDefault();
}

/** Whether all folds around a line are open. */
function isShown(summary: Element): boolean {
  return !summary.parentElement?.parentElement?.closest('details:not([open])');
}
