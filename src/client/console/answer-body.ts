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

/** Numbers that JavaScript cannot hold would come out as others. */
const LONG_NUMBER = /(?<![\w".])-?\d{16,}/;

function laidOut(text: string): string {
  try {
    const code = LONG_NUMBER.test(text) ? text : JSON.stringify(JSON.parse(text), null, 2);
    return coloured(code, 'json');
  } catch {
    return coloured(text, 'text');
  }
}

/**
 * The body for saving, without its type: opened as a page of this site, HTML or SVG of an API would run here.
 */
export function harmless(body: Blob): Blob {
  return new Blob([body], { type: 'application/octet-stream' });
}
