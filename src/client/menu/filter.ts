import { sayNone } from '../page/none-found.ts';
import { countIn, matchesIn } from './entries.ts';
import { element, rowOf } from './list.ts';
import { fieldOf, loadEntries } from './load.ts';

/** Shown at once; the count says how many there are. */
const MOST = 100;

/** Shows the pages of a sidebar that match what its field has, instead of its list. */
export async function filter(menu: HTMLElement): Promise<void> {
  const field = fieldOf(menu);
  const output = menu.querySelector<HTMLElement>('output');
  const nav = menu.querySelector<HTMLElement>('nav');
  if (!field || !output || !nav) return;
  const entries = await loadEntries(menu).catch(() => undefined);
  // No network, or the site has been redeployed: the list stays as it is.
  if (!entries) return;
  const query = field.value.trim();
  const found = query === '' ? [] : matchesIn(entries, query);
  const count = found.reduce((sum, { links }) => sum + links.length, 0);
  if (query !== '' && count === 0) sayNone(output, query);
  else output.textContent = query === '' ? '' : countText(output, count, countIn(entries));
  // In the same element, in which links belong to the app.
  nav.querySelector(':scope > [data-found]')?.remove();
  for (const list of nav.children) (list as HTMLElement).hidden = query !== '';
  if (query !== '') nav.append(resultsOf(found, nav));
}

function countText(output: HTMLElement, count: number, all: number): string {
  const say = (number: number) => number.toLocaleString(document.documentElement.lang);
  return (output.dataset.count ?? '').replace('{count}', say(count)).replace('{all}', say(all));
}

function resultsOf(found: ReturnType<typeof matchesIn>, nav: HTMLElement): HTMLElement {
  const list = element('ul', 'menu__list');
  list.dataset.found = '';
  // That of the document, where the page is in another language: its first entries are the document's.
  const lang = nav.querySelector<HTMLElement>('[lang]')?.lang;
  if (lang) list.lang = lang;
  let left = MOST;
  for (const { heading, links } of found) {
    if (left <= 0) break;
    const below = element('ul', 'menu__list');
    below.append(...links.slice(0, left).map(rowOf));
    left -= links.length;
    const group = element('li', 'menu__list-item menu__group');
    if (heading !== '') {
      const label = group.appendChild(element('span', 'menu__group-label'));
      label.textContent = heading;
    }
    group.append(below);
    list.append(group);
  }
  return list;
}
