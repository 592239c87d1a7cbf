import { pageKey } from '../address/address.ts';
import { docId, type Place } from '../address/docs.ts';
import { ownKey } from '../address/own-label.ts';
import { byLetter, sortedByText } from '../json/alphabet.ts';
import type { Plan, PlannedPage } from '../slices/plan.ts';
import type { ResourceGroup } from '../slices/resources.ts';
import { sidebarClass } from './source.ts';

export interface SidebarDoc {
  readonly type: 'doc';
  readonly id: string;
  readonly label: string;
  readonly className?: string;
  readonly key?: string;
}

export interface SidebarCategory {
  readonly type: 'category';
  readonly label: string;
  readonly key: string;
  readonly link?: { readonly type: 'doc'; readonly id: string };
  readonly collapsed: boolean;
  readonly items: readonly SidebarItem[];
}

export type SidebarItem = SidebarDoc | SidebarCategory;

/** Upstream's output: items and categories with page ids as labels. */
export interface UpstreamItem {
  readonly type: string;
  readonly id?: string;
  readonly label?: string;
  readonly link?: { readonly id?: string };
  readonly items?: readonly UpstreamItem[];
}

/** The heading of the list of schemas. */
const SCHEMAS = 'Schemas';

/** Schemas in one list at most; longer lists are divided by first letter. */
const MAX_SCHEMAS = 60;

/**
 * Upstream's sidebar of an outline, with the plan's labels.
 *
 * Categories get keys, since two tags may have the same label; a long list of schemas is divided.
 */
export function buildSidebar(
  upstream: readonly UpstreamItem[],
  plan: Plan,
  place: Place,
): SidebarItem[] {
  // Upstream writes all pages into a folder with the API's name.
  const pages = new Map(plan.pages.map((page) => [pageKey(plan.api, page.id), page]));
  const convert = (item: UpstreamItem, path: string): SidebarItem[] => {
    if (item.type === 'doc') {
      const page = pages.get(item.id ?? '');
      // Upstream repeats the info page in groups; it is always first, once.
      return page && page.kind !== 'info' ? [docItem(page, place)] : [];
    }
    const link = item.link?.id ? pages.get(item.link.id) : undefined;
    const group = link ? undefined : plan.tagGroups[Number(item.label)];
    const own = link?.own ?? (group?.isRest && 'more');
    const key = `${path}/${own ? ownKey(own) : (link?.id ?? item.label ?? '')}`;
    const items = (item.items ?? []).flatMap((child) => convert(child, key));
    const isSchemas =
      !link && items.every((child) => child.type === 'doc' && child.className === 'schema');
    const page = isSchemas ? plan.pages.find(({ kind }) => kind === 'schemaList') : link;
    return [
      {
        type: 'category',
        label: link ? categoryLabel(link) : isSchemas ? SCHEMAS : (group?.name ?? item.label ?? ''),
        key: isSchemas ? `${path}/${ownKey('schemas')}` : key,
        ...(page && { link: { type: 'doc' as const, id: docId(place, page.id) } }),
        collapsed: true,
        items: isSchemas
          ? underLetters(items, key)
          : byResource(
              nested(items, plan, place),
              plan.resources.get(link?.name ?? ''),
              key,
              place,
            ),
      },
    ];
  };
  const items = upstream.flatMap((item) => convert(item, plan.api));
  const info = plan.pages.find((page) => page.kind === 'info');
  return [
    ...(info ? [docItem(info, place)] : []),
    ...changelogItems(plan, place),
    ...nested(items, plan, place),
  ];
}

/** The list of all releases, with their pages below it. */
function changelogItems({ api: path, pages }: Plan, place: Place): SidebarCategory[] {
  const list = pages.find(({ kind }) => kind === 'changelog');
  if (!list) return [];
  const releases = pages.filter(({ kind }) => kind === 'release');
  return [
    {
      type: 'category',
      label: list.title,
      key: `${path}/${ownKey('changelog')}`,
      link: { type: 'doc', id: docId(place, list.id) },
      collapsed: true,
      items: releases.map((page) => docItem(page, place)),
    },
  ];
}

/** A tag with the same name as the list of schemas is not that list. */
function categoryLabel({ label, title }: PlannedPage): string {
  return title.toLowerCase() === SCHEMAS.toLowerCase() ? `${title} (tag)` : (label ?? title);
}

/** Nests tags in their parent tag if it is in the same list, before its operations. */
function nested(items: readonly SidebarItem[], plan: Plan, place: Place): readonly SidebarItem[] {
  const parents = new Map<string, string>(
    plan.pages.flatMap(({ parent, id }) =>
      parent === undefined
        ? []
        : plan.pages
            .filter(({ kind, name }) => kind === 'tag' && name === parent)
            .map((page) => [docId(place, id), docId(place, page.id)] as const),
    ),
  );
  const linkOf = (item: SidebarItem) => (item.type === 'category' ? item.link?.id : undefined);
  const listed = new Set(items.map(linkOf));
  const parentOf = (item: SidebarItem) => {
    const parent = parents.get(linkOf(item) ?? '');
    return parent !== undefined && listed.has(parent) ? parent : undefined;
  };
  if (!items.some(parentOf)) return items;
  const withChildren = (item: SidebarItem): SidebarItem => {
    // A group of tags has no page of its own.
    if (item.type !== 'category' || linkOf(item) === undefined) return item;
    const children = items.filter((other) => parentOf(other) === linkOf(item));
    return { ...item, items: [...children.map(withChildren), ...item.items] };
  };
  return items.filter((item) => parentOf(item) === undefined).map(withChildren);
}

function docItem(page: PlannedPage, place: Place): SidebarDoc {
  const className = page.operation
    ? sidebarClass(page)
    : page.kind === 'schema'
      ? 'schema'
      : undefined;
  return {
    type: 'doc',
    id: docId(place, page.id),
    label: page.kind === 'info' ? 'Introduction' : (page.label ?? page.title),
    ...(className && { className }),
  };
}

/**
 * The operations of a tag below the resources that they are about; those of no group come after, in the list of the tag
 * itself, and all other items before.
 */
function byResource(
  items: readonly SidebarItem[],
  groups: readonly ResourceGroup<PlannedPage>[] = [],
  key: string,
  place: Place,
): readonly SidebarItem[] {
  if (groups.length < 2) return items;
  const byId = new Map(items.flatMap((item) => (item.type === 'doc' ? [[item.id, item]] : [])));
  const itemsOf = (pages: readonly PlannedPage[]) =>
    pages.flatMap(({ id }) => byId.get(docId(place, id)) ?? []);
  const grouped = new Set<SidebarItem>(groups.flatMap(({ operations }) => itemsOf(operations)));
  return [
    ...items.filter((item) => !grouped.has(item)),
    ...groups.flatMap(({ name, operations }): readonly SidebarItem[] =>
      name === ''
        ? itemsOf(operations)
        : [
            {
              type: 'category',
              label: name,
              // No other key contains a space after a slash.
              key: `${key}/ ${name}`,
              collapsed: true,
              items: itemsOf(operations),
            },
          ],
    ),
  ];
}

function underLetters(items: readonly SidebarItem[], key: string): SidebarItem[] {
  const labelOf = ({ label }: SidebarItem): string => label;
  const sorted = sortedByText(items, labelOf);
  if (sorted.length <= MAX_SCHEMAS) return sorted;
  return Array.from(byLetter(sorted, labelOf), ([letter, children]) => ({
    type: 'category',
    label: letter,
    key: `${key}/${letter}`,
    collapsed: true,
    items: children,
  }));
}
