import type { PropSidebarItem } from '@docusaurus/plugin-content-docs';
import { cached } from '../../json/cached.ts';
import { keyOf } from './routes.ts';

type Category = Extract<PropSidebarItem, { type: 'category' }>;

/** Path to the categories around the items that link to it. */
type Index = ReadonlyMap<string, ReadonlySet<Category>>;

const indexes = new WeakMap<readonly PropSidebarItem[], Index>();

/**
 * The part of a sidebar that a page shows: categories around the page contain their items; the others are
 * `collapsed` and contain only their first one, which gives them a link. Groups, which have no page and
 * contain categories with pages, show all of theirs.
 *
 * Its size depends on the number of categories and the items of the open ones, not on the number of pages.
 *
 * @param items A sidebar that does not change: its index is built once.
 * @param path Path of the page, with base URL.
 */
export function branchOf(items: readonly PropSidebarItem[], path: string): PropSidebarItem[] {
  const index = cached(indexes, items, () => indexOf(items));
  return prune(items, index.get(keyOf(path)) ?? new Set());
}

function prune(
  items: readonly PropSidebarItem[],
  open: ReadonlySet<PropSidebarItem>,
): PropSidebarItem[] {
  return items.map((item) => {
    if (item.type !== 'category') return item;
    const collapsed = !open.has(item) && !isGroup(item);
    const items = collapsed ? item.items.slice(0, item.href ? 0 : 1) : item.items;
    return { ...item, collapsed, items: prune(items, open) };
  });
}

/** Whether an item links to a page. */
export function isSame(href: string | undefined, path: string): boolean {
  return href !== undefined && keyOf(href) === keyOf(path);
}

/** A heading over categories, which is always open. */
export function isGroup(item: PropSidebarItem): boolean {
  return (
    item.type === 'category' &&
    !item.href &&
    item.items.some((child) => child.type === 'category' && child.href)
  );
}

function indexOf(items: readonly PropSidebarItem[]): Index {
  const index = new Map<string, Set<Category>>();
  const visit = (item: PropSidebarItem, around: readonly Category[]): void => {
    if (item.type === 'html') return;
    const categories = item.type === 'category' ? [...around, item] : around;
    if (item.href) {
      const key = keyOf(item.href);
      index.set(key, new Set([...(index.get(key) ?? []), ...categories]));
    }
    if (item.type === 'category') for (const child of item.items) visit(child, categories);
  };
  for (const item of items) visit(item, []);
  return index;
}

/** Path of the first page in a list. */
export function firstLink(items: readonly PropSidebarItem[]): string | undefined {
  for (const item of items) {
    if (item.type === 'html') continue;
    const href = item.href ?? (item.type === 'category' ? firstLink(item.items) : undefined);
    if (href) return href;
  }
  return undefined;
}

/** A longer list shows only a part of its items. */
const MAX_ITEMS = 250;
const WINDOW = 150;

export interface More {
  readonly count: number;
  /** Path of the nearest hidden page. */
  readonly href: string | undefined;
}

export interface SidebarWindow {
  readonly shown: readonly PropSidebarItem[];
  readonly before?: More;
  readonly after?: More;
}

/**
 * The part of a long list around the current page, and links to the parts before and after it: one tag may
 * have thousands of operations, and each of their pages would link to all of them.
 */
export function windowOf(items: readonly PropSidebarItem[], path: string): SidebarWindow {
  if (items.length <= MAX_ITEMS) return { shown: items };
  const exact = items.findIndex((item) => item.type !== 'html' && item.href === path);
  const current = exact === -1 ? items.findIndex((item) => isCurrent(item, path)) : exact;
  const start = Math.min(Math.max(current - WINDOW / 2, 0), items.length - WINDOW);
  const end = start + WINDOW;
  const before = items.slice(0, start).reverse();
  const after = items.slice(end);
  return {
    shown: items.slice(start, end),
    ...(before.length > 0 && { before: { count: before.length, href: firstLink(before) } }),
    ...(after.length > 0 && { after: { count: after.length, href: firstLink(after) } }),
  };
}

function isCurrent(item: PropSidebarItem, path: string): boolean {
  if (item.type === 'html') return false;
  return (
    isSame(item.href, path) ||
    (item.type === 'category' && item.items.some((child) => isCurrent(child, path)))
  );
}
