/** Anchors that several parts of the site name; those of a page's own things are in `model/page/anchor.ts`. */

/** The security schemes, on the info page, or what an operation asks of them. */
export const AUTHENTICATION = 'authentication';

/** What comes back when requests fail, on the info page. */
export const ERRORS = 'errors';

/** A security scheme on the info page. */
export function schemeAnchor(segment: string): string {
  return `${AUTHENTICATION}-${segment}`;
}

/** The schema of a body, which has an anchor of its own. */
export function bodySchemaAnchor(body: string): string {
  return `schema-of-${body}`;
}

/**
 * The address of a value within what an anchor points to: `client/search/value-target.ts` goes on to the first
 * text that is the value alone. No anchor has a colon in it.
 */
export function valueAnchor(anchor: string, value: string): string {
  return `${anchor}:${encodeURIComponent(value)}`;
}

/** What all anchors begin with inside of a part that a page holds among others. */
export function embedPrefix(embed: string): string {
  return `${embed}.`;
}
