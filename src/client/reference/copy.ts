import { announce } from './announce.ts';

/** How long a button says that it has copied, in milliseconds. */
const SAID = 2000;

async function copy(button: HTMLElement): Promise<void> {
  const { copy: text, done = '' } = button.dataset;
  await navigator.clipboard.writeText(text || (button.previousElementSibling?.textContent ?? ''));
  const label = button.textContent;
  if (label === done) {
    return;
  }
  button.textContent = done;
  announce(done);
  setTimeout(() => {
    button.textContent = label;
    announce('');
  }, SAID);
}

/** Buttons with `data-copy`: its text, or where it is empty that of the element before the button. */
export function bindCopy(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-copy]');
    if (button) {
      // A browser that does not allow it leaves the button as it was.
      copy(button).catch(() => {});
    }
  });
}
