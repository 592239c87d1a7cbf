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
