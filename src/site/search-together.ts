import { addressOf, pagePath, placeOf, type SiteUrl } from '../address/address.ts';
import type { Found } from '../search/collect.ts';
import type { IndexedApi, Kind } from '../search/entry.ts';

/** What readers may know without knowing the API: what it does, and what it is about. */
const COMMON: ReadonlySet<Kind> = new Set(['operation', 'schema', 'tag']);

/** The names of many APIs in one index, whose places are those of the site. */
export class Together {
  readonly #site: SiteUrl;
  readonly found: Found[] = [];
  /** The number of APIs. */
  count = 0;

  constructor(trailingSlash: boolean | undefined) {
    this.#site = { baseUrl: '', ...(trailingSlash === false && { trailingSlash }) };
  }

  /** Adds an API and its names, each with its best place. */
  add(api: IndexedApi, names: readonly Found[]): void {
    this.count++;
    const at = (place: string): string => {
      const [page, hash] = placeOf(place);
      return addressOf(encodeURI(pagePath(api, page)), this.#site) + hash;
    };
    this.found.push({ kind: 'api', name: api.label, places: [{ at: at('') }] });
    for (const { about: _, places, ...entry } of names) {
      const [best] = places;
      if (!best || entry.version !== undefined || !COMMON.has(entry.kind)) continue;
      this.found.push({ ...entry, places: [{ ...best, at: at(best.at) }] });
    }
  }
}
