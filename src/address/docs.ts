import { ABOUT, below, GUIDES, joined } from './address.ts';

/** An instance of Docusaurus' docs plugin: the options that addresses depend on. */
export interface Docs {
  readonly id: string;
  /** Folder of its pages, relative to the site's folder, with `/`. */
  readonly path: string;
  readonly routeBasePath: string;
}

/** Where the pages of an API are written. */
export interface Place {
  readonly docs: Docs;
  /** The API's own folder, relative to the site's folder, in that of the docs. */
  readonly outputDir: string;
}

/** The docs of this site. */
export const SITE_DOCS: Docs = { id: 'default', path: 'docs', routeBasePath: '/' };

/** Docusaurus' name for the version in the docs' own folder. */
export const CURRENT = 'current';

/** An API or, with a version, an older version of it, whose pages are below those of the API. */
export interface ApiRef {
  readonly api: string;
  /** Also the name of its folder. */
  readonly version?: string;
}

/** Identifies an API or a version in a site: `shop`, `shop@1.0`. No id of an API contains an `@`. */
export function apiKey({ api, version }: ApiRef): string {
  return version === undefined ? api : `${api}@${version}`;
}

/** The API or version of a key. */
export function apiOfKey(key: string): ApiRef {
  const [api = '', version] = key.split('@', 2);
  return version === undefined ? { api } : { api, version };
}

/** The default place of an API, or of a version of it. */
export function defaultPlace({ api, version = '' }: ApiRef, docs = SITE_DOCS): Place {
  return { docs, outputDir: joined(docs.path, 'reference', api, version) };
}

/** The path of an API's pages within the site, in the only version of its docs. */
export function basePath(place: Place): string {
  return joined(place.docs.routeBasePath, belowDocs(place));
}

/** Path of an API's guides within the site. */
export function guidesPath(api: string, { routeBasePath }: Docs): string {
  return joined(routeBasePath, GUIDES, api);
}

/** The folder of an API, from that of its docs; empty if it is that one. */
export function belowDocs({ outputDir, docs }: Place): string {
  return below(outputDir, docs.path) ?? outputDir;
}

/** Docusaurus' id of a page, the info page included: the path of its file below the docs, without extensions. */
export function docId(place: Place, page: string): string {
  return joined(belowDocs(place), page);
}

/** `slug` of an info page at the base, which Docusaurus resolves below the path of the docs' version. */
export function infoSlug(place: Place): string {
  return `/${belowDocs(place)}`;
}

/** A file of the docs, in any version and language. */
export interface DocsFile {
  readonly docs: Docs;
  /** Docusaurus' name of the version. */
  readonly version: string;
  /** Path below the folder of the version. */
  readonly path: string;
}

/**
 * Finds out which docs a file belongs to.
 *
 * @param file Path relative to the site's folder, with `/`.
 */
export function docsFileOf(file: string, all: readonly Docs[]): DocsFile | undefined {
  for (const docs of all) {
    const path = below(file, docs.path);
    if (path !== undefined) return { docs, version: CURRENT, path };
    const isDefault = docs.id === SITE_DOCS.id;
    const versions =
      below(file, isDefault ? 'versioned_docs' : `${docs.id}_versioned_docs`) ??
      below(
        file.replace(/^i18n\/[^/]+\//, ''),
        `docusaurus-plugin-content-docs${isDefault ? '' : `-${docs.id}`}`,
      );
    const [, current, version = current, rest] = IN_VERSION.exec(versions ?? '') ?? [];
    if (version !== undefined && rest !== undefined) return { docs, version, path: rest };
  }
  return undefined;
}

/**
 * The docs as they are in a folder: those of its version, if it is in the folder of one (or of a language).
 * Their address is that which Docusaurus gives the version by default.
 *
 * @param folder Path relative to the site's folder, with `/`.
 */
export function docsOfFolder(folder: string, docs: Docs): Docs | undefined {
  if (below(folder, docs.path) !== undefined) return docs;
  const found = docsFileOf(`${folder}/page`, [docs]);
  if (!found) return undefined;
  const { version } = found;
  return {
    ...docs,
    path: joined(`${folder}/page`.slice(0, -found.path.length)),
    routeBasePath: joined(docs.routeBasePath, version === CURRENT ? '' : version),
  };
}

const IN_VERSION = /^(?:(current)|version-([^/]+))\/(.+)$/;

/**
 * The id of the API that a docs file may belong to: as a guide in its folder, or as one of its pages.
 *
 * @param places Of all APIs, by id.
 */
export function apiOfDoc(
  { docs, path }: DocsFile,
  places: ReadonlyMap<string, Place>,
): string | undefined {
  const folders = Array.from(places, ([api, place]) => [
    ...[GUIDES, ABOUT].map((folder) => ({ api, folder: joined(folder, api) })),
    ...(place.docs.id === docs.id ? [{ api, folder: belowDocs(place) }] : []),
  ]).flat();
  return folders
    .sort((a, b) => b.folder.length - a.folder.length)
    .find(({ folder }) => path !== folder && below(path, folder) !== undefined)?.api;
}

/** The name of a sidebar among those of all docs. */
export function sidebarId(docsPluginId: string, version: string, sidebar: string): string {
  return [docsPluginId, version, sidebar].join(' ');
}
