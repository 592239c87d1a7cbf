import path from 'node:path';
import kebabCase from 'lodash/kebabCase.js';
import { defined } from '../json/guards.ts';
import type { Document } from '../openapi/types.ts';
import type { Plan } from '../slices/plan.ts';
import {
  type Entry,
  entriesOfPart,
  groupsOf,
  itemOf,
  methodOf,
  parentOf,
  type Tag,
  tagsOf,
} from './stock-entries.ts';
import type { StockSidebarItem, StockSidebarOptions } from './stock-item.ts';

/** A document with the pages that are in the sidebar. */
export interface SidebarPart {
  readonly plan: Plan;
  readonly document: Document;
}

export interface StockSidebarContext {
  readonly options: StockSidebarOptions;
  readonly showSchemas: boolean;
  /** Label of the version, which is part of the addresses of generated lists. */
  readonly label?: string;
  /** Folder of the pages, below that of the docs. */
  readonly basePath: string;
}

/** Headings of the stock plugin, by which sites find the lists. */
const UNTAGGED = 'UNTAGGED';
const SCHEMAS = 'Schemas';

/**
 * The sidebar that the stock plugin would write for the same pages, with our titles as labels.
 *
 * @param parts The documents of a folder, in order.
 */
export function stockSidebar(
  parts: readonly SidebarPart[],
  context: StockSidebarContext,
): readonly StockSidebarItem[] {
  return new Sidebar(parts, context).items();
}

class Sidebar {
  readonly #context: StockSidebarContext;
  readonly #tags: readonly Tag[];
  readonly #groups: readonly { readonly name: string; readonly tags: readonly string[] }[];
  readonly #operations: readonly Entry[];
  readonly #schemas: readonly Entry[];
  readonly #infoIds: readonly string[];
  readonly #tagPages: ReadonlyMap<string, string>;

