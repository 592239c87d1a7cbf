import { SCHEMAS } from '../address/address.ts';
import { append } from '../json/append.ts';
import { asString, defined, entriesOf, isObject, stringsOf } from '../json/guards.ts';
import { operationsOf } from '../openapi/operations.ts';
import { formatPointer } from '../openapi/pointer.ts';
import type { Document, Operation, PathItem } from '../openapi/types.ts';
import { comparable, distinctIds, idsInOrder } from './distinct-ids.ts';
import { lowered, type PageNames, pageClaim, pageId } from './page-id.ts';
import { groupByResource, type ResourceGroup } from './resources.ts';
import type { OwnTag, PageKind, PageOptions, TagGroup } from './slice.ts';
import { readable, titleOf } from './title.ts';
import { operationTitles, phrasesOf, type TitledOperation } from './titles/operation-titles.ts';

/** One page of the reference: its subject, id and names. */
export interface PlannedPage {
  readonly kind: PageKind;
  /** Page id within the API; schema pages are in the folder `schemas/`. */
  readonly id: string;
  readonly title: string;
  /** Its name in lists, if another page has the same title. */
  readonly label?: string;
  /** The place of the page's subject in the document. */
  readonly pointer: string;
  /** Operations and webhooks: key in `paths` or `webhooks`, and the lowercase method. */
  readonly path?: string;
  readonly method?: string;
  /** Schema pages: key in `components.schemas`; tag pages: name of the tag. */
  readonly name?: string;
  readonly operation?: Operation;
  readonly item?: PathItem;
  /** Tag pages: name of the parent tag (OpenAPI 3.2 section 4.22), unless the parents form a circle. */
  readonly parent?: string;
  /** Tag pages: set if the tag is ours. */
  readonly own?: OwnTag;
  /** Operations: names of the tags under which the operation is listed; at least one. */
  readonly tags: readonly string[];
}

/** The subject of a page, in a form that does not depend on its place in the document. */
export function identityOf({
  kind,
  name,
  pointer,
}: Pick<PlannedPage, 'kind' | 'name' | 'pointer'>): string {
  return kind === 'tag' ? `tag ${name}` : pointer;
}

export interface Plan {
  readonly api: string;
  readonly pages: readonly PlannedPage[];
  /** Named groups of tags, in order; empty if the document has none (`x-tagGroups`). */
  readonly tagGroups: readonly TagGroup[];
  /** The operations of each tag by resource. */
  readonly resources: ReadonlyMap<string, readonly ResourceGroup<PlannedPage>[]>;
  /** Name of the file with the whole document, without its extension; absent if there is none. */
  readonly document?: string;
  readonly options: PageOptions;
}

/** The kinds of pages that an API has. */
export interface PageChoice {
  /** Whether it has an info page. */
  readonly info: boolean;
  /** Whether it has pages of operations. */
  readonly operations: boolean;
  /** Tags in use: all of them, also our own for operations without one; those that the document declares; none. */
  readonly tags: 'all' | 'declared' | 'none';
  /** All schemas, or those that `x-tags` lists under tags. */
  readonly schemas: 'all' | 'tagged';
  /** Whether it has what is about all of it: a list of its schemas, and the document itself. */
  readonly whole: boolean;
  /**
   * Of pages with the same name, none keeps it, so that no address ever leads to another page than before; or
   * the first one does, as with the stock plugin.
   */
  readonly sameName: 'none' | 'first';
}

const ALL_PAGES: PageChoice = {
  info: true,
  operations: true,
  tags: 'all',
  schemas: 'all',
  whole: true,
  sameName: 'none',
};

/** The page that readers of an API see first: its info page, or else the first one; undefined if it has none. */
export function introductionOf({ pages }: Plan): PlannedPage | undefined {
  return pages.find(({ kind }) => kind === 'info') ?? pages[0];
}

/** An operation whose id another one would also have. */
export interface Collision {
  readonly page: PlannedPage;
  /** The id that its name gives. */
  readonly wanted: string;
}

