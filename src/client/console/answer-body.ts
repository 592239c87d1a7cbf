import { type Answer, MAX_TEXT } from './exchange.ts';

/** A text, and the language to highlight it in. */
export interface ShownText {
  readonly code: string;
  readonly language: string;
}

/** The text of an answer as it is shown: JSON is laid out and texts get colours once all of it is there. */
export function prettyBody({ text = '', mediaType, body }: Answer): ShownText {
  if (!body) return { code: text, language: 'text' };
  if (/[/+]json$/.test(mediaType)) {
    return text.length < MAX_TEXT ? laidOut(text) : { code: text, language: 'text' };
  }
  const isMarkup = /[/+](xml|html)$/.test(mediaType);
  return { code: text, language: isMarkup ? 'xml' : 'text' };
}

/** Numbers that JavaScript cannot hold would come out as others. */
const LONG_NUMBER = /(?<![\w".])-?\d{16,}/;

function laidOut(text: string): ShownText {
  try {
    const code = LONG_NUMBER.test(text) ? text : JSON.stringify(JSON.parse(text), null, 2);
    return { code, language: 'json' };
  } catch {
    return { code: text, language: 'text' };
  }
}

/**
 * The body for saving, without its type: opened as a page of this site, HTML or SVG of an API would run here.
 */
export function harmless(body: Blob): Blob {
  return new Blob([body], { type: 'application/octet-stream' });
}
