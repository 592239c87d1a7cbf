/** Begins the parameters that Docusaurus makes attributes of the page of, in a script of every page. */
const PREFIX = 'docusaurus-data-';

/** Colors are a link's to choose. */
const HARMLESS: ReadonlySet<string> = new Set(['theme', 'theme-choice']);

/**
 * Takes away the attributes that a link has given to the page (`?docusaurus-data-has-hydrated=true`): by
 * attributes of this kind the scripts know what is there and what a click is for.
 *
 * @param root The element `<html>`.
 * @param query `location.search`
 */
export function dropQueryAttributes(root: Element, query: string): void {
  for (const parameter of new URLSearchParams(query).keys()) {
    const name = parameter.startsWith(PREFIX) ? parameter.slice(PREFIX.length) : '';
    if (name !== '' && !HARMLESS.has(name)) root.removeAttribute(`data-${name}`);
  }
}