  constructor(parts: readonly SidebarPart[], context: StockSidebarContext) {
    this.#context = context;
    this.#tags = parts.flatMap(tagsOf);
    this.#groups = parts.flatMap(({ document }) => groupsOf(document['x-tagGroups']));
    const entries = parts.map(entriesOfPart);
    this.#operations = entries.flatMap(({ operations }) => operations);
    this.#schemas = entries.flatMap(({ schemas }) => schemas);
    const pages = parts.flatMap(({ plan }) => plan.pages);
    this.#infoIds = pages.filter(({ kind }) => kind === 'info').map(({ id }) => id);
    this.#tagPages = new Map(
      pages.flatMap(({ kind, name, id }) => (kind === 'tag' && name ? [[name, id] as const] : [])),
    );
  }

  items(): readonly StockSidebarItem[] {
    switch (this.#context.options.groupPathsBy) {
      case 'tagGroup':
        return this.#byGroup();
      case 'tagParent':
        return this.#nested(this.#byTag(this.#allTags()));
      case 'tag':
        return this.#byTag(this.#allTags());
      default:
        return [
          ...this.#intro(),
          ...this.#operations.map((entry) => this.#doc(entry)),
          ...this.#schemaList(),
        ];
    }
  }

  #byGroup(): readonly StockSidebarItem[] {
    const groups = this.#groups.map(({ name, tags }) => ({
      type: 'category',
      label: name,
      collapsible: true,
      collapsed: true,
      items: this.#byTag(
        this.#declaredTags().filter((tag) => tags.includes(tag)),
        kebabCase(name),
      ),
    }));
    return groups.length > 0 ? [...groups, ...this.#schemaList()] : [];
  }

  /** @param group Prefix of keys, since an item may be in several groups. */
  #byTag(tags: readonly string[], group?: string): readonly StockSidebarItem[] {
    const { categoryLinkSource } = this.#context.options;
    const key = (...names: readonly string[]): { key?: string } =>
      group === undefined ? {} : { key: kebabCase([group, ...names].join('-')) };
    const docs = (entries: readonly Entry[], heading: string): readonly StockSidebarItem[] =>
      entries.map((entry) => {
        const item = this.#doc(entry);
        return item.type === 'doc' ? { ...item, ...key(heading, item.id ?? '') } : item;
      });
    const tagged = tags.flatMap((name): StockSidebarItem[] => {
      const label = this.#tagOf(name)?.label ?? name;
      const items = docs(
        [...this.#schemas, ...this.#operations].filter((entry) => entry.tags.includes(name)),
        name,
      );
      return items.length > 0
        ? [
            {
              type: 'category',
              label,
              ...key(label),
              ...defined({ link: this.#link(name) }),
              ...this.#folding(),
              items,
            },
          ]
        : [];
    });
    const rest = this.#operations.filter(({ tags: own }) => own.length === 0);
    const untagged: readonly StockSidebarItem[] =
      rest.length > 0
        ? [
            {
              type: 'category',
              label: UNTAGGED,
              ...key(UNTAGGED),
              ...this.#folding(),
              items: docs(rest, UNTAGGED),
            },
          ]
        : [];
    return [
      ...(categoryLinkSource === 'info' ? [] : this.#intro(key)),
      ...tagged,
      ...untagged,
      ...(group === undefined ? this.#schemaList() : []),
    ];
  }

  /** The info page, if the folder has just one. */
  #intro(key: (id: string) => { key?: string } = () => ({})): readonly StockSidebarItem[] {
    const [id, another] = this.#infoIds;
    if (id === undefined || another !== undefined) return [];
    return [{ type: 'doc', id: this.#docId(id), ...key(this.#docId(id)) }];
  }

  #schemaList(): readonly StockSidebarItem[] {
    if (!this.#context.showSchemas) return [];
    const items = this.#schemas
      .filter(({ tags }) => tags.length === 0)
      .map((entry) => this.#doc(entry));
    if (items.length === 0) return [];
    return [{ type: 'category', label: SCHEMAS, ...this.#folding(), items }];
  }

  #doc(entry: Entry): StockSidebarItem {
    const { options, basePath } = this.#context;
    const create = options.sidebarGenerators?.createDocItem;
    if (create) return create(itemOf(entry), { sidebarOptions: options, basePath });
    const { page, value } = entry;
    const isDeprecated = value.deprecated === true;
    const names = page.operation ? ['api-method', methodOf(page)] : ['schema'];
    if (isDeprecated) names.unshift('menu__list-item--deprecated');
    return {
      type: 'doc',
      id: this.#docId(page.id),
      label: page.label ?? page.title,
      ...defined({ customProps: options.customProps }),
      className: names.join(' '),
    };
  }

  #link(tag: string): StockSidebarItem['link'] {
    const { basePath, label, options } = this.#context;
    switch (options.categoryLinkSource) {
      case 'info': {
        const id = this.#tagOf(tag)?.infoId;
        return id === undefined ? undefined : { type: 'doc', id: this.#docId(id) };
      }
      case 'tag': {
        const id = this.#tagPages.get(tag);
        return id === undefined ? undefined : { type: 'doc', id: this.#docId(id) };
      }
      case 'auto': {
        const names = label ? [kebabCase(label), kebabCase(tag)] : [kebabCase(tag)];
        return {
          type: 'generated-index',
          title: tag,
          slug: path.posix.join('/category', basePath, ...names),
        };
      }
      default:
        return undefined;
    }
  }

  #folding(): Pick<StockSidebarItem, 'collapsible' | 'collapsed'> {
    const { sidebarCollapsible: collapsible, sidebarCollapsed: collapsed } = this.#context.options;
    return defined({ collapsible, collapsed });
  }

  #docId(page: string): string {
    return path.posix.join(this.#context.basePath, page);
  }

  #tagOf(name: string): Tag | undefined {
    return this.#tags.find((tag) => tag.name === name);
  }

  /** Declared tags that are in use, in the order of the documents. */
  #declaredTags(): readonly string[] {
    const used = new Set(this.#usedTags());
    return unique(this.#tags.map(({ name }) => name).filter((name) => used.has(name)));
  }

  /** All tags in use, the declared ones first. */
  #allTags(): readonly string[] {
    return unique([...this.#declaredTags(), ...this.#usedTags()]);
  }

  #usedTags(): readonly string[] {
    return [...this.#operations, ...this.#schemas].flatMap(({ tags }) => tags);
  }

  /** Puts the categories of tags into that of their parent tag (OpenAPI 3.2 section 4.22). */
  #nested(flat: readonly StockSidebarItem[]): readonly StockSidebarItem[] {
    const tags = [...new Map(this.#tags.map((tag) => [tag.name, tag])).values()];
    const isTag = (item: StockSidebarItem): boolean =>
      item.type === 'category' && item.label !== UNTAGGED && item.label !== SCHEMAS;
    const left = new Set(flat.filter(isTag));
    const own = new Map<string, StockSidebarItem>();
    for (const { name, label } of tags) {
      const found = [...left].find((item) => item.label === label);
      if (found && left.delete(found)) own.set(name, found);
    }
    const below = (parent: string | undefined): readonly StockSidebarItem[] =>
      tags
        .filter((tag) => parentOf(tag, tags) === parent)
        .flatMap(({ name, label }) => {
          const category = own.get(name);
          const items = [...(category?.items ?? []), ...below(name)];
          return items.length > 0
            ? [{ type: 'category', label, ...category, ...this.#folding(), items }]
            : [];
        });
    return [
      ...flat.filter(({ type }) => type !== 'category'),
      ...below(undefined),
      ...left,
      ...flat.filter((item) => item.type === 'category' && !isTag(item)),
    ];
  }
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
