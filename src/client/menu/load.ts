import type { MenuEntry } from './entries.ts';

const loading = new Map<string, Promise<readonly MenuEntry[]>>();

/** The field of the filter, which names the data of the sidebar. */
const FIELD = 'input[data-menu]';

/** The sidebar around an element. */
export function menuOf(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>('.ref-sidebar');
}

export function fieldOf(menu: HTMLElement): HTMLInputElement | null {
  return menu.querySelector<HTMLInputElement>(FIELD);
}

/** All entries of a sidebar, loaded once. */
export function loadEntries(menu: HTMLElement): Promise<readonly MenuEntry[]> {
  const address = fieldOf(menu)?.dataset.menu ?? '';
  const known = loading.get(address) ?? load(address);
  loading.set(address, known);
  // A later attempt tries again.
  known.catch(() => loading.delete(address));
  return known;
}

async function load(address: string): Promise<readonly MenuEntry[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response.json();
}
