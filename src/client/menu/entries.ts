/**
 * The sidebar of an API as data, which a page loads when its reader opens a category or filters. Lists and not objects:
 * there is an entry for each page.
 */
export type MenuEntry = MenuLink | MenuCategory;

/** `path` is that of an operation, in its document. */
export type MenuLink = readonly [label: string, address: string, className?: string, path?: string];

/** The address is empty if it has no page. */
export type MenuCategory = readonly [label: string, address: string, items: readonly MenuEntry[]];

export function isCategory(entry: MenuEntry): entry is MenuCategory {
  return typeof entry[2] === 'object';
}

/** The address of a page, or of the first one of a category without a page. */
export function addressIn(entry: MenuEntry): string {
  const [, address] = entry;
  if (address !== '' || !isCategory(entry)) return address;
  return addressIn(entry[2][0] ?? ['', '']);
}

/** A step to a category: its label, and its address or that of its first page. */
export type Step = readonly [label: string, address: string];

/** The items of the category at the end of some steps. */
export function itemsAt(
  entries: readonly MenuEntry[],
  [step, ...rest]: readonly Step[],
): readonly MenuEntry[] {
  if (!step) return entries;
  const found = entries
    .filter(isCategory)
    .find((entry) => entry[0] === step[0] && isSame(step[1], addressIn(entry)));
  return found ? itemsAt(found[2], rest) : [];
}

/** Groups have no link. Whether addresses end with a slash is up to the site. */
function isSame(written: string, address: string): boolean {
  return written === '' || written.replace(/\/$/, '') === address.replace(/\/$/, '');
}

/** The pages below a heading that match a filter. */
export interface Matches {
  /** Empty above the first heading. */
  readonly heading: string;
  readonly links: readonly MenuLink[];
}

/**
 * The pages whose label, method, path or address contains every word of a query, below the names of the innermost
 * categories with pages, or of their own. A page that is in several categories is in each.
 */
export function matchesIn(entries: readonly MenuEntry[], query: string): Matches[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const isMatch = ([label, address, className = '', path = '']: MenuLink): boolean => {
    const text = `${label} ${className} ${path} ${address}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const found: { heading: string; links: MenuLink[] }[] = [];
  const visit = (items: readonly MenuEntry[], heading: string): void => {
    const links = items.flatMap((item): MenuLink[] => {
      const link: MenuLink = isCategory(item) ? [item[0], item[1]] : item;
      return link[1] !== '' && isMatch(link) ? [link] : [];
    });
    const last = found.at(-1);
    if (last?.heading === heading) last.links.push(...links);
    else if (links.length > 0) found.push({ heading, links });
    for (const item of items)
      if (isCategory(item)) visit(item[2], item[1] === '' && heading !== '' ? heading : item[0]);
  };
  visit(entries, '');
  return found;
}

/** How many pages a sidebar lists. */
export function countIn(entries: readonly MenuEntry[]): number {
  return matchesIn(entries, '').reduce((sum, { links }) => sum + links.length, 0);
}
