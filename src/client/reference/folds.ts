function toggle(button: HTMLElement): void {
  const folds = [
    ...(button.closest('[data-section]')?.querySelectorAll<HTMLDetailsElement>('details') ?? []),
  ];
  const open = folds.some((fold) => !fold.open);
  for (const fold of folds) {
    fold.open = open;
  }
  const other = button.dataset.toggle ?? '';
  // With folds in both states, the first click opens all: the button then says "collapse".
  const saysCollapse = button.dataset.open === '';
  if (open !== saysCollapse) {
    button.dataset.toggle = button.textContent;
    button.textContent = other;
    button.toggleAttribute('data-open', open);
  }
}

/** "Expand all" buttons, and paper, which has no way to open anything. */
export function bindFolds(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-toggle]');
    if (button) {
      toggle(button);
    }
  });
  let opened: HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
    for (const fold of opened) {
      fold.open = true;
    }
  });
  window.addEventListener('afterprint', () => {
    for (const fold of opened) {
      fold.open = false;
    }
  });
}
