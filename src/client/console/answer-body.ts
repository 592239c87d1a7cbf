import { type Answer, MAX_TEXT } from './exchange.ts';
import { coloured } from './grammars.ts';

/** Longer JSON has no colours: they would take the browser longer than a reader waits for a scroll. */
const MAX_COLORED = 60_000;

/** The text of an answer as HTML, escaped: JSON is laid out and texts get colours once all of it is there. */
export function prettyBody({
  text = '',
  mediaType,
  body,
}: Pick<Answer, 'text' | 'mediaType' | 'body'>): string {
  if (!body) return coloured(text, 'text');
  if (/[/+]json$/.test(mediaType)) {
    if (!isJson(text)) return coloured(text, 'text');
    const code = indented(text);
    return coloured(code, code.length > MAX_COLORED ? 'text' : 'json');
  }
  const isMarkup = /[/+](xml|html)$/.test(mediaType);
  return coloured(text, isMarkup ? 'xml' : 'text');
}

/** Whether a text is JSON; of one that is cut, whether it begins as such. */
function isJson(text: string): boolean {
  if (text.length >= MAX_TEXT) return /^\s*[[{]/.test(text);
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Strings, which may be cut; punctuation; numbers and names. */
const TOKEN = /"(?:[^"\\]+|\\.)*"?|[{}[\],:]|[^\s{}[\],:"]+/gs;

/**
 * JSON with a line for each member, as `JSON.stringify(value, null, 2)` has it, but token by token: numbers that
 * JavaScript cannot hold and names that repeat stay as they are, and the text may break off anywhere. Laid out it
 * is longer, by any amount where it is deep: as much is given of it as is shown of any text.
 */
export function indented(json: string): string {
  let [laidOut, depth, previous] = ['', 0, ''];
  for (const [token] of json.matchAll(TOKEN)) {
    if (laidOut.length + 2 * depth > MAX_TEXT) break;
    const isEnd = token === '}' || token === ']';
    const isStart = previous === '{' || previous === '[';
    if (isEnd) depth = Math.max(depth - 1, 0);
    if (isEnd ? !isStart : isStart || previous === ',') laidOut += `\n${'  '.repeat(depth)}`;
    laidOut += token === ':' ? ': ' : token;
    if (token === '{' || token === '[') depth++;
    previous = token;
  }
  return laidOut.slice(0, MAX_TEXT);
}

/** Whether a type is that of a picture; XML with such a name is text. */
export function isPicture(mediaType: string): boolean {
  return mediaType.startsWith('image/') && (isDrawing(mediaType) || !/[/+-]xml$/.test(mediaType));
}

/** Whether a type is that of SVG, which may hold scripts. */
export function isDrawing(mediaType: string): boolean {
  return mediaType.startsWith('image/svg');
}

/**
 * The body for saving, without its type: opened as a page of this site, HTML or SVG of an API would run here.
 */
export function harmless(body: Blob): Blob {
  return new Blob([body], { type: 'application/octet-stream' });
}

/** A drawing as a `data:` address: opened in a tab of its own, it has no part in this site. */
export function drawing(body: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([body], { type: 'image/svg+xml' }));
  });
}

/** The name that the answer suggests (RFC 6266), without what leads elsewhere, or one after its type. */
export function fileNameOf({ headers, mediaType }: Pick<Answer, 'headers' | 'mediaType'>): string {
  const disposition = headers.find(([name]) => name === 'content-disposition')?.[1] ?? '';
  const [, name] = /filename="?([^";]+)"?/i.exec(disposition) ?? [];
  const extension = mediaType.split(/[/+]/).at(-1)?.replace(/[^\w]/g, '') || 'bin';
  return (name ?? `response.${extension}`).replace(/[^\w.() -]/g, '_').replace(/^[. ]+/, '_');
}
