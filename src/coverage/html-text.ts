import { Parser } from 'htmlparser2';

/** The text of a page, in the forms that facts are looked up in. */
export interface PageText {
  /** A space for every tag but `<wbr>`, white space folded. */
  readonly spaced: string;
  /** Nothing for tags within a line, white space folded: names that are marked up in parts. */
  readonly joined: string;
  /** No white space at all: for long texts, wherever a site puts its tags. */
  readonly solid: string;
}

export const UNSEEN = new Set(['script', 'style', 'template', 'noscript']);
export const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'em',
  'i',
  'mark',
  'span',
  'strong',
  'sub',
  'sup',
]);

/**
 * What a reader without scripts gets from HTML: text only, entities decoded.
 *
 * Of a page with a `<main>` it is the text in there: what stands in menus is not about the operation.
 */
export function pageText(html: string): PageText {
  const main = textWithin(html, 'main');
  return main.spaced === '' ? textWithin(html) : main;
}

/** @param root Element that the text must be in; none for all of it. */
function textWithin(html: string, root?: string): PageText {
  let depth = root === undefined ? 1 : 0;
  let unseen = 0;
  let spaced = '';
  let joined = '';
  const mark = (tag: string): void => {
    if (depth === 0 || tag === 'wbr') return;
    spaced += ' ';
    if (!INLINE.has(tag)) joined += ' ';
  };
  const parser = new Parser({
    onopentag(tag) {
      if (tag === root) depth++;
      if (UNSEEN.has(tag)) unseen++;
      mark(tag);
    },
    ontext(text) {
      if (depth === 0 || unseen > 0) return;
      spaced += text;
      joined += text;
    },
    onclosetag(tag) {
      mark(tag);
      if (tag === root) depth--;
      if (UNSEEN.has(tag)) unseen--;
    },
  });
  parser.end(html);
  return { spaced: fold(spaced), joined: fold(joined), solid: solid(spaced) };
}

/** White space of any kind and length becomes one space. */
export function fold(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim();
}

/** No white space at all. */
export function solid(text: string): string {
  return visible(text).replace(/\s+/g, '');
}

/** Without characters that only say where a line may break. */
function visible(text: string): string {
  return text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '');
}
