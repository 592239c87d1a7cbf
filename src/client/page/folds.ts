function foldsOf(button: HTMLElement): HTMLDetailsElement[] {
  const section = button.closest('[data-section]');
  // Examples are open beside the schema if there is room.
  const folds = section?.querySelectorAll<HTMLDetailsElement>('details:not(.ref-example)');
  return [...(folds ?? [])];
}

/** The label says what a click does: it expands all as long as one is collapsed. */
function label(button: HTMLElement, open: boolean): void {
  const [expand, collapse] = (button.dataset.toggle ?? '').split('|');
  button.textContent = (open ? expand : collapse) ?? '';
}

function isOpening(folds: readonly HTMLDetailsElement[]): boolean {
  return folds.some((fold) => !fold.open);
}

/** Updates the labels for the state of their sections. */
export function upgradeFolds(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLElement>('[data-toggle]'))
    label(button, isOpening(foldsOf(button)));
}

/** "Expand all" buttons; printing expands everything. */
export function bindFolds(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-toggle]');
    if (button) {
      const folds = foldsOf(button);
      const open = isOpening(folds);
      for (const fold of folds) fold.open = open;
      label(button, !open);
    }
  });
  let opened: HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    opened = [
      ...document.querySelectorAll<HTMLDetailsElement>('main details:not([open],.dropdown)'),
    ];
    for (const fold of opened) fold.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const fold of opened) fold.open = false;
  });
}
