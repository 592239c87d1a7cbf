import type { PageKind } from '../slices/slice.ts';

/**
 * Site address of a page of the reference, without the base URL and with a slash at the end.
 * The info page stands at the root of its API, whatever its id.
 */
export function pageHref(api: string, id: string, kind?: PageKind): string {
  return kind === 'info' ? `/reference/${api}/` : `/reference/${api}/${id}/`;
}
