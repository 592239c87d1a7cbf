import {
  addressOf,
  apiAt,
  pagePath,
  pathOf,
  placeOf,
  SEARCH,
  type SiteUrl,
} from '../../address/address.ts';
import {
  type Entry,
  type IndexedApi,
  type Place,
  SEARCH_FILE,
  type SearchIndex,
} from '../../search/entry.ts';
import { compare, Finder, type Hit } from '../../search/finder.ts';
import type { Query } from '../../search/query.ts';

/** Why the search does not work. */
export class SearchError extends Error {
  constructor(readonly reason: 'missing' | 'offline') {
    super(reason);
  }
}

/** A result and where it was found: in an API, or in the guides. */
export interface Found extends Hit {
  readonly scope: Scope;
}

export interface Scope {
  readonly api?: IndexedApi;
  readonly finder: Finder;
}

/** The site's base URL: this module is two folders below it. */
export const BASE = new URL('../../', import.meta.url).href;

let site: Promise<Site> | undefined;

/**
 * The search indexes of the site, loaded once.
 *
 * @throws SearchError; a later call retries.
 */
export function loadSite(): Promise<Site> {
  site ??= load(SEARCH_FILE, BASE, 'no-cache').then((index) => new Site(index as SearchIndex));
  site.catch(() => {
    site = undefined;
  });
  return site;
}

/** Loads a file of an index. If that fails, the site may have been redeployed: the next query checks. */
async function loadFile(file: string, folder: string): Promise<unknown> {
  try {
    return await load(file, folder);
  } catch (error) {
    site = undefined;
    throw error;
  }
}

async function load(file: string, folder: string, cache?: RequestCache): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(new URL(file, folder), { cache });
  } catch {
    throw new SearchError('offline');
  }
  try {
    if (response.ok) return await response.json();
  } catch {
    // A host that answers every request with a page.
  }
  throw new SearchError('missing');
}

/** The indexes of a site. */
export class Site {
  readonly texts: string;
  readonly #url: SiteUrl;
  readonly #scopes: ReadonlyMap<IndexedApi, Scope>;
  readonly #guides: Scope | undefined;
  /** The pages about the site itself. */
  readonly #about: Scope | undefined;
  readonly #isAbout: boolean;

  constructor({ apis, guides, about, texts, slash }: SearchIndex) {
    const finder = (folder: string): Finder =>
      new Finder((file) => loadFile(file, new URL(folder, BASE).href));
    this.texts = new URL(texts, BASE).href;
    this.#url = { baseUrl: BASE, trailingSlash: slash !== '' };
    this.#scopes = new Map(apis.map((api) => [api, { api, finder: finder(api.folder) }]));
    this.#guides = guides === undefined ? undefined : { finder: finder(guides) };
    this.#about = about && { finder: finder(about.folder) };
    this.#isAbout =
      about?.pages.some((page) => BASE + page === location.origin + location.pathname) ?? false;
  }

  /** The API of the page (of its reference or guide), or else the first one. */
  get current(): IndexedApi | undefined {
    return this.#here ?? this.apis[0];
  }

  /** The APIs, each once: in the version of the docs that the page belongs to, or that readers see first. */
  get apis(): readonly IndexedApi[] {
    const here = this.#here;
    const shown = new Map<string, IndexedApi>();
    for (const api of this.#scopes.keys())
      if (api === here || !shown.has(api.id)) shown.set(api.id, api);
    return [...shown.values()];
  }

  get #here(): IndexedApi | undefined {
    return apiAt(pathOf(location.href, { baseUrl: BASE }) ?? '', [...this.#scopes.keys()]);
  }

  /** The APIs that a query concerns: those of `api:`, the current one, or all of them. */
  asked({ api }: Query, isAll: boolean): readonly IndexedApi[] {
    if (api === 'all' || (api === undefined && isAll)) return this.apis;
    if (api === undefined) return this.apis.filter((other) => other === this.current);
    const named = this.apis.filter(({ id, label }) => id === api || label.toLowerCase() === api);
    return named.length > 0 ? named : this.apis.filter(({ id }) => id.startsWith(api));
  }

  /**
   * The results for a query in some of the APIs and in guides, best first. If there are none, those in pages about the
   * site itself; readers of one of these get them as well.
   */
  async find(
    query: Query,
    apis: readonly IndexedApi[],
  ): Promise<{ found: readonly Found[]; isCut: boolean }> {
    const scopes = [...apis.map((api) => this.#scopes.get(api)), this.#guides];
    const results = await this.#findIn(this.#isAbout ? [...scopes, this.#about] : scopes, query);
    return results.found.length > 0 || this.#isAbout ? results : this.#findIn([this.#about], query);
  }

  async #findIn(
    given: readonly (Scope | undefined)[],
    query: Query,
  ): Promise<{ found: readonly Found[]; isCut: boolean }> {
    const scopes = given.filter((scope) => scope !== undefined);
    const parts = await Promise.all(
      scopes.map(async (scope) => {
        const { hits, isCut } = await scope.finder.find(query);
        return { found: hits.map((hit): Found => ({ ...hit, scope })), isCut };
      }),
    );
    const found = parts.flatMap((part) => part.found).sort(compare);
    return { found, isCut: parts.some((part) => part.isCut) };
  }

  /** All places of an entry. */
  places(entry: Entry, { finder }: Scope): Promise<readonly Place[]> {
    return finder.places(entry);
  }

  /** URL of the page that shows a query's results. */
  page(source: string): string {
    return `${addressOf(SEARCH, this.#url)}?q=${encodeURIComponent(source.trim())}`;
  }

  /** URL of a place. */
  address({ at }: Place, { api }: Scope): string {
    if (!api) return BASE + at;
    const [page, hash] = placeOf(at);
    return addressOf(encodeURI(pagePath(api, page)), this.#url) + hash;
  }
}
