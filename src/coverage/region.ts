import type { PageTree, Place } from './place.ts';
import type { SitePage } from './site.ts';

/** A page that has been read. */
export interface ReadPage {
  readonly page: SitePage;
  readonly tree: PageTree;
}

/** Which way a schema is read: `readOnly` leaves requests, `writeOnly` leaves responses. */
export type Direction = 'request' | 'response' | 'both';

/** A schema of a body, parameter or header, with all that it leads to: each schema is told once. */
export interface Section {
  readonly direction: Direction;
  /** Where entries of properties are looked for. */
  readonly within: readonly Place[];
  readonly seen: Set<object>;
}

/** Places on the page of a schema that do as well. */
export interface Later {
  readonly on: ReadPage;
  readonly places: readonly Place[];
}

/** Where on a page facts have to stand. */
export interface Region {
  readonly on: ReadPage;
  /** One of these has to show the facts of an object. */
  readonly places: readonly Place[];
  /** Past the depth budget: pages of schemas around, from the inside out, and the places there. */
  readonly later: readonly Later[];
  /** The anchor of what is around; addresses of parts begin with it. */
  readonly anchor: string;
  readonly section?: Section;
}

/**
 * The id of a part of a page. The ids are part of the site's interface, as people keep links to them:
 * `response-200-application-json`, `callback-paid-post-request`.
 */
export function anchorOf(around: string, ...names: readonly string[]): string {
  return [around, ...names.map(segmentOf)].filter((part) => part !== '').join('-');
}

function segmentOf(name: string): string {
  const segment = name
    .replaceAll(/[^\p{ASCII}]/gu, (letter) => `~${letter.codePointAt(0)?.toString(16)}`)
    .replaceAll(/[^\w.~-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return segment || 'name';
}
