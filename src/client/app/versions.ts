import { type ApiBase, pageHref, pagePath } from '../../address/address.ts';
import type { PageInfo } from '../../slices/slice.ts';

/** The versions of APIs that have several, by the base of each version: what the site's plugin has found. */
export interface SiteVersions {
  readonly [base: string]: VersionPages;
}

/** A version of an API. */
export interface VersionPages {
  /** All versions, the current one first. */
  readonly versions: readonly NamedVersion[];
  /** Its own place among them. */
  readonly position: number;
  /** The pages of the same subject in all versions by page id, empty for the introduction; null where there is none. */
  readonly pages: { readonly [page: string]: readonly (string | null)[] };
}

export interface NamedVersion extends ApiBase {
  readonly name: string;
}

/** The page of the same subject in a version or, if there is none, the introduction of the version. */
export interface VersionLink {
  readonly name: string;
  /** Path within the site. */
  readonly path: string;
  /** The same, for a link of Docusaurus. */
  readonly href: string;
  readonly isCurrent: boolean;
  readonly isOwn: boolean;
  /** Whether it leads to the introduction since there is no such page. */
  readonly isMissing: boolean;
}

/** The links of a page to all versions of its API, the current one first; none if the API has one version only. */
export function versionLinks(
  site: SiteVersions,
  { base, ending, kind, id }: Pick<PageInfo, 'kind' | 'id'> & ApiBase,
): readonly VersionLink[] {
  const { versions = [], position, pages = {} } = site[base] ?? {};
  const page = kind === 'info' ? '' : id;
  const targets = (Object.hasOwn(pages, page) && pages[page]) || [];
  return versions.map(({ name, ...at }, place) => {
    const target = targets[place] ?? undefined;
    return {
      name,
      path: pagePath(at, target),
      href: pageHref({ ...at, ...(ending !== undefined && { ending }) }, target),
      isCurrent: place === 0,
      isOwn: place === position,
      isMissing: target === undefined,
    };
  });
}
