import { announce } from './announce.ts';

/** How long a button shows that it has copied, in milliseconds. */
const SAID = 2000;

/** A link's URL, a given text, or else the text of the element before. */
function textFor(button: HTMLElement): string {
  const { href } = button as Partial<HTMLAnchorElement>;
  return href || button.dataset.copy || (button.previousElementSibling?.textContent ?? '');
}

async function copy(button: HTMLElement): Promise<void> {
  // There are many links, so only some elements have the word, which is the same for all.
  const done = document.querySelector<HTMLElement>('[data-done]')?.dataset.done ?? '';
  await navigator.clipboard.writeText(textFor(button));
  const label = button.textContent;
  if (label === done) return;
  button.textContent = done;
  announce(done);
  setTimeout(() => {
    button.textContent = label;
    announce('');
  }, SAID);
}

/** Buttons and links with `data-copy`. */
export function bindCopy(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-copy]');
    if (button) {
      // If the browser does not allow it, the button does not change.
      copy(button).catch(() => {});
    }
  });
}
