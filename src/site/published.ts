import fs from 'node:fs';
import path from 'node:path';
import type { LoadedContent, LoadedVersion } from '@docusaurus/plugin-content-docs';
import type { AllContent, LoadContext } from '@docusaurus/types';
import { type ApiBase, below, pathOf, slicePath, yamlPath } from '../address/address.ts';
import { type PlacedDoc, placedDoc } from '../address/doc.ts';
import { sidebarId } from '../address/docs.ts';
import { documentFile } from '../address/files.ts';
import { append } from '../json/append.ts';
import { parseJson } from '../json/text.ts';
import type { PageInfo, PageVersion, SliceDocument } from '../slices/slice.ts';

/** An API in a version of the docs, as Docusaurus has loaded it. */
export interface PublishedApi extends ApiBase {
  readonly id: string;
  /** Title and version of the document. */
  readonly title: string;
  readonly version: string;
  /** Set if the API has several versions. */
  readonly versionOf?: PageVersion;
  readonly docsPluginId: string;
  /** Docusaurus' name of the version of the docs. */
  readonly docsVersion: string;
  /** Whether Docusaurus shows this version of the docs by default. */
  readonly isLast: boolean;
  /** Folder of its pages and slices, relative to the site's folder. */
  readonly folder: string;
  /** Name of the whole document beside the slices, without its extension. */
  readonly document?: string;
  /** Whether it is also there as YAML. */
  readonly hasYaml?: true;
  /** Names of request collections beside the slices, without their extension. */
  readonly collections?: readonly string[];
  /** Path of the slice with its security schemes: see `SiteApi`. */
  readonly authentication?: string;
  readonly pages: readonly PublishedPage[];
}

export interface PublishedPage extends PlacedDoc {
  /** Docusaurus' id and file of the page. */
  readonly docId: string;
  readonly source: string;
}

/** What Docusaurus has loaded of the reference. */
export interface Published {
  readonly apis: readonly PublishedApi[];
  /** Sidebars that only list pages of the reference: see `sidebarId`. */
  readonly sidebars: readonly string[];
}

export const NOTHING: Published = { apis: [], sidebars: [] };

/** The part of a version's content that we read. */
type Version = Pick<LoadedVersion, 'versionName' | 'isLast' | 'docs' | 'sidebars'>;

/**
 * Finds the pages of the reference in the content of all docs plugins: each page says so itself. Their
 * addresses are Docusaurus' own, whatever the docs' options, version and language.
 *
 * @throws Error if an API's pages have no slices.
 */
export function publishedApis(
  allContent: AllContent,
  { siteDir, baseUrl }: Pick<LoadContext, 'siteDir' | 'baseUrl'>,
): Published {
  const apis: PublishedApi[] = [];
  const sidebars: string[] = [];
  for (const { id, version } of loadedVersions(allContent)) {
    const pages = pagesOf(version, baseUrl);
    for (const own of pages.values()) apis.push(apiOf(own, id, version, siteDir));
    for (const name of referenceSidebars(version))
      sidebars.push(sidebarId(id, version.versionName, name));
  }
  return { apis, sidebars };
}

/** Paths of all pages, not only ours, in versions of the docs other than the one that readers see first. */
export function otherVersions(
  allContent: AllContent,
  { baseUrl }: Pick<LoadContext, 'baseUrl'>,
): string[] {
  return loadedVersions(allContent)
    .filter(({ version }) => !version.isLast)
    .flatMap(({ version }) => version.docs.map(({ permalink }) => pathOf(permalink, { baseUrl })))
    .filter((page) => page !== undefined);
}

/** A version of a docs plugin, with the id of the plugin. */
export interface LoadedDocs {
  readonly id: string;
  readonly version: LoadedVersion;
}

/** The versions of all docs plugins. */
export function loadedVersions(allContent: AllContent): LoadedDocs[] {
  const instances = Object.entries(allContent['docusaurus-plugin-content-docs'] ?? {});
  return instances.flatMap(([id, content]) =>
    (content as LoadedContent).loadedVersions.map((version) => ({ id, version })),
  );
}

/** The files of an API that are published as they are, by their paths within the site: slices, and the document. */
export function publishedFiles(api: PublishedApi): ReadonlyMap<string, string> {
  const slices = api.pages.map(({ page, slice }) => [slicePath(api, page), slice] as const);
  const { document, hasYaml, collections = [], folder } = api;
  return new Map([
    ...slices,
    ...[document ?? [], collections]
      .flat()
      .map((name) => [slicePath(api, name), `${folder}/${documentFile(name)}`] as const),
    ...(document === undefined || !hasYaml
      ? []
      : [[yamlPath(api, document), `${folder}/${documentFile(document, 'yaml')}`] as const]),
  ]);
}

