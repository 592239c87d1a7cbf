import type { ChangeGroup } from '../model/page/change-groups.ts';
import type { PageLink } from './slice.ts';

/** A version of an API that has been compared with the one before it. */
export interface ReleaseLink {
  readonly version: string;
  /** `2026-05-31`. */
  readonly date?: string;
  /** Id of its page. */
  readonly page: string;
}

/** A change as pages show it: facts for one line. */
export interface PageChange {
  /** As in `Change`: `maximum-decreased`. */
  readonly kind: string;
  readonly name?: string;
  readonly level?: 'breaking' | 'warning';
  /** What it is in: a parameter (`query limit`), a header, or a property (`owner.name`). */
  readonly at?: string;
  /** The part of the operation: `request`, `response`, or a status. */
  readonly in?: string;
  /** Values that fit into a line. */
  readonly before?: string;
  readonly after?: string;
}

/** What changed in one operation or schema, or in the document itself. */
export interface ChangedSubject {
  /** Its page, if it still has one. */
  readonly link?: PageLink;
  /** Its name, if it has none; neither is set for the API as a whole. */
  readonly label?: string;
  /** All operations that the change of something shared concerns, if there are several. */
  readonly operations?: number;
  /** Pages of some of them. */
  readonly links?: readonly PageLink[];
  readonly changes: readonly PageChange[];
}

/** What is new in a version. */
export interface Release extends ReleaseLink {
  /** Name of the version that it was compared with. */
  readonly previous: string;
  /** How many changes there are of each kind. */
  readonly counts: { readonly [group in ChangeGroup]?: number };
  /** On the page of all versions, only the first ones of each. */
  readonly groups: { readonly [group in ChangeGroup]?: readonly ChangedSubject[] };
  /** Not on the page of all versions. */
  readonly data?: ReleaseData;
}

/** An operation or schema that changed, and its page. */
export interface SubjectPage extends PageLink {
  /** `GET /books`, or the name of a schema, as in the version in which it changed. */
  readonly key: string;
  readonly kind: 'operation' | 'schema';
  /** Its place among all pages. */
  readonly order: number;
}

/** Everything that changed in a release, as data: from several of them, pages find out what changed in all. */
export interface ReleaseData {
  /** Changes as in the stored files, see `history/stored.ts`. */
  readonly operations: readonly string[];
  readonly groups: readonly object[];
  readonly pages: readonly SubjectPage[];
  /** What rules say about changes, if the API has levels of its own. */
  readonly levels?: { readonly [rule: string]: string };
}

/** What changed on a page in a version. */
export interface PageRelease extends ReleaseLink {
  readonly changes: readonly PageChange[];
  /** On pages of operations: schemas of theirs that changed, and how often. */
  readonly schemas?: readonly (PageLink & { readonly changes: number; readonly breaking?: true })[];
}

/** The history of a page's subject. */
export interface PageHistory {
  /** The version that it came with; absent if it was there before the first one that is known. */
  readonly since?: ReleaseLink;
  /** Name of the version that deprecated it. */
  readonly deprecated?: string;
  /** The latest versions in which it changed. */
  readonly releases: readonly PageRelease[];
  /** How many more there are. */
  readonly more?: number;
}

/** What all pages of an API say about its history. */
export interface PagesHistory {
  /** By page id; not there for those that did not change. */
  readonly pages: ReadonlyMap<string, PageHistory>;
  /** All releases as the page that lists them shows them, the newest first. */
  readonly listed: readonly Release[];
  /** The same, in full. */
  readonly releases: readonly Release[];
}

/** What happened to a field: the latest of each, as names of versions. */
export interface FieldHistory {
  readonly added?: string;
  readonly changed?: string;
  readonly deprecated?: string;
}
