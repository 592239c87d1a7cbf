/**
 * Shows the chosen base URL in the page's endpoint.
 *
 * @returns what restores the server's HTML.
 */
export function showBaseUrl(baseUrl: string): () => void {
  const place = document.querySelector('[data-base]');
  const original = place?.innerHTML ?? '';
  if (place) place.textContent = baseUrl;
  return () => {
    if (place) place.innerHTML = original;
  };
}