/** Paths of all pages within the site. */
export function pagePaths(apis: readonly Pick<PublishedApi, 'pages'>[]): ReadonlySet<string> {
  return new Set(apis.flatMap(({ pages }) => pages.map((page) => page.path)));
}

/** Paths of the folders that contain them, from those of the APIs on. */
export function pageFolders(
  apis: readonly Pick<PublishedApi, 'base' | 'pages'>[],
): ReadonlySet<string> {
  const folders = apis.flatMap(({ base, pages }) =>
    pages
      .map((page) => path.posix.dirname(page.path))
      .filter((folder) => folder !== '.' && below(folder, base) !== undefined),
  );
  return new Set(folders);
}

/** The names of sidebars that only list pages of the reference. */
export function referenceSidebars({ docs, sidebars }: Navigation): string[] {
  const ours = new Set(
    docs.filter(({ frontMatter }) => isReference(frontMatter)).map(({ id }) => id),
  );
  return Object.entries(sidebars).flatMap(([name, items]) => {
    const ids = items.flatMap(idsIn);
    return ids.length > 0 && ids.every((id) => id !== undefined && ours.has(id)) ? [name] : [];
  });
}

/** The sidebars that list other pages as well, in all versions of all docs, by `sidebarId`. */
export function otherSidebars(
  allContent: AllContent,
  { sidebars }: Pick<Published, 'sidebars'>,
): string[] {
  const known = new Set(sidebars);
  return loadedVersions(allContent)
    .flatMap(({ id, version }) =>
      Object.keys(version.sidebars).map((name) => sidebarId(id, version.versionName, name)),
    )
    .filter((id) => !known.has(id));
}

/** Whether a page is one of the reference, by its front matter. */
export function isReference(frontMatter: object): boolean {
  return 'slice' in frontMatter;
}

/** The pages and sidebars of a version. */
interface Navigation {
  readonly docs: readonly { readonly id: string; readonly frontMatter: object }[];
  readonly sidebars: Readonly<Record<string, readonly Item[]>>;
}

interface Item {
  readonly type: string;
  readonly id?: string;
  readonly link?: { readonly type: string; readonly id?: string };
  readonly items?: readonly Item[];
}

/** The pages of a sidebar's item; undefined for anything else. */
export function idsIn(item: Item): (string | undefined)[] {
  if (item.type !== 'category') return [item.id];
  const link = item.link ? [item.link.id] : [];
  return [...link, ...(item.items ?? []).flatMap(idsIn)];
}

/** The pages of each API in a version, by Docusaurus' id of the info page. */
function pagesOf({ docs }: Version, baseUrl: string): ReadonlyMap<string, PublishedPage[]> {
  const pages = new Map<string, PublishedPage[]>();
  for (const doc of docs) {
    const placed = placedDoc(doc, baseUrl);
    if (!placed) continue;
    const { info_path: info } = doc.frontMatter as { info_path?: unknown };
    append(pages, typeof info === 'string' ? info : doc.id, {
      ...placed,
      docId: doc.id,
      source: doc.source,
    });
  }
  return pages;
}

function apiOf(
  pages: readonly PublishedPage[],
  docsPluginId: string,
  { versionName, isLast }: Version,
  siteDir: string,
): PublishedApi {
  const page = (pages.find(({ isInfo }) => isInfo) ?? pages[0]) as PublishedPage;
  const { 'x-page': about, info } = readSlice(siteDir, page);
  return {
    id: about.api,
    title: String(info?.title ?? about.title),
    version: String(info?.version ?? ''),
    ...(about.version && { versionOf: about.version }),
    docsPluginId,
    docsVersion: versionName,
    isLast,
    folder: page.folder,
    base: page.base,
    ...(about.infoPath !== undefined && { infoPath: about.infoPath }),
    ...(about.document !== undefined && { document: about.document }),
    ...(about.hasYaml && { hasYaml: about.hasYaml }),
    ...(about.collections && { collections: Object.values(about.collections) }),
    ...(hasCredentials(about) && { authentication: slicePath(page, page.page) }),
    pages,
  };
}

/** Whether readers of the API can enter credentials once: the page names its schemes, and they are kept. */
function hasCredentials({ authentication, authPersistence }: PageInfo): boolean {
  return authPersistence !== false && Object.keys(authentication?.schemes ?? {}).length > 0;
}

/** @throws Error if a page has no slice. */
export function readSlice(siteDir: string, { slice, source }: PublishedPage): SliceDocument {
  const file = path.join(siteDir, slice);
  if (!fs.existsSync(file))
    throw new Error(
      `The page ${source} is drawn from ${slice}, which does not exist. Generate the pages again, or remove them.`,
    );
  return parseJson(fs.readFileSync(file, 'utf8')) as SliceDocument;
}
