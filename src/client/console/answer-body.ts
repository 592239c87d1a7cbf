import { highlighted } from '../samples/grammars.ts';
import { type Answer, MAX_TEXT } from './exchange.ts';

/** Longer text is not highlighted: that would block scrolling for too long. */
const MAX_COLORED = 60_000;

/** The JSON of a complete response, on lines; undefined if it is something else. */
export function jsonLines({
  text = '',
  mediaType,
  body,
}: Pick<Answer, 'text' | 'mediaType' | 'body'>): string | undefined {
  return body && isJsonType(mediaType) && isJson(text) ? indented(text) : undefined;
}

/** The text of a response as escaped HTML, highlighted once it is complete. */
export function prettyBody({
  text = '',
  mediaType,
  body,
}: Pick<Answer, 'text' | 'mediaType' | 'body'>): string {
  if (!body || text.length > MAX_COLORED) return highlighted(text, 'text');
  return highlighted(text, isMarkup(mediaType) ? 'xml' : 'text');
}

/** Whether a type is JSON: a single value, unlike that of a sequence. */
export function isJsonType(mediaType: string): boolean {
  return /[/+]json$/.test(mediaType);
}

/** Whether a type is XML or HTML, whose grammar has to be loaded. */
export function isMarkup(mediaType: string): boolean {
  return /[/+](xml|html)$/.test(mediaType);
}

/** Whether a text is JSON or, if it is cut, starts like JSON. */
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
 * JSON with a line for each member, like `JSON.stringify(value, null, 2)`, but token by token: numbers that
 * JavaScript cannot represent and duplicate names are preserved, and the text may end anywhere. Deep JSON may
 * become much longer, so the result is cut where other text is.
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

/** Whether a type is an image; XML with such a name is text. */
export function isPicture(mediaType: string): boolean {
  return mediaType.startsWith('image/') && (isDrawing(mediaType) || !/[/+-]xml$/.test(mediaType));
}

/** Whether a type is SVG, which may contain scripts. */
export function isDrawing(mediaType: string): boolean {
  return mediaType.startsWith('image/svg');
}

/**
 * The body for download, without its type: opened as a page of this site, HTML or SVG from an API would run
 * here.
 */
export function harmless(body: Blob): Blob {
  return new Blob([body], { type: 'application/octet-stream' });
}

/** An image as a `data:` URL: opened in its own tab, it has no access to this site. */
export function drawing(body: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([body], { type: 'image/svg+xml' }));
  });
}

/** The file name that the response suggests (RFC 6266), without path parts, or one derived from its type. */
export function fileNameOf({ headers, mediaType }: Pick<Answer, 'headers' | 'mediaType'>): string {
  const disposition = headers.find(([name]) => name === 'content-disposition')?.[1] ?? '';
  const [, name] = /filename="?([^";]+)"?/i.exec(disposition) ?? [];
  const extension = mediaType.split(/[/+]/).at(-1)?.replace(/[^\w]/g, '') || 'bin';
  return (name ?? `response.${extension}`).replace(/[^\w.() -]/g, '_').replace(/^[. ]+/, '_');
}