interface Draft extends Omit<PlannedPage, 'id'> {
  /** The source of its id. */
  readonly names: Omit<PageNames, 'identity'>;
}

/** An operation or webhook. */
interface Untitled extends Omit<Draft, 'title'> {
  readonly kind: 'operation' | 'webhook';
  readonly path: string;
  readonly method: string;
}

/**
 * Decides which pages an API has and their names.
 *
 * Ids depend on names in the document and never on their order. The info page gives way to all others: its
 * address is the API's own, so its id is never visible.
 *
 * @param choice The kinds of pages; all by default.
 * @returns the plan, and the operations whose ids collided.
 */
export function planPages(
  document: Document,
  api: string,
  options: PageOptions = {},
  choice = ALL_PAGES,
): { plan: Plan; collisions: readonly Collision[] } {
  const operations = choice.operations ? operationDrafts(document) : [];
  const names = untaggedNames(document, operations);
  const tagged = operations.map((draft) =>
    draft.tags.length > 0
      ? draft
      : { ...draft, tags: [names[draft.kind === 'webhook' ? 1 : 0].name] },
  );
  const tags = tagDrafts(document, tagged, names);
  const declared = new Set(declaredTags(document).map(({ name }) => name));
  const named = withIds(
    [
      ...tagged,
      ...tags.filter(
        ({ name = '' }) =>
          choice.tags === 'all' || (choice.tags === 'declared' && declared.has(name)),
      ),
      ...schemaDrafts(document, choice.schemas),
    ],
    choice.sameName,
  );
  const pages = withLabels(named.map(({ page }) => page));
  const tagPages = pages.filter(({ kind }) => kind === 'tag');
  const schemaPages = pages.filter(({ kind }) => kind === 'schema');
  const taken = new Set(named.flatMap(({ page, ids }) => [page.id, ...ids]).map(comparable));
  const list = choice.whole && schemaPages.length > 0 ? [schemaList(taken)] : [];
  const whole = choice.whole && !options.downloadUrl && freeId('openapi', 'document', taken);
  return {
    plan: {
      api,
      pages: [
        ...(choice.info ? [infoPage(document, taken)] : []),
        ...tagPages,
        ...pages.filter(({ operation }) => operation),
        ...schemaPages,
        ...list,
      ],
      tagGroups: tagGroups(document, tagPages),
      resources: resourcesOf(document, pages),
      ...(whole && { document: whole }),
      options,
    },
    collisions: collisionsOf(named.filter(({ page }) => page.operation)),
  };
}

/** A page and its possible ids, best first. */
interface Named {
  readonly page: PlannedPage;
  readonly ids: readonly string[];
}

function withIds(drafts: readonly Draft[], sameName: PageChoice['sameName']): Named[] {
  const claims = drafts.map((draft) => pageClaim({ ...draft.names, identity: identityOf(draft) }));
  const ids = sameName === 'first' ? idsInOrder(claims) : distinctIds(claims);
  return drafts.map(({ names: _names, ...page }, at) => ({
    page: { ...page, id: ids[at] ?? '' },
    ids: claims[at]?.ids ?? [],
  }));
}

/** Distinguished by path or name if everything else in a list is the same. */
function withLabels(pages: readonly PlannedPage[]): PlannedPage[] {
  const alike = new Map<string, PlannedPage[]>();
  const shown = ({ kind, method = '', title }: PlannedPage) => `${kind} ${method} ${title}`;
  for (const page of pages) append(alike, shown(page), page);
  return pages.map((page) => {
    const name = page.path ?? page.name ?? '';
    const isAlone = alike.get(shown(page))?.length === 1 || name === page.title;
    return isAlone ? page : { ...page, label: titleOf([`${page.title} (${name})`], page.title) };
  });
}

function collisionsOf(named: readonly Named[]): Collision[] {
  const byId = new Map<string, Collision[]>();
  for (const { page, ids } of named) {
    const [wanted = ''] = ids;
    append(byId, comparable(wanted), { page, wanted });
  }
  return [...byId.values()].filter(({ length }) => length > 1).flat();
}

