/** Pages under a heading; without one, those that come first. */
export interface IndexGroup {
  readonly name?: string;
  readonly entries: readonly {
    readonly href: string;
    readonly title: string;
    readonly description?: string;
  }[];
}

/** What the index of a folder lists; the APIs are in the site's data. */
export interface Props {
  readonly kind: 'guides' | 'apis';
  readonly groups: readonly IndexGroup[];
  /** The page of a list of APIs, from 1. */
  readonly part?: number;
}
