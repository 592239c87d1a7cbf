/**
 * In the browser: decompresses `api` of a stock page's front matter (zlib, RFC 1950, in base64).
 *
 * @throws TypeError if it is damaged; DOMException if it is not base64.
 */
export async function inflated(compressed: string): Promise<string> {
  const bytes = Uint8Array.from(atob(compressed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(stream).text();
}
