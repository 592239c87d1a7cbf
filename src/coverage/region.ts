import type { PageTree, Place } from './place.ts';
import type { SitePage } from './site.ts';

/** A page that has been read. */
export interface ReadPage {
  readonly page: SitePage;
  readonly tree: PageTree;
}

/**
 * The direction in which a schema is used: requests lack `readOnly` properties, responses `writeOnly` ones.
 */
export type Direction = 'request' | 'response' | 'both';

/** A schema of a body, parameter or header, with everything it reaches: each schema is shown once. */
export interface Section {
  readonly direction: Direction;
  /** Where entries of properties are searched for. */
  readonly within: readonly Place[];
  readonly seen: Set<object>;
}

/** Places on the page of a schema that count as well. */
export interface Later {
  readonly on: ReadPage;
  readonly places: readonly Place[];
}

/** Where on a page facts must be. */
export interface Region {
  readonly on: ReadPage;
  /** One of these must show the facts of an object. */
  readonly places: readonly Place[];
  /** Beyond the depth budget: pages of enclosing schemas, innermost first, and the places there. */
  readonly later: readonly Later[];
  /** The anchor of the enclosing part, which prefixes those of its parts. */
  readonly anchor: string;
  readonly section?: Section;
}

/**
 * The id of a part of a page. The ids are part of the site's interface, since people keep links to them:
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
