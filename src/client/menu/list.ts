import { addressIn, isCategory, type MenuEntry, type MenuLink } from './entries.ts';

/** Entries as `ReferenceMenu` renders them, with all categories closed. */
export function listOf(entries: readonly MenuEntry[], lang: string): HTMLElement {
  const list = element('ul', 'menu__list');
  for (const entry of entries) {
    if (!isCategory(entry)) list.append(rowOf(entry, lang));
    else {
      const row = element('li', 'menu__list-item');
      const link = linkOf([entry[0], addressIn(entry)], lang);
      link.classList.add('menu__link--category');
      row.append(link);
      const button = entry[1] === '' ? link : row.appendChild(buttonOf(entry[0], lang));
      button.dataset.branch = '';
      button.ariaExpanded = 'false';
      list.append(row);
    }
  }
  return list;
}

/** The row of a page. */
export function rowOf(entry: MenuLink, lang: string): HTMLElement {
  const [, , className = ''] = entry;
  const row = element('li', `menu__list-item ${className}`);
  row.append(linkOf(entry, lang));
  return row;
}

function linkOf([label, address]: MenuLink, lang: string): HTMLAnchorElement {
  const link = element('a', 'menu__link');
  link.href = address;
  link.textContent = label;
  // That of the document, where the page is in another language.
  if (lang) link.lang = lang;
  if (new URL(link.href).pathname === location.pathname) {
    link.classList.add('menu__link--active');
    link.ariaCurrent = 'page';
  }
  return link;
}

function buttonOf(label: string, lang: string): HTMLButtonElement {
  const button = element('button', 'clean-btn');
  button.type = 'button';
  button.ariaLabel = label;
  if (lang) button.lang = lang;
  return button;
}

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name);
  created.className = className;
  return created;
}
