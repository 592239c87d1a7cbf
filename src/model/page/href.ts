import type { PageKind } from '../../slices/slice.ts';

/**
 * Site address of a page of the reference, without the base URL and with a slash at the end.
 * The info page stands at the root of its API, whatever its id.
 */
export function pageHref(api: string, id: string, kind?: PageKind): string {
  return kind === 'info' ? `/reference/${api}/` : `/reference/${api}/${id}/`;
}

/**
 * Site address of a place of the reference, as `PageInfo.links` has it: the id of a page and an anchor; the
 * page without an id is the info page.
 */
export function placeHref(api: string, place: string): string {
  const at = place.indexOf('#');
  const id = at === -1 ? place : place.slice(0, at);
  return pageHref(api, id, id === '' ? 'info' : undefined) + place.slice(id.length);
}
