import {
  apiAt,
  below,
  joined,
  pagePath,
  pathOfHtml,
  placeOf,
  slicePath,
  twinPath,
} from '../address/address.ts';
import { isObject } from '../json/guards.ts';
import {
  type Entry,
  type IndexedApi,
  type Place,
  SEARCH_FILE,
  type SearchIndex,
} from '../search/entry.ts';
import { Finder } from '../search/finder.ts';
import { languageOf } from '../search/language.ts';
import { languagesFor } from '../search/languages.ts';
import { parseQuery } from '../search/query.ts';
import { compare, type Hit } from '../search/rank.ts';
import type { Release } from '../slices/history.ts';
import type { PageInfo, SliceDocument } from '../slices/slice.ts';
import { type ReadFile, UnreadableSite } from './site-files.ts';

/** A place that was found, as a path within the site: `reference/shop/list-books#query-page`. */
export interface Found extends Hit {
  readonly api?: IndexedApi;
  readonly path: string;
}

/** A place of a name, and its path within the site. */
export interface Placed {
  readonly place: Place;
  readonly path: string;
}

/** A page as the tools name it. */
export interface Page {
  /** Path within the site, without a slash at its end. */
  readonly path: string;
  /** The API it belongs to, and its id there; guides have neither. */
  readonly api?: IndexedApi;
  readonly id?: string;
}

/** A base for paths, whose host is not read. */
const ANY_HOST = 'https://host.invalid';
/** Folders that a site may be in. */
const MAX_FOLDERS = 5;

interface Scope {
  readonly api?: IndexedApi;
  readonly finder: Finder;
}

/** The reference and guides of a built site, from the files that it serves to its readers. */
export class BuiltSite {
  /** Each once, in the version of the docs that readers see first. */
  readonly apis: readonly IndexedApi[];
  readonly #read: ReadFile;
  readonly #scopes: readonly Scope[];

