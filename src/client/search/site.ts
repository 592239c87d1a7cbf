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
import { Finder } from '../../search/finder.ts';
import { type LanguageData, languageOf } from '../../search/language.ts';
import type { Query } from '../../search/query.ts';
import { compare, type Hit } from '../../search/rank.ts';
import { BASE } from './base.ts';
import type { TextHits } from './texts.ts';

/** Set when the module is bundled: what readers of the site may write. */
declare const SEARCH_LANGUAGES: readonly LanguageData[];

/** Set when the module is bundled: path of the script `texts.ts` below the base URL. */
declare const SEARCH_TEXTS: string;

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
  readonly #url: SiteUrl;
  readonly #scopes: ReadonlyMap<IndexedApi, Scope>;
  /** All APIs together, if they are many. */
  readonly #together: Scope | undefined;
  readonly #guides: Scope | undefined;
  readonly #texts: string;
  /** The pages about the site itself. */
  readonly #about: SearchIndex['about'];
  readonly #aboutGuides: Scope | undefined;
  readonly #stops: ReadonlySet<string>;

  constructor({ apis, all, guides, about, texts, slash }: SearchIndex) {
    const language = languageOf(...SEARCH_LANGUAGES);
    const finder = (folder: string): Finder =>
      new Finder((file) => loadFile(file, new URL(folder, BASE).href), language);
    this.#stops = language.stops;
    this.#texts = texts;
    this.#url = { baseUrl: BASE, trailingSlash: slash !== '' };
    this.#scopes = new Map(apis.map((api) => [api, { api, finder: finder(api.folder) }]));
    this.#together = all === undefined ? undefined : { finder: finder(all) };
    this.#guides = guides === undefined ? undefined : { finder: finder(guides) };
    this.#about = about;
    this.#aboutGuides = about?.folder === undefined ? undefined : { finder: finder(about.folder) };
  }

  /** The API of the page (of its reference or guide), or else the first one. */
  get current(): IndexedApi | undefined {
    return this.#here ?? this.apis[0];
  }

  /** The APIs to search; those about the site itself only on pages about it, or if there are no others. */
  get apis(): readonly IndexedApi[] {
    const others = this.#all.filter(({ about }) => !about);
    return this.#isAbout || others.length === 0 ? this.#all : others;
  }

  /**
   * Searches the text of all pages. The script that does it is loaded the first time: most queries name something.
   *
   * @throws if it or an index cannot be loaded; a later call retries.
   */
  async findTexts(query: Query): Promise<TextHits> {
    const about = this.#isAbout && this.#about ? [this.#about.texts] : [];
    const folders = [...about, this.#texts].map((folder) => new URL(folder, BASE).href);
    const script = (await import(BASE + SEARCH_TEXTS)) as typeof import('./texts.ts');
    return script.findTexts(this.wordsOf(query), folders);
  }

  /** All APIs, each once: in the version of the docs that the page belongs to, or that readers see first. */
  get #all(): readonly IndexedApi[] {
    const here = this.#here;
    const shown = new Map<string, IndexedApi>();
    for (const api of this.#scopes.keys())
      if (api === here || !shown.has(api.id)) shown.set(api.id, api);
    return [...shown.values()];
  }

  get #here(): IndexedApi | undefined {
    return this.#apiAt(location.href);
  }

  /** Whether the reader is on a page about the site itself. */
  get #isAbout(): boolean {
    const here = location.origin + location.pathname;
    return (
      this.#here?.about === true ||
      (this.#about?.pages.some((page) => BASE + page === here) ?? false)
    );
  }

  #apiAt(url: string): IndexedApi | undefined {
    return apiAt(pathOf(url, { baseUrl: BASE }) ?? '', [...this.#scopes.keys()]);
  }

  /** The label of the API that a page belongs to; undefined if it is the current one, or none. */
  otherApi(url: string): string | undefined {
    const api = this.#apiAt(url);
    return api === this.current && !this.#isApart ? undefined : api?.label;
  }

  /** Whether the page belongs to none of many APIs. */
  get #isApart(): boolean {
    return this.#together !== undefined && !this.#here;
  }

  /** What a query concerns that names no API. */
  get #usual(): readonly IndexedApi[] {
    return this.#isApart ? this.apis : this.apis.filter((api) => api === this.current);
  }

  /** The APIs that a query concerns: those of `api:`, the current one, or all of them. */
  asked({ api }: Query, isAll: boolean): readonly IndexedApi[] {
    if (api === 'all' || (api === undefined && isAll)) return this.apis;
    if (api === undefined) return this.#usual;
    const named = this.#all.filter(({ id, label }) => id === api || label.toLowerCase() === api);
    return named.length > 0 ? named : this.#all.filter(({ id }) => id.startsWith(api));
  }

  /**
   * The results for a query in some of the APIs and in guides, best first; for readers of a page about the site itself also
   * those in such pages.
   */
  async find(
    query: Query,
    apis: readonly IndexedApi[],
  ): Promise<{ found: readonly Found[]; isCut: boolean }> {
    const about = this.#isAbout ? this.#aboutGuides : undefined;
    const scopes = [...this.#scopesOf(apis), this.#guides, about].filter(
      (scope) => scope !== undefined,
    );
    const parts = await Promise.all(
      scopes.map(async (scope) => {
        const { hits, isCut } = await scope.finder.find(query);
        return { found: hits.map((hit): Found => ({ ...hit, scope })), isCut };
      }),
    );
    const found = parts.flatMap((part) => part.found).sort(compare);
    return { found, isCut: parts.some((part) => part.isCut) };
  }

  /** What to ask about some APIs. All of many are asked together. */
  #scopesOf(apis: readonly IndexedApi[]): readonly (Scope | undefined)[] {
    if (this.#together && apis.length === this.apis.length) return [this.#together];
    return apis.map((api) => this.#scopes.get(api));
  }

  /** Loads what every query needs here. */
  async warm(): Promise<void> {
    const scopes = [...this.#scopesOf(this.#usual), this.#guides];
    await Promise.all(scopes.map((scope) => scope?.finder.warm()));
  }

  /** Words that are spelled like those of a query without results. */
  async near(query: Query, apis: readonly IndexedApi[]): Promise<readonly string[]> {
    const found = await Promise.all(
      this.#scopesOf(apis).map((scope) => scope?.finder.near(query) ?? []),
    );
    return [...new Set(found.flat())];
  }

  /** A query without the words that no name has; undefined if these are all, or none of them, or if it is one name. */
  async known(query: Query, apis: readonly IndexedApi[]): Promise<Query | undefined> {
    if (!query.text.includes(' ')) return undefined;
    const found = await Promise.all(
      this.#scopesOf(apis).map((scope) => scope?.finder.known(query) ?? []),
    );
    const known = new Set(found.flat());
    const words = query.words.filter((word) => known.has(word));
    if (words.length === 0 || words.length === query.words.length) return undefined;
    return { ...query, words, text: words.join(' ') };
  }

  /** The words of a query that say something. */
  wordsOf({ words }: Query): readonly string[] {
    const said = words.filter((word) => !this.#stops.has(word));
    return said.length > 0 ? said : words;
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
