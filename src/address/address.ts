/** An API of a site, and one of its versions; the current version has no name. */
export interface ApiRef {
  readonly api: string;
  readonly version?: string;
}

/** A page of the reference. The id of the info page is empty: it is at the root of its API. */
export interface PageRef extends ApiRef {
  readonly page: string;
}

/** The location of the reference in its site. Folders are relative to the site's folder, with `/`. */
export interface Where {
  /** `id` of the docs plugin instance that contains the reference. */
  readonly docsPluginId: string;
  /** `path` of that instance. */
  readonly docsDir: string;
  /** `routeBasePath` of that instance. */
  readonly routeBasePath: string;
  /** Folder of the generated pages, below `docsDir`. */
  readonly outputDir: string;
}

/** Docusaurus settings that addresses also depend on. A base URL starts and ends with a slash. */
export interface SiteUrl {
  readonly baseUrl: string;
  readonly trailingSlash?: boolean;
}

/** The location of the reference in this site. */
export const HERE: Where = {
  docsPluginId: 'default',
  docsDir: 'docs',
  routeBasePath: '/',
  outputDir: 'docs/reference',
};

/** Folder of the guides, below `docsDir`; a folder in it belongs to the API with its name. */
export const GUIDES = 'guides';

/** Folder of the pages of schemas, below their API's; their ids begin with it. */
export const SCHEMAS = 'schemas/';

/** Path of the search page. */
export const SEARCH = 'search';

/** The name of an API version in folders, slices, sidebars and keys: `shop`, `shop/v1`. */
export function apiKey({ api, version }: ApiRef): string {
  return version === undefined ? api : `${api}/${version}`;
}

/** The name of a page among all APIs: `shop/list-books`. Its slice has the same name. */
export function sliceName(ref: ApiRef, page: string): string {
  return `${apiKey(ref)}/${page}`;
}

/** The id of a page without its folder: what its file is named by. */
export function pageName(page: string): string {
  return page.startsWith(SCHEMAS) ? page.slice(SCHEMAS.length) : page;
}

/** Path of the reference within the site, like all paths here without slashes at its ends. */
export function referencePath(where = HERE): string {
  return joined(where.routeBasePath, belowDocs(where));
}

/**
 * Path of a page within the site, not encoded: `reference/shop/list-books`; without a page, that of the API.
 */
export function pagePath(ref: ApiRef, page = '', where = HERE): string {
  return joined(referencePath(where), sliceName(ref, page));
}

/** The target of a Docusaurus link; Docusaurus adds the base URL and the site's kind of ending. */
export function pageHref(ref: ApiRef, page = '', where = HERE): string {
  return `/${pagePath(ref, page, where)}/`;
}

/**
 * The URL at which a host serves a path. Unless `trailingSlash` is false, pages are folders with an
 * `index.html`: hosts redirect to the URL with a slash.
 */
export function addressOf(path: string, { baseUrl, trailingSlash }: SiteUrl): string {
  return baseUrl + path + (trailingSlash === false || path === '' ? '' : '/');
}

/** The path of a URL, decoded; undefined if it cannot be a page of the site. */
export function pathOf(address: string, { baseUrl }: SiteUrl): string | undefined {
  const [path = ''] = address.split(/[?#]/, 1);
  if (!path.startsWith(baseUrl)) return undefined;
  try {
    return decodeURI(path.slice(baseUrl.length)).replace(/\/$/, '');
  } catch {
    // It is not UTF-8, so it cannot be the address of a page.
    return undefined;
  }
}

/** The page of a path, if it belongs to one of these APIs; a version comes before its API's page. */
export function pageOf(path: string, apis: readonly ApiRef[], where = HERE): PageRef | undefined {
  const found = apis
    .map((ref) => ({ ref, rest: below(path, pagePath(ref, '', where)) }))
    .filter(({ rest }) => rest !== undefined)
    .sort((a, b) => (a.rest?.length ?? 0) - (b.rest?.length ?? 0))[0];
  return found && { ...found.ref, page: found.rest ?? '' };
}

/** Whether a path is below the reference. */
export function isReference(address: string, { baseUrl }: SiteUrl, where = HERE): boolean {
  return address.startsWith(`${baseUrl}${referencePath(where)}/`);
}

/** The path in a link, whatever the base URL; undefined if it leads outside the reference. */
export function pathOfLink(href: string, where = HERE): string | undefined {
  const [address = ''] = href.split(/[?#]/, 1);
  const at = address.indexOf(`${referencePath(where)}/`);
  if (at < 0 || /^[a-z][a-z0-9+.-]*:/i.test(address)) return undefined;
  return pathOfHtml(address.slice(at)).replace(/\/$/, '');
}

/** A place of an API, `list-books#query-page`, as the id of its page and the anchor with its `#`. */
export function placeOf(place: string): readonly [page: string, hash: string] {
  const at = place.indexOf('#');
  return at === -1 ? [place, ''] : [place.slice(0, at), place.slice(at)];
}

/** The id of the API that a path may belong to: as one of its pages, or as a guide in its folder. */
export function apiOf(path: string, where = HERE): string | undefined {
  const guides = joined(where.routeBasePath, GUIDES);
  const rest = below(path, referencePath(where)) ?? below(path, guides);
  return rest?.split(/[/?#]/, 1)[0];
}

/** HTML file of a path in a built site. */
export function htmlOf(path: string, { trailingSlash }: Pick<SiteUrl, 'trailingSlash'>): string {
  return trailingSlash === false && path !== '' ? `${path}.html` : joined(path, 'index.html');
}

/** The path of an HTML file in a built site. */
export function pathOfHtml(file: string): string {
  return file.replace(/(?:(?:^|\/)index)?\.html$/, '');
}

/** The URL at which static hosts serve an HTML file, without the base URL. */
export function addressOfHtml(file: string): string {
  return pathOfHtml(file) + (file.endsWith('/index.html') ? '/' : '');
}

/** The same page in another version of its API; the info page if that version lacks the page. */
export function inVersion(
  { api, page }: PageRef,
  version: string | undefined,
  pages: ReadonlySet<string>,
): PageRef {
  return { api, ...(version !== undefined && { version }), page: pages.has(page) ? page : '' };
}

/** The folder of the generated pages, from that of the docs. */
export function belowDocs({ outputDir, docsDir }: Where): string {
  return below(outputDir, docsDir) ?? outputDir;
}

/** The current and former pages of an API. */
export interface Moves {
  /** The subject of a page to its id. */
  readonly ids: ReadonlyMap<string, string>;
  /** A former id to the subject that its page had. */
  readonly moved: ReadonlyMap<string, string>;
}

/** The id of the page that replaces a former one; undefined if there is none. */
export function standInOf(page: string, { ids, moved }: Moves): string | undefined {
  return ids.get(moved.get(page) ?? '');
}

/** The rest of a path below a folder, empty for the folder itself; undefined for any other path. */
export function below(path: string, folder: string): string | undefined {
  if (path === folder) return '';
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** The non-empty parts of a path, without slashes at the ends. */
export function joined(...parts: readonly string[]): string {
  return parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/');
}
