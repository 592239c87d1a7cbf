import type { Step } from './entries.ts';
import { itemsAt } from './entries.ts';
import { listOf } from './list.ts';
import { fieldOf, loadEntries, menuOf } from './load.ts';

/** What the reader has opened and closed, by the steps to it; other pages of the sidebar have it as well. */
const choices = new Map<string, boolean>();

/** The category of a summary; undefined for a button beside the link of a category. */
function foldOf(button: HTMLElement): HTMLDetailsElement | undefined {
  const { parentElement } = button;
  return parentElement instanceof HTMLDetailsElement ? parentElement : undefined;
}

/** Opens or closes the category of a button or summary. */
export async function toggle(button: HTMLElement): Promise<void> {
  const isOpen = !(foldOf(button)?.open ?? button.ariaExpanded === 'true');
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
  const menu = menuOf(button);
  const fold = foldOf(button);
  const place = button.parentElement;
  if (!place || !menu) return;
  let list = place.querySelector<HTMLElement>(':scope > ul');
  if (isOpen && !list) {
    button.ariaBusy = 'true';
    const entries = await loadEntries(menu).catch(() => undefined);
    button.ariaBusy = null;
    // Without a network, its page has the list, to which a category without one has a link.
    if (!entries && !fold) return location.assign(place.querySelector('a')?.href ?? '');
    list = place.querySelector(':scope > ul');
    if (entries && !list) {
      const show = fieldOf(menu)?.dataset.show ?? '';
      place.append(listOf(itemsAt(entries, stepsTo(button)), show));
    }
  }
  if (fold) fold.open = isOpen;
  else {
    if (list) list.hidden = !isOpen;
    button.ariaExpanded = String(isOpen);
  }
}

/** The categories around a button, and its own. Headings have no address. */
function stepsTo(button: HTMLElement): Step[] {
  const steps: Step[] = [];
  const root = button.closest('nav');
  for (
    let row = button.closest('li');
    row && root?.contains(row);
    row = row.parentElement?.closest('li') ?? null
  ) {
    const name = row.querySelector<HTMLElement>(
      ':scope > details > summary, :scope > :first-child:not(details)',
    );
    steps.unshift([
      name?.textContent ?? '',
      name?.dataset.branch ?? name?.getAttribute('href') ?? '',
    ]);
  }
  return steps;
}
