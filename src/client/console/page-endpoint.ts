import { urlPieces } from '../page/url-pieces.ts';

/**
 * Shows the chosen base URL in the page's endpoint, with the same line breaks as `theme/EndpointUrl`.
 *
 * @returns what restores the server's HTML.
 */
export function showBaseUrl(baseUrl: string): () => void {
  const place = document.querySelector('[data-base]');
  const original = place?.innerHTML ?? '';
  const nodes = urlPieces(baseUrl).flatMap((piece) => [document.createElement('wbr'), piece]);
  place?.replaceChildren(...nodes.slice(1));
  return () => {
    if (place) place.innerHTML = original;
  };
}
