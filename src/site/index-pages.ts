import type { LoadedVersion } from '@docusaurus/plugin-content-docs';
import type { LoadContext, RouteConfig } from '@docusaurus/types';
import {
  ABOUT,
  addressOf,
  below,
  folderOf,
  GUIDES,
  listParts,
  listPath,
  pathOf,
} from '../address/address.ts';
import { hasGuideTwin } from '../address/doc.ts';
import { SITE_DOCS } from '../address/docs.ts';
import type { IndexGroup, Props as IndexProps } from '../client/app/index-page.ts';
import type { SiteApi } from '../client/app/site-data.ts';
import type { SiteGuide } from './machine-files.ts';
import { isReference, type LoadedDocs } from './published.ts';

/** What the addresses depend on. */
type Context = Pick<LoadContext, 'baseUrl' | 'siteConfig'>;

/**
 * Pages at the addresses of folders that have none: a list of the guides, and one of the APIs unless there is a single
 * one, whose introduction the folder then leads to. A list of many APIs has several pages.
 */
export function indexPages(
  versions: readonly LoadedDocs[],
  apis: readonly SiteApi[],
  context: Context,
): RouteConfig[] {
  const pages = new Map<string, IndexProps>();
  const guides = guidesIn(versions, context);
  if (guides.length > 0) pages.set(GUIDES, { kind: 'guides', groups: guides });
  const folder = apis.length > 1 ? folderOf(apis) : '';
  if (folder !== '')
    for (let part = 1; part <= listParts(apis.length); part++)
      pages.set(listPath(folder, part), { kind: 'apis', groups: [], part });
  const taken = new Set(
    versions.flatMap(({ version }) =>
      version.docs.map(({ permalink }) => pathOf(permalink, context)),
    ),
  );
  return Array.from(pages)
    .filter(([path]) => !taken.has(path))
    .map(([path, props]) => ({
      path: addressOf(path, { ...context, trailingSlash: context.siteConfig.trailingSlash }),
      component: '@theme/IndexPage',
      exact: true,
      props: { ...props },
    }));
}

/** The guides of the version that readers see first, as the sidebars list them. */
function guidesIn(versions: readonly LoadedDocs[], context: Context): IndexGroup[] {
  const last = versions.find(({ id, version }) => id === SITE_DOCS.id && version.isLast);
  if (!last) return [];
  const { docs, sidebars } = last.version;
  const known = new Map(docs.map((doc) => [doc.id, doc]));
  const entryOf = (id: string | undefined): IndexGroup['entries'] => {
    const doc = known.get(id ?? '');
    const path = doc && pathOf(doc.permalink, context);
    if (!doc || isReference(doc.frontMatter) || !path || !below(path, GUIDES)) return [];
    return [{ href: doc.permalink, title: doc.title, description: doc.description }];
  };
  const groupsOf = (items: readonly Item[], name?: string): IndexGroup[] => {
    const entries = items.flatMap(({ type, id, link }) =>
      entryOf(type === 'category' ? link?.id : id),
    );
    return [
      ...(entries.length > 0 ? [{ ...(name !== undefined && { name }), entries }] : []),
      ...items.flatMap(({ items = [], label }) => groupsOf(items, label)),
    ];
  };
  // Pages about the site itself are not what its readers come for.
  return Object.entries(sidebars).flatMap(([name, items]) =>
    name === ABOUT ? [] : groupsOf(items as readonly Item[]),
  );
}

/** The same guides without their groups, by their paths within the site. */
export function siteGuides(versions: readonly LoadedDocs[], context: Context): SiteGuide[] {
  const entries = guidesIn(versions, context).flatMap((group) => group.entries);
  return entries.flatMap(({ href, title, description }) => {
    const path = pathOf(href, context);
    return path ? [{ title, path, ...(description && { description }) }] : [];
  });
}

/** What Docusaurus knows about them. */
export function guideDocs(
  versions: readonly LoadedDocs[],
  context: Context,
): LoadedVersion['docs'][number][] {
  const docs = versions.flatMap(({ version }) => version.docs);
  const known = new Map(docs.map((doc) => [doc.permalink, doc]));
  const entries = guidesIn(versions, context).flatMap((group) => group.entries);
  return entries.flatMap(({ href }) => known.get(href) ?? []);
}

/** The paths of all docs with a text of their own, in all versions of all docs. */
export function docPaths(versions: readonly LoadedDocs[], context: Context): string[] {
  return versions
    .flatMap(({ version }) => version.docs)
    .filter(({ frontMatter }) => hasGuideTwin(frontMatter))
    .flatMap(({ permalink }) => pathOf(permalink, context) ?? []);
}

/** An item of a sidebar, as Docusaurus has loaded it. */
interface Item {
  readonly type: string;
  readonly id?: string;
  readonly label?: string;
  readonly link?: { readonly id?: string };
  readonly items?: readonly Item[];
}
