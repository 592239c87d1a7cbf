function foldsOf(button: HTMLElement): HTMLDetailsElement[] {
  const section = button.closest('[data-section]');
  // Examples are open beside the schema if there is room.
  return [...(section?.querySelectorAll<HTMLDetailsElement>('details:not(.ref-example)') ?? [])];
}

function isOpening(folds: readonly HTMLDetailsElement[]): boolean {
  return folds.some((fold) => !fold.open);
}

/** The label says what a click does: it expands all as long as one is collapsed. One fold needs no button. */
function update(button: HTMLElement): void {
  const folds = foldsOf(button);
  button.hidden = !folds[1];
  button.textContent = button.dataset.toggle?.split('|')[isOpening(folds) ? 0 : 1] ?? '';
}

/** Updates the buttons for the state of their sections. */
export function upgradeFolds(root: ParentNode): void {
  root.querySelectorAll<HTMLElement>('[data-toggle]').forEach(update);
}

/** "Expand all" buttons; printing expands everything. */
export function bindFolds(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-toggle]');
    if (button) {
      const folds = foldsOf(button);
      const open = isOpening(folds);
      for (const fold of folds) fold.open = open;
      update(button);
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
