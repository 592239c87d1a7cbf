/**
 * Says that a filter finds nothing, and offers the search of the site, which looks at more than names. Screen readers
 * announce it, as an `output` is a polite live region.
 *
 * @param output Its `data-none` has the texts, see `theme/FilterField`.
 */
export function sayNone(output: HTMLElement, query: string): void {
  const [sentence = '', offer = ''] = (output.dataset.none ?? '').split('|');
  const text = document.createElement('span');
  text.textContent = sentence.replace('{query}', () => query);
  output.replaceChildren(text);
  // The link in the navbar; a site with another search has none of ours.
  const search = document.querySelector<HTMLAnchorElement>('a[data-search]');
  if (!search) return;
  const link = document.createElement('a');
  link.href = `${search.href}?q=${encodeURIComponent(query)}`;
  link.textContent = offer;
  output.append(' ', link);
}
