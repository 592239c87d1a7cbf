import { CHANGES, SCHEMAS } from '../address/address.ts';
import { append } from '../json/append.ts';
import { asString, entriesOf, isObject, stringsOf } from '../json/guards.ts';
import { formatPointer } from '../openapi/pointer.ts';
import type { Document, Operation, PathItem } from '../openapi/types.ts';
import { comparable, distinctIds, idsInOrder } from './distinct-ids.ts';
import { operationDrafts } from './operation-drafts.ts';
import { lowered, type PageNames, pageClaim, pageId } from './page-id.ts';
import { groupByResource, type ResourceGroup } from './resources.ts';
import type { OwnTag, PageInfo, PageKind, PageOptions, TagGroup } from './slice.ts';
import { declaredTags, tagDrafts, tagGroups, untaggedNames } from './tags.ts';
import { titleOf } from './title.ts';
import type { Phrases } from './titles/phrase.ts';

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
  return kind === 'tag' || kind === 'release' ? `${kind} ${name}` : pointer;
}

export interface Plan {
  readonly api: string;
  readonly pages: readonly PlannedPage[];
  /** Named groups of tags, in order; empty if the document has none (`x-tagGroups`). */
  readonly tagGroups: readonly TagGroup[];
  /** The operations of each tag by resource. */
  readonly resources: ReadonlyMap<string, readonly ResourceGroup<PlannedPage>[]>;
  /** The words of its titles, as the document writes them. */
  readonly phrases: Phrases;
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

/** Names of the request collections beside the slices, by kind, without their extension. No page has such a name. */
export function collectionNames({
  options,
  document = 'openapi',
}: Plan): NonNullable<PageInfo['collections']> {
  const kinds = options.collections ?? [];
  return Object.fromEntries(kinds.map((kind) => [kind, `${document}.${kind}`]));
}

/** An operation whose id another one would also have. */
export interface Collision {
  readonly page: PlannedPage;
  /** The id that its name gives. */
  readonly wanted: string;
}

/** A page before it has an id. */
export interface Draft extends Omit<PlannedPage, 'id'> {
  /** The source of its id. */
  readonly names: Omit<PageNames, 'identity'>;
}

/**
 * Decides which pages an API has and their names.
 *
 * Ids depend on names in the document and never on their order. The info page gives way to all others: its
 * address is the API's own, so its id is never visible.
 *
 * @param choice The kinds of pages; all by default.
 * @param releases Names of the versions that the changelog has, the newest first; without any, there is none.
 * @returns the plan, and the operations whose ids collided.
 */
export function planPages(
  document: Document,
  api: string,
  options: PageOptions = {},
  choice = ALL_PAGES,
  releases: readonly string[] = [],
): { plan: Plan; collisions: readonly Collision[] } {
  const { operations: all, phrases } = operationDrafts(document);
  const operations = choice.operations ? all : [];
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
  const changelog = releases.length > 0 ? changelogPages(releases, taken) : [];
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
        ...changelog,
      ],
      tagGroups: tagGroups(document, tagPages),
      resources: resourcesOf(pages, phrases),
      phrases,
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

function resourcesOf(pages: readonly PlannedPage[], phrases: Phrases): Plan['resources'] {
  const byTag = new Map<string, PlannedPage[]>();
  for (const page of pages)
    if (page.operation) for (const tag of page.tags) append(byTag, tag, page);
  return new Map(Array.from(byTag, ([tag, own]) => [tag, groupByResource(own, phrases)]));
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

/** The list of all releases, at the address of their folder, and a page for each. */
function changelogPages(releases: readonly string[], taken: Set<string>): PlannedPage[] {
  const list: PlannedPage = {
    kind: 'changelog',
    id: freeId(CHANGES.slice(0, -1), 'changelog', taken),
    title: 'Changelog',
    pointer: '#/info/version',
    tags: [],
  };
  const claims = releases.map((version) =>
    pageClaim({
      kind: 'release',
      folder: CHANGES,
      names: [version],
      apart: undefined,
      identity: version,
    }),
  );
  const ids = distinctIds(claims);
  const pages = releases.map(
    (version, at): PlannedPage => ({
      kind: 'release',
      id: ids[at] ?? '',
      title: version,
      pointer: '#/info/version',
      name: version,
      tags: [],
    }),
  );
  return [list, ...pages];
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
