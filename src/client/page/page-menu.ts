import { PAGE_MENU } from '../protocol.ts';

/** Fetches what the menu's button copies: browsers only allow copying immediately after a click. */
async function fill(menu: HTMLElement): Promise<void> {
  const button = menu.querySelector<HTMLButtonElement>('button:disabled');
  if (!button) return;
  const response = await fetch(button.value);
  if (!response.ok) return;
  button.dataset.copy = await response.text();
  button.disabled = false;
}

function onToggle({ target }: Event): void {
  // Without it, the button stays as it is.
  if ((target as Element).id === PAGE_MENU) fill(target as HTMLElement).catch(() => {});
}

/** A link that is copied leads to where the reader is. */
function stay(event: Event): void {
  if ((event.target as Element).closest(`#${PAGE_MENU} a[data-copy]`)) event.preventDefault();
}

document.addEventListener('toggle', onToggle, true);
document.addEventListener('click', stay, true);
// The page script loads this when the reader opens the menu.
const open = document.getElementById(PAGE_MENU);
if (open?.matches(':popover-open')) fill(open).catch(() => {});
