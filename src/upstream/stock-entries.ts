import { asArray, asString, defined, entriesOf, isObject, stringsOf } from '../json/guards.ts';
import type { PlannedPage } from '../slices/plan.ts';
import type { StockItem } from './stock-item.ts';
import type { SidebarPart } from './stock-sidebar.ts';

/** A page of a document, in the order of the sidebar. */
export interface Entry {
  readonly page: PlannedPage;
  readonly tags: readonly string[];
  readonly infoId: string;
  readonly position?: number;
  readonly value: Readonly<Record<string, unknown>>;
}

export interface Tag {
  readonly name: string;
  readonly label: string;
  readonly parent?: string;
  /** Page id of the info page of its document. */
  readonly infoId?: string;
}

/** A tag's parent; none if it is not declared, or the parents form a circle. */
export function parentOf({ name, parent }: Tag, tags: readonly Tag[]): string | undefined {
  const passed = new Set([name]);
  const declared = (wanted: string | undefined) => tags.find((tag) => tag.name === wanted);
  for (let next = declared(parent); next; next = declared(next.parent)) {
    if (passed.has(next.name)) return undefined;
    passed.add(next.name);
  }
  return declared(parent)?.name;
}

/** The tags that a document declares. */
export function tagsOf({ document, plan }: SidebarPart): Tag[] {
  const infoId = plan.pages.find(({ kind }) => kind === 'info')?.id;
  return asArray(document.tags)
    .filter(isObject)
    .flatMap((tag) => {
      const name = asString(tag.name);
      if (!name) return [];
      const label = asString(tag['x-displayName']) ?? asString(tag.summary) ?? name;
      return [{ name, label, ...defined({ parent: asString(tag.parent), infoId }) }];
    });
}

/** The groups of tags in `x-tagGroups`. */
export function groupsOf(groups: unknown): { name: string; tags: string[] }[] {
  return asArray(groups)
    .filter(isObject)
    .flatMap((group) => {
      const name = asString(group.name);
      return name ? [{ name, tags: stringsOf(group.tags) }] : [];
    });
}

/** The pages of a document: operations by their `x-position`, and schemas. */
export function entriesOfPart({ plan, document }: SidebarPart): {
  operations: readonly Entry[];
  schemas: readonly Entry[];
} {
  const infoId = plan.pages.find(({ kind }) => kind === 'info')?.id ?? '';
  const schemas = new Map(entriesOf(document.components?.schemas));
  const entry = (page: PlannedPage, value: unknown, tags: unknown): Entry => {
    const own = isObject(value) ? value : {};
    const position = own['x-position'];
    return {
      page,
      tags: stringsOf(tags),
      infoId,
      value: own,
      ...(typeof position === 'number' && page.kind === 'operation' && { position }),
    };
  };
  const operations = plan.pages
    .filter(({ operation }) => operation !== undefined)
    .map((page) => entry(page, page.operation, page.operation?.tags));
  return {
    // A stable sort: those without a position keep their order and come last.
    operations: operations.sort((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity) || 0),
    schemas: plan.pages
      .filter(({ kind }) => kind === 'schema')
      .map((page) => {
        const schema = schemas.get(page.name ?? '');
        return entry(page, schema, isObject(schema) ? schema['x-tags'] : undefined);
      }),
  };
}

/** The method of an operation, as the stock plugin names it in classes and items. */
export function methodOf({ kind, method = '' }: PlannedPage): string {
  if (kind === 'webhook') return 'event';
  return /^[a-z]+$/.test(method) ? method : 'other';
}

/** A page as the site's own functions get it. */
export function itemOf({ page, value, infoId, position }: Entry): StockItem {
  const { id, title, path: address, operation } = page;
  const description = asString(value.description) ?? title;
  const own = id.slice(id.lastIndexOf('/') + 1);
  return {
    type: operation ? 'api' : 'schema',
    id: own,
    unversionedId: own,
    infoId,
    title,
    description,
    frontMatter: { description: description.split(/[\r\n]/, 1)[0]?.trim() ?? '' },
    ...defined({ position }),
    ...(operation
      ? {
          api: {
            ...value,
            method: methodOf(page),
            path: page.kind === 'webhook' ? 'webhook' : address,
            extensions: Object.entries(value).flatMap(([key, given]) =>
              key.startsWith('x-') && key !== 'x-codeSamples' ? [{ key, value: given }] : [],
            ),
          },
        }
      : { schema: value }),
  };
}
