import { pathOf } from '../../address/address.ts';
import { parseQuery } from '../../search/query.ts';
import { BASE } from './base.ts';
import { element } from './element.ts';
import type { Found, Site } from './site.ts';

/** Guesses in a list. */
const SHOWN = 3;
/** What a guess costs at most: one word may be missing. With less in common, it is no help. */
const LIKELY = 5;

/**
 * Lists the pages that the address of a missing page may mean; nothing if there are none. A script of its own, which only
 * the 404 page needs.
 *
 * @param intro What is said before them.
 */
export async function guess(place: HTMLElement, site: Site, intro: string): Promise<void> {
  const path = pathOf(location.pathname, { baseUrl: new URL(BASE).pathname }) ?? '';
  const words = wordsOfAddress(path);
  if (words === '') return;
  const found = await pagesFor(words, site).catch(() => []);
  const links = bestOf(found, path).map((hit) =>
    element('li', {}, element('a', { href: site.address(hit.entry.best, hit.scope) }, nameOf(hit))),
  );
  if (links.length === 0) return;
  place.replaceChildren(element('p', {}, intro), element('ul', {}, ...links));
}

/** What is found in the API that the address names, or else the first one; without a result, with the nearest words. */
async function pagesFor(words: string, site: Site): Promise<readonly Found[]> {
  const query = parseQuery(words);
  const apis = site.asked(query, false);
  const { found } = await site.find(query, apis);
  const [near] = found.length > 0 ? [] : await site.near(query, apis);
  if (near === undefined) return found.filter((hit) => isLikely(hit));
  const others = await site.find(parseQuery(near), apis);
  return others.found.filter((hit) => isLikely(hit, near));
}

/**
 * Whether a page is enough like what was asked for.
 *
 * @param near The nearest words, if what was asked for is not in the index: the page must have them in its address.
 */
export function isLikely({ cost, entry }: Pick<Found, 'cost' | 'entry'>, near = ''): boolean {
  const letters = lettersOf(entry.best.at);
  return cost <= LIKELY && near.split(' ').every((word) => letters.includes(lettersOf(word)));
}

/**
 * What an address says, as a query: the words of its last part. Digits belong to what is before them: `oauth-2` is
 * `oauth2`.
 *
 * @param path Path within the site.
 */
export function wordsOfAddress(path: string): string {
  const last =
    path
      .replace(/\.html$/, '')
      .split('/')
      .filter(Boolean)
      .at(-1) ?? '';
  return last
    .replace(/(\p{L})[-_](?=\d)/gu, '$1')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** Pages whose address has the same letters; without one, those that have about as many letters come first. */
export function bestOf<Hit extends Pick<Found, 'entry'>>(
  found: readonly Hit[],
  path: string,
): readonly Hit[] {
  const wanted = lettersOf(wordsOfAddress(path));
  const distance = ({ entry: { best } }: Hit): number =>
    Math.abs(lettersOf(best.at.split('/').at(-1) ?? '').length - wanted.length);
  const isSame = ({ entry: { best } }: Hit): boolean =>
    lettersOf(best.at.split('/').at(-1) ?? '') === wanted;
  // Pages only: not the places on them.
  const pages = found.filter(({ entry }) => !entry.best.at.includes('#'));
  const same = pages.filter(isSame);
  const shown = same.length > 0 ? same : pages.toSorted((a, b) => distance(a) - distance(b));
  return shown.slice(0, SHOWN);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\d]/gu, '');
}

/** `POST /core/users/: Create a user`. */
function nameOf({ entry: { kind, name, title = name, method, path } }: Found): string {
  return kind === 'operation' && method ? `${title} (${method} ${path})` : title;
}
