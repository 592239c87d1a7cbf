import { jsonText, parseJson } from '../../json/text.ts';
import { type Answer, MAX_TEXT } from './exchange.ts';
import { coloured } from './grammars.ts';

/** The text of an answer as HTML, escaped: JSON is laid out and texts get colours once all of it is there. */
export function prettyBody({ text = '', mediaType, body }: Answer): string {
  if (!body) return coloured(text, 'text');
  if (/[/+]json$/.test(mediaType)) {
    return text.length < MAX_TEXT ? laidOut(text) : coloured(text, 'text');
  }
  const isMarkup = /[/+](xml|html)$/.test(mediaType);
  return coloured(text, isMarkup ? 'xml' : 'text');
}

function laidOut(text: string): string {
  try {
    return coloured(jsonText(parseJson(text), 2), 'json');
  } catch {
    return coloured(text, 'text');
  }
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
