import { labelPieces } from '../page/url-pieces.ts';
import {
  addressIn,
  isCategory,
  type MenuCategory,
  type MenuEntry,
  type MenuLink,
} from './entries.ts';

/**
 * Entries as `ReferenceMenu` renders them, with all categories closed.
 *
 * @param show Names of their buttons, `Show {name}`.
 */
export function listOf(entries: readonly MenuEntry[], show: string): HTMLElement {
  const list = element('ul', 'menu__list');
  for (const entry of entries) {
    if (!isCategory(entry)) list.append(rowOf(entry));
    else list.append(entry[1] === '' ? foldOf(entry) : categoryOf(entry, show));
  }
  return list;
}

function categoryOf([label, address]: MenuCategory, show: string): HTMLElement {
  const row = element('li', 'menu__list-item');
  const link = linkOf([label, address]);
  link.classList.add('menu__link--category');
  const button = element('button', 'clean-btn');
  button.type = 'button';
  button.ariaLabel = show.replace('{name}', () => label);
  button.ariaExpanded = 'false';
  button.dataset.branch = '';
  row.append(link, button);
  return row;
}

/** A category without a page. */
function foldOf(entry: MenuCategory): HTMLElement {
  const row = element('li', 'menu__list-item');
  const fold = row.appendChild(document.createElement('details'));
  const summary = fold.appendChild(element('summary', 'menu__link menu__link--category'));
  summary.textContent = entry[0];
  summary.dataset.branch = addressIn(entry);
  return row;
}

/** The row of a page. */
export function rowOf(entry: MenuLink): HTMLElement {
  const [, , className = ''] = entry;
  const row = element('li', `menu__list-item ${className}`);
  row.append(linkOf(entry));
  return row;
}

function linkOf([label, address]: MenuLink): HTMLAnchorElement {
  const link = element('a', 'menu__link');
  link.href = address;
  link.append(
    ...labelPieces(label).flatMap((piece, at) =>
      at === 0 ? [piece] : [document.createElement('wbr'), piece],
    ),
  );
  if (new URL(link.href).pathname === location.pathname) {
    link.classList.add('menu__link--active');
    link.ariaCurrent = 'page';
  }
  return link;
}

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name);
  created.className = className;
  return created;
}
