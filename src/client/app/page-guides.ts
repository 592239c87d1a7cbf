/** A guide that refers to a page of the reference. */
export interface PageGuide {
  readonly title: string;
  /** With the base URL. */
  readonly href: string;
}

/** The guides that refer to a page, by its path within the site: what the site's plugin has found. */
export interface PageGuides {
  readonly [path: string]: readonly PageGuide[];
}

/** Those that refer to the page at a path. A path may be any name, `constructor` too. */
export function guidesAt(guides: PageGuides, path: string): readonly PageGuide[] {
  return (Object.hasOwn(guides, path) && guides[path]) || [];
}
