import {
  type Entry,
  type IndexedApi,
  type Place,
  SEARCH_FILE,
  type SearchIndex,
} from '../../search/entry.ts';
import { Finder, type Hit } from '../../search/finder.ts';
import type { Query } from '../../search/query.ts';

/** Why nothing can be searched. */
export class SearchError extends Error {
  constructor(readonly reason: 'missing' | 'offline') {
    super(reason);
  }
}

/** Where a hit was found: an API, or the guides. */
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
 * What the site has to be searched, loaded once.
 *
 * @throws SearchError; a later call tries again.
 */
export function loadSite(): Promise<Site> {
  site ??= load(SEARCH_FILE, BASE, 'no-cache').then((index) => new Site(index as SearchIndex));
  site.catch(() => {
    site = undefined;
  });
  return site;
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
    // A host that answers everything with a page.
  }
  throw new SearchError('missing');
}

/** The indexes of a site. */
export class Site {
  readonly apis: readonly IndexedApi[];
  readonly texts: string;
  readonly #slash: string;
  readonly #scopes: ReadonlyMap<string, Scope>;
  readonly #guides: Scope | undefined;

  constructor({ apis, guides, texts, slash }: SearchIndex) {
    const finder = (folder: string): Finder =>
      new Finder((file) => load(file, new URL(folder, BASE).href));
    this.apis = apis;
    this.texts = new URL(texts, BASE).href;
    this.#slash = slash;
    this.#scopes = new Map(apis.map((api) => [api.id, { api, finder: finder(api.folder) }]));
    this.#guides = guides === undefined ? undefined : { finder: finder(guides) };
  }

  /** The API of the page, which is of its reference or one of its guides; or else the first one. */
  get current(): IndexedApi | undefined {
    const [, here] = location.href.slice(BASE.length).split(/[/?#]/, 2);
    return this.apis.find(({ id }) => id === here) ?? this.apis[0];
  }

  /** The APIs that a query asks for: by `api:`, or else the current one, or all of them. */
  asked({ api }: Query, isAll: boolean): readonly IndexedApi[] {
    if (api !== undefined)
      return this.apis.filter(
        ({ id, label }) => api === 'all' || id.startsWith(api) || label.toLowerCase() === api,
      );
    return isAll ? this.apis : this.apis.filter((one) => one === this.current);
  }

  /** What a query means in some of the APIs and in guides, in no order. */
  async find(query: Query, apis: readonly IndexedApi[]): Promise<Found[]> {
    const scopes = [...apis.map(({ id }) => this.#scopes.get(id)), this.#guides].filter(
      (scope) => scope !== undefined,
    );
    const found = await Promise.all(
      scopes.map(async (scope) =>
        (await scope.finder.find(query)).map((hit): Found => ({ ...hit, scope })),
      ),
    );
    return found.flat();
  }

  /** All places of an entry. */
  places(entry: Entry, { finder }: Scope): Promise<readonly Place[]> {
    return finder.places(entry);
  }

  /** Address of a place. */
  address({ at }: Place, { api }: Scope): string {
    if (!api) return BASE + at;
    const [page = '', hash] = at.split('#', 2);
    const below = page === '' ? '' : `/${encodeURI(page)}`;
    return `${BASE}reference/${api.id}${below}${this.#slash}${hash === undefined ? '' : `#${hash}`}`;
  }
}
