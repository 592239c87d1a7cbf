/**
 * The last segment of the key of a sidebar's category whose label is ours and not the document's, and so is translated.
 *
 * @param name What the category is: `schemas`.
 */
export function ownKey(name: string): string {
  // No id of a page contains a colon.
  return `own:${name}`;
}

/** What a category is, by its key; undefined if its label is the document's. */
export function ownName(key: string | undefined): string | undefined {
  return /\/own:(\w+)$/.exec(key ?? '')?.[1];
}