  /** @param locale What its readers speak: a language tag (BCP 47). */
  constructor(read: ReadFile, { apis, guides, about }: SearchIndex, locale: string) {
    this.#read = read;
    this.apis = apis.filter(({ id }, at) => apis.findIndex((api) => api.id === id) === at);
    const language = languageOf(...languagesFor(locale));
    const finderOf = (folder: string): Finder =>
      new Finder(async (file) => {
        const text = await read(joined(folder.replace(/\/$/, ''), file));
        if (text === undefined) throw new UnreadableSite(`The site has no ${folder}${file}.`);
        return JSON.parse(text);
      }, language);
    this.#scopes = [
      ...this.apis.map((api) => ({ api, finder: finderOf(api.folder) })),
      ...[guides, about?.folder]
        .filter((folder) => folder !== undefined)
        .map((folder) => ({ finder: finderOf(folder) })),
    ];
  }

  /**
   * The API with an id or label; without one, the only API or the first one.
   *
   * @throws UnreadableSite that names those that there are.
   */
  api(name?: string): IndexedApi {
    const asked = name?.toLowerCase();
    const api = this.apis.find(
      ({ id, label }) => asked === undefined || id === name || label.toLowerCase() === asked,
    );
    if (api) return api;
    const ids = this.apis.map(({ id }) => id).join(', ');
    throw new UnreadableSite(`There is no API "${name}". The site has: ${ids || 'none'}.`);
  }

  /**
   * What a question finds, best first, as in the search of the site.
   *
   * @param api Id of the only API to search; by default all of them, and the guides.
   */
  async find(question: string, api?: string): Promise<readonly Found[]> {
    const asked = api === undefined ? undefined : this.api(api);
    const query = parseQuery(question);
    const scopes = this.#scopes.filter((scope) => !asked || scope.api === asked);
    const found = await Promise.all(
      scopes.map(async (scope) => {
        const { hits } = await scope.finder.find(query);
        return hits.map(
          (hit): Found => ({ ...hit, api: scope.api, path: pathOf(hit.entry.best, scope.api) }),
        );
      }),
    );
    return found.flat().sort(compare);
  }

  /** All places of something that was found, each with its path within the site. */
  async places({ entry, api }: Pick<Found, 'entry' | 'api'>): Promise<readonly Placed[]> {
    const scope = this.#scopes.find((one) => one.api === api);
    const places = (await scope?.finder.places(entry)) ?? [];
    return places.map((place) => ({ place, path: pathOf(place, api) }));
  }

  /** Words that are spelled like those of a question without results. */
  async near(question: string): Promise<readonly string[]> {
    const query = parseQuery(question);
    const near = await Promise.all(this.#scopes.map(({ finder }) => finder.near(query)));
    return [...new Set(near.flat())];
  }

  /**
   * A page by what it is known as: its URL or path, an operationId, `GET /path`, the name of a schema or tag, or a title.
   * Undefined if nothing is called exactly that.
   */
  async page(name: string, api?: string): Promise<Page | undefined> {
    // A single word may be both: the name of a schema, and the path of a guide at the root of the site.
    return name.includes('/')
      ? ((await this.#pageAt(name)) ?? (await this.#pageCalled(name, api)))
      : ((await this.#pageCalled(name, api)) ?? (await this.#pageAt(name)));
  }

  /** The page at the whole path of an address, or at what is left of it without the folders that the site may be in. */
  async #pageAt(address: string): Promise<Page | undefined> {
    const pathname = pathnameOf(address);
    if (pathname === undefined) return undefined;
    const parts = joined(pathname).split('/');
    for (const at of parts.keys()) {
      const page = this.#placedPage(parts.slice(at).join('/'));
      if (page.path === '' || (at > MAX_FOLDERS && !page.api)) continue;
      if ((await this.markdown(page)) !== undefined || (await this.slice(page))) return page;
    }
    return undefined;
  }

  /** What a path within the site would be: a page of the API whose folder it is in, or a guide. */
  #placedPage(path: string): Page {
    const apis = this.apis.map((api) => ({ api, bases: [api.base] }));
    const api = apiAt(path, apis)?.api;
    return api ? this.pageOf(api, below(path, api.base) ?? '') : { path };
  }

  async #pageCalled(name: string, api?: string): Promise<Page | undefined> {
    const [hit] = (await this.find(name, api)).filter(({ entry }) => isCalled(entry, name));
    if (!hit) return undefined;
    const [path] = placeOf(hit.path);
    if (!hit.api) return { path };
    return this.pageOf(hit.api, placeOf(hit.entry.best.at)[0]);
  }

  /** A page of an API by its id; the introduction has none. */
  pageOf(api: IndexedApi, id: string): Page {
    return { path: pagePath(api, id), api, id: id || api.introduction };
  }

  /** The Markdown of a page; undefined if it has none. */
  markdown({ path }: Page): Promise<string | undefined> {
    return this.#read(twinPath(path));
  }

  /**
   * The OpenAPI of a page: a document with what the page shows, and nothing else. Undefined if it has none, as guides.
   */
  async slice({ api, id }: Page): Promise<SliceDocument | undefined> {
    if (!api || id === undefined) return undefined;
    const text = await this.#read(slicePath(api, id));
    const slice: unknown = text === undefined ? undefined : JSON.parse(text);
    return isObject(slice) && isObject(slice['x-page'])
      ? (slice as unknown as SliceDocument)
      : undefined;
  }

  /** What the introduction of an API lists: its tags, their groups, and all operations. */
  async introduction(api: IndexedApi): Promise<PageInfo> {
    const slice = await this.slice(this.pageOf(api, ''));
    if (!slice)
      throw new UnreadableSite(
        `The site has no list of the operations of "${api.id}". Build it with this version of the package.`,
      );
    return slice['x-page'];
  }

  /**
   * The versions in the changelog of an API, the newest first.
   *
   * @throws UnreadableSite if it has none.
   */
  async releases(api: IndexedApi): Promise<readonly Release[]> {
    const { changelog } = await this.introduction(api);
    const slice = changelog && (await this.slice(this.pageOf(api, changelog)));
    const releases = slice ? slice['x-page'].releases : undefined;
    if (!releases) throw new UnreadableSite(`The API "${api.id}" has no changelog.`);
    return releases;
  }
}

/** Path of a place within the site. */
function pathOf({ at }: Place, api: IndexedApi | undefined): string {
  if (!api) return at;
  const [page, hash] = placeOf(at);
  return pagePath(api, page) + hash;
}

function isCalled({ kind, name, title, method, path }: Entry, asked: string): boolean {
  if (kind === 'field' || kind === 'value' || kind === 'status') return false;
  const names = [name, title, method && path && `${method} ${path}`];
  return names.some((one) => one?.toLowerCase() === asked.trim().toLowerCase());
}

/** The decoded path of a URL, without the ending of a page's file; undefined if a text is none. */
function pathnameOf(address: string): string | undefined {
  if (/\s/.test(address) || !URL.canParse(address, ANY_HOST)) return undefined;
  try {
    const pathname = decodeURI(new URL(address, ANY_HOST).pathname);
    return pathOfHtml(pathname.replace(/\.(?:md|json)$/, ''));
  } catch {
    // It is not UTF-8.
    return undefined;
  }
}

/**
 * Reads a site's index; a site that was built again since is read again.
 *
 * @param place Folder or URL, for messages.
 */
export function siteSource(read: ReadFile, place: string): () => Promise<BuiltSite> {
  let known: { readonly text: string; readonly site: BuiltSite } | undefined;
  return async () => {
    const text = await read(SEARCH_FILE);
    if (text === undefined)
      throw new UnreadableSite(
        `There is no built site in ${place}: it has no ${SEARCH_FILE}. Build it first, or pass the folder or URL of one.`,
      );
    if (known?.text !== text) {
      const [, locale = 'en'] =
        /<html[^>]*\slang="([^"]+)"/.exec((await read('404.html')) ?? '') ?? [];
      known = { text, site: new BuiltSite(read, indexOf(text, place), locale) };
    }
    return known.site;
  };
}

function indexOf(text: string, place: string): SearchIndex {
  try {
    const index: unknown = JSON.parse(text);
    if (isObject(index) && Array.isArray(index.apis)) return index as unknown as SearchIndex;
  } catch {
    // As below.
  }
  throw new UnreadableSite(
    `${SEARCH_FILE} in ${place} is no index of a site built with this package.`,
  );
}
