/** Anchors used by several parts of the site; those of a page's own parts are in `model/page/anchor.ts`. */

/** The security schemes on the info page, or those that an operation requires. */
export const AUTHENTICATION = 'authentication';

/** The request of an operation, and its body; those of the body's parts begin with it. */
export const REQUEST = 'request';

/** Responses to failed requests, on the info page. */
export const ERRORS = 'errors';

/** The parameters that divide lists into pages, there. */
export const PAGINATION = 'pagination';

/** A security scheme on the info page. */
export function schemeAnchor(segment: string): string {
  return `${AUTHENTICATION}-${segment}`;
}

/** The schema of a body, which has its own anchor. */
export function bodySchemaAnchor(body: string): string {
  return `schema-of-${body}`;
}

/** An example of a body, counted from 0. */
export function exampleAnchor(body: string, index = 0): string {
  return `example-${index + 1}-of-${body}`;
}

/**
 * The anchor of a value within an anchor's element: `client/search/value-target.ts` finds the first text that
 * is exactly the value. No anchor contains a colon.
 */
export function valueAnchor(anchor: string, value: string): string {
  return `${anchor}:${encodeURIComponent(value)}`;
}

/** Prefix of all anchors inside a part of a page with several. */
export function embedPrefix(embed: string): string {
  return `${embed}.`;
}
