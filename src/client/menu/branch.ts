import type { Step } from './entries.ts';
import { itemsAt } from './entries.ts';
import { listOf } from './list.ts';
import { loadEntries, menuOf } from './load.ts';

/** What the reader has opened and closed, by the steps to it; other pages of the sidebar have it as well. */
const choices = new Map<string, boolean>();

/** Opens or closes the category of a button, or of the link to its first page. */
export async function toggle(button: HTMLElement): Promise<void> {
  const isOpen = button.ariaExpanded !== 'true';
  choices.set(JSON.stringify(stepsTo(button)), isOpen);
  await setOpen(button, isOpen);
}

/** Restores what the reader has opened and closed in a sidebar that has been replaced, outermost first. */
export async function restore(menu: HTMLElement): Promise<void> {
  for (const [key, isOpen] of choices) {
    const button = [...menu.querySelectorAll<HTMLElement>('[data-branch]')].find(
      (one) => JSON.stringify(stepsTo(one)) === key,
    );
    const hasPage = button?.closest('li')?.querySelector('[aria-current]');
    if (button && (isOpen || !hasPage)) await setOpen(button, isOpen);
  }
}

/** The items of a closed category are not in the page, and of a closed one that was open they are hidden. */
async function setOpen(button: HTMLElement, isOpen: boolean): Promise<void> {
  const row = button.closest('li');
  const menu = menuOf(button);
  if (!row || !menu) return;
  let list = row.querySelector<HTMLElement>(':scope > ul');
  if (isOpen && !list) {
    button.ariaBusy = 'true';
    const entries = await loadEntries(menu).catch(() => undefined);
    button.ariaBusy = null;
    // Without a network, its page or first page has the list.
    if (!entries) return location.assign(row.querySelector('a')?.href ?? '');
    list = row.querySelector(':scope > ul');
    if (!list) row.append(listOf(itemsAt(entries, stepsTo(button)), button.lang));
  }
  if (list) list.hidden = !isOpen;
  button.ariaExpanded = String(isOpen);
}

/** The categories around a button, and its own. Headings have no link. */
function stepsTo(button: HTMLElement): Step[] {
  const steps: Step[] = [];
  const root = button.closest('nav');
  for (
    let row = button.closest('li');
    row && root?.contains(row);
    row = row.parentElement?.closest('li') ?? null
  ) {
    const name = row.firstElementChild;
    steps.unshift([name?.textContent ?? '', name?.getAttribute('href') ?? '']);
  }
  return steps;
}