/** Operations and webhooks, with their titles. */
function operationDrafts(document: Document): Draft[] {
  const drafts = [
    ...untitledDrafts(document.paths, 'paths', 'operation'),
    ...untitledDrafts(document.webhooks, 'webhooks', 'webhook'),
  ];
  const titles = operationTitles(document, drafts.map(titledOf));
  return drafts.map((draft, at) => ({ ...draft, title: titles[at]?.title ?? draft.path }));
}

function titledOf({ kind, method, path, operation = {} }: Untitled): TitledOperation {
  return {
    kind,
    method,
    path,
    ...defined({
      operationId: asString(operation.operationId),
      summary: asString(operation.summary),
      description: asString(operation.description),
    }),
  };
}

function resourcesOf(document: Document, pages: readonly PlannedPage[]): Plan['resources'] {
  const operations = pages.filter((page): page is PlannedPage & Untitled => !!page.operation);
  const phrases = phrasesOf(document, operations.map(titledOf));
  const byTag = new Map<string, PlannedPage[]>();
  for (const page of operations) for (const tag of page.tags) append(byTag, tag, page);
  return new Map(Array.from(byTag, ([tag, own]) => [tag, groupByResource(own, phrases)]));
}

function untitledDrafts(items: unknown, key: string, kind: 'operation' | 'webhook'): Untitled[] {
  return entriesOf(items).flatMap(([path, item]) =>
    operationsOf(item).map(({ method: written, operation, at }) => {
      const method = written.toLowerCase();
      const summary = asString(operation.summary);
      const operationId = asString(operation.operationId);
      const isWebhook = kind === 'webhook';
      const place = `${method} ${path}`;
      return {
        kind,
        names: {
          kind,
          names: [operationId, summary, isWebhook ? path : place],
          apart: isWebhook ? `webhook ${place}` : place,
        },
        pointer: formatPointer([key, path, ...at]),
        path,
        method,
        operation: operation as Operation,
        item: item as PathItem,
        tags: [...new Set(stringsOf(operation.tags))],
      };
    }),
  );
}

/**
 * Operations without a tag are listed under one of these, named so that it cannot collide with a real tag.
 */
function untaggedNames(
  document: Document,
  operations: readonly Draft[],
): readonly [operations: OwnName, webhooks: OwnName] {
  const used = new Set([
    ...operations.flatMap((draft) => draft.tags),
    ...declaredTags(document).map((tag) => tag.name),
  ]);
  const free = (name: string): string => (used.has(name) ? free(`${name} (untagged)`) : name);
  return [
    used.size > 0
      ? { own: 'otherOperations', name: free('Other operations') }
      : { own: 'operations', name: free('Operations') },
    { own: 'webhooks', name: free('Webhooks') },
  ];
}

interface OwnName {
  readonly own: OwnTag;
  readonly name: string;
}

interface DeclaredTag {
  readonly name: string;
  readonly title?: string;
  readonly parent?: string;
}

function declaredTags(document: Document): DeclaredTag[] {
  const tags: unknown = document.tags;
  if (!Array.isArray(tags)) return [];
  return tags.filter(isObject).flatMap((tag) => {
    const name = asString(tag.name);
    const title = asString(tag['x-displayName']) ?? asString(tag.summary);
    return name ? [{ name, ...defined({ title, parent: asString(tag.parent) }) }] : [];
  });
}

/** The names of a tag's ancestors, nearest first; none if they form a circle. */
function ancestorsOf(name: string, parents: ReadonlyMap<string, string | undefined>): string[] {
  const found = new Set<string>();
  for (let next = parents.get(name); next && parents.has(next); next = parents.get(next)) {
    if (next === name || found.has(next)) return [];
    found.add(next);
  }
  return [...found];
}

