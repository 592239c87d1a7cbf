/** The path of an API's pages within the site. */
export interface ApiBase {
  /** Like all paths here without slashes at its ends; empty if the pages are at the root of the site. */
  readonly base: string;
  /** Id of the info page, if its address has it. By default that page is at the base itself. */
  readonly infoPath?: string;
  /** Set unless links in the site end with a slash; without a setting, Docusaurus leaves them as they are. */
  readonly ending?: '';
}

/** Docusaurus settings that addresses also depend on. A base URL starts and ends with a slash. */
export interface SiteUrl {
  readonly baseUrl: string;
  readonly trailingSlash?: boolean;
}

/** Docusaurus requires an origin, even if nobody knows where the site will be. No document has this one. */
export const NO_ORIGIN = 'https://site-address.invalid';

/** Folder of the guides, below that of the docs; a folder in it belongs to the API with its name. */
export const GUIDES = 'guides';

/** Folder of the pages about the site itself, beside that of the guides. */
export const ABOUT = 'about';

/** Path of a guide within a site of ours, and of its file below the docs, without its extension. */
export function guidePath(name: string): string {
  return joined(GUIDES, name);
}

/** Folder of the pages of schemas, below their API's; their ids begin with it. */
export const SCHEMAS = 'schemas/';

/** Folder of the pages of versions in the changelog of an API; their ids begin with it. */
export const CHANGES = 'changes/';

/** Anchor of the list of other APIs, on the home page of one. */
export const OTHER_APIS = 'more';

/** Path of the search page. */
export const SEARCH = 'search';

/** The name of a page among all APIs: `shop/list-books`. */
export function pageKey(api: string, page: string): string {
  return `${api}/${page}`;
}

/** The id of a page without its folder: what its file is named by. */
export function pageName(page: string): string {
  const folder = [SCHEMAS, CHANGES].find((one) => page.startsWith(one)) ?? '';
  return page.slice(folder.length);
}

/** Path of a page within the site, not encoded: `reference/shop/list-books`; without a page, that of the info page. */
export function pagePath({ base, infoPath = '' }: ApiBase, page = ''): string {
  return joined(base, page || infoPath);
}

/** The folder that the pages of all APIs are in, whose page lists them; empty if they have none in common. */
export function folderOf(apis: readonly Pick<ApiBase, 'base'>[]): string {
  const folders = new Set(apis.map(({ base }) => joined(base.split('/').slice(0, -1).join('/'))));
  const [folder = ''] = folders;
  return folders.size === 1 ? folder : '';
}

/** A list of more APIs has several pages. */
export const APIS_OF_A_PART = 200;

/** How many pages the list of so many APIs has. */
export function listParts(apis: number): number {
  return Math.max(1, Math.ceil(apis / APIS_OF_A_PART));
}

/** Path of a page of the list of APIs, from 1, within the site. */
export function listPath(folder: string, part: number): string {
  return part === 1 ? folder : joined(folder, `page/${part}`);
}

/** The target of a Docusaurus link; Docusaurus adds the base URL and the site's kind of ending. */
export function pageHref(api: ApiBase, page = ''): string {
  const path = pagePath(api, page);
  return path === '' ? '/' : `/${path}${api.ending ?? '/'}`;
}

/** Path of a published slice within the site: `reference/shop/list-books.json`. */
export function slicePath({ base }: ApiBase, page: string): string {
  return `${joined(base, page)}.json`;
}

/** Path of the whole document of an API as YAML within the site, beside that as JSON. */
export function yamlPath({ base }: ApiBase, document: string): string {
  return `${joined(base, document)}.yaml`;
}

/** Path of the Markdown twin of a page within the site: `reference/shop/list-books.md`. */
export function twinPath(path: string): string {
  return path === '' ? 'index.md' : `${path}.md`;
}

/**
 * The base of an API, from the path of one of its pages.
 *
 * @param page Id of the page; empty for an info page at the base.
 */
export function baseOf(path: string, page: string): string {
  return page === '' ? path : joined(path.slice(0, -page.length));
}

/**
 * The URL at which a host serves a path. Unless `trailingSlash` is false, pages are folders with an
 * `index.html`: hosts redirect to the URL with a slash.
 */
export function addressOf(path: string, { baseUrl, trailingSlash }: SiteUrl): string {
  return baseUrl + path + (trailingSlash === false || path === '' ? '' : '/');
}

/** The path of a URL, decoded; undefined if it cannot be a page of the site. */
export function pathOf(address: string, { baseUrl }: Pick<SiteUrl, 'baseUrl'>): string | undefined {
  const [path = ''] = address.split(/[?#]/, 1);
  if (!path.startsWith(baseUrl)) return undefined;
  try {
    return decodeURI(path.slice(baseUrl.length)).replace(/\/$/, '');
  } catch {
    // It is not UTF-8, so it cannot be the address of a page.
    return undefined;
  }
}

/** The API that a path may belong to: of those whose bases are around it, the one with the longest base. */
export function apiAt<Api extends { readonly bases: readonly string[] }>(
  path: string,
  apis: readonly Api[],
): Api | undefined {
  let found: { readonly api: Api; readonly length: number } | undefined;
  for (const api of apis)
    for (const base of api.bases)
      if (below(path, base) !== undefined && base.length >= (found?.length ?? 0))
        found = { api, length: base.length };
  return found?.api;
}

/** The path in a link to a page below a base, whatever the base URL; undefined if it leads elsewhere. */
export function pathOfLink(href: string, base: string): string | undefined {
  const [address = ''] = href.split(/[?#]/, 1);
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return undefined;
  const path = `/${pathOfHtml(address).replace(/\/$/, '')}`;
  const at = `${path}/`.indexOf(base === '' ? '/' : `/${base}/`);
  return at < 0 ? undefined : joined(path.slice(at));
}

/** A place of an API, `list-books#query-page`, as the id of its page and the anchor with its `#`. */
export function placeOf(place: string): readonly [page: string, hash: string] {
  const at = place.indexOf('#');
  return at === -1 ? [place, ''] : [place.slice(0, at), place.slice(at)];
}

/** The path of a page as a key: the same whether or not the site ends addresses with a slash. */
export function pathKey(pathname: string): string {
  return pathname.replace(/(?<=.)\/$/, '');
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

/** The current and former pages of an API. */
export interface Moves {
  /** The subject of a page to its id. */
  readonly ids: ReadonlyMap<string, string>;
  /** A former id to the subject that its page had. */
  readonly moved: ReadonlyMap<string, string>;
  /** The id of a page whose subject was removed, with what its address says. */
  readonly gone?: ReadonlyMap<string, GonePage>;
}

/** A page whose subject the API no longer has. */
export interface GonePage {
  readonly title: string;
  /** `GET /books`, or the name of a schema. */
  readonly name: string;
  /** The version in which it was removed, and the id of its page. */
  readonly version: string;
  readonly release: string;
  /** What the document said about what to use instead. */
  readonly note?: string;
  /** The page to use instead. */
  readonly instead?: { readonly page: string; readonly title: string };
  /** Set if that is only the page with the most similar name. */
  readonly isGuess?: true;
}

/** The id of the page that replaces a former one; undefined if there is none. */
export function standInOf(page: string, { ids, moved }: Moves): string | undefined {
  return ids.get(moved.get(page) ?? '');
}

/** The rest of a path below a folder, empty for the folder itself; undefined for any other path. */
export function below(path: string, folder: string): string | undefined {
  if (folder === '') return path;
  if (path === folder) return '';
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** The non-empty parts of a path, without slashes at the ends. */
export function joined(...parts: readonly string[]): string {
  return parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}