/** Tags in the order of the document's `tags`, then those only used, in order of use. */
function tagDrafts(
  document: Document,
  operations: readonly Draft[],
  names: readonly OwnName[],
): Draft[] {
  const used = new Set(operations.flatMap((draft) => draft.tags));
  const tags = declaredTags(document);
  const declared = new Map(tags.map((tag) => [tag.name, tag.title]));
  const parents = new Map(tags.map((tag) => [tag.name, tag.parent]));
  return [...new Set([...declared.keys(), ...used])]
    .filter((name) => used.has(name))
    .map((name) => ({
      kind: 'tag',
      names: { kind: 'tag', names: [name], apart: 'tag' },
      title: titleOf([declared.get(name), name], 'tag'),
      pointer: '#/tags',
      name,
      ...defined({
        parent: ancestorsOf(name, parents).find((parent) => used.has(parent)),
        own: names.find((one) => one.name === name)?.own,
      }),
      tags: [],
    }));
}

/**
 * An id that no other page has or could have, which it is then for the others to avoid.
 *
 * @param ending Distinguishes it from one that is taken.
 */
function freeId(name: string | undefined, ending: string, taken: Set<string>): string {
  let id = pageId([name], ending);
  while (taken.has(comparable(id))) id = pageId([`${id} ${ending}`], ending);
  taken.add(comparable(id));
  return id;
}

/** The list of all schemas: its address is that of their folder. */
function schemaList(taken: Set<string>): PlannedPage {
  return {
    kind: 'schemaList',
    id: freeId(SCHEMAS.slice(0, -1), 'list', taken),
    title: 'Schemas',
    pointer: '#/components/schemas',
    tags: [],
  };
}

function infoPage(document: Document, taken: Set<string>): PlannedPage {
  const title = asString(document.info?.title);
  return {
    kind: 'info',
    id: freeId(lowered(title), 'introduction', taken),
    title: titleOf([title], 'API reference'),
    pointer: '#/info',
    tags: [],
  };
}

function schemaDrafts(document: Document, choice: PageChoice['schemas']): Draft[] {
  const isChosen = ([, schema]: [string, unknown]): boolean =>
    choice === 'all' || (isObject(schema) && stringsOf(schema['x-tags']).length > 0);
  return entriesOf(document.components?.schemas)
    .filter(isChosen)
    .map(([name, schema]) => {
      const title = isObject(schema) ? asString(schema.title) : undefined;
      return {
        kind: 'schema',
        names: {
          kind: 'schema',
          folder: SCHEMAS,
          names: [lowered(title), lowered(name)],
          apart: title && lowered(name),
        },
        title: titleOf([title, name], 'schema'),
        pointer: formatPointer(['components', 'schemas', name]),
        name,
        tags: [],
      };
    });
}

/** Parent tags without operations, and so without a page, are groups (OpenAPI 3.2 section 4.22). */
function parentGroups(document: Document, tagPages: readonly PlannedPage[]): unknown[] {
  const tags = declaredTags(document);
  const parents = new Map(tags.map((tag) => [tag.name, tag.parent]));
  const pages = new Set(tagPages.map(({ name }) => name));
  const groups = new Map<string, string[]>();
  for (const { name = '' } of tagPages) {
    const top = ancestorsOf(name, parents).findLast((ancestor) => !pages.has(ancestor));
    if (top !== undefined) append(groups, top, name);
  }
  return [...groups].map(([top, members]) => ({
    name: tags.find(({ name }) => name === top)?.title ?? readable(top),
    tags: members,
  }));
}

/** `x-tagGroups` with the tags that have a page; all other tags come last, in a group of their own. */
function tagGroups(document: Document, tagPages: readonly PlannedPage[]): Plan['tagGroups'] {
  const given: unknown = document['x-tagGroups'];
  const groups = Array.isArray(given) ? given : parentGroups(document, tagPages);
  const left = new Set(tagPages.map((page) => page.name ?? ''));
  const named = groups.filter(isObject).flatMap((group) => {
    const name = titleOf([asString(group.name)], '');
    const tags = stringsOf(group.tags).filter((tag) => left.delete(tag));
    return name && tags.length > 0 ? [{ name, tags }] : [];
  });
  if (named.length === 0) return [];
  return left.size > 0 ? [...named, { name: 'More', tags: [...left], isRest: true }] : named;
}
