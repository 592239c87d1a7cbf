import { Parser } from 'htmlparser2';

/** The text of a page, in the forms in which facts are searched for. */
export interface PageText {
  /** A space for every tag but `<wbr>`, white space collapsed. */
  readonly spaced: string;
  /** Nothing for inline tags, white space collapsed: for names that are marked up in parts. */
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
 * What a reader without scripts sees of HTML: only text, entities decoded.
 *
 * On a page with a `<main>`, only its text: menus say nothing about the operation.
 */
export function pageText(html: string): PageText {
  const main = textWithin(html, 'main');
  return main.spaced === '' ? textWithin(html) : main;
}

/** @param root Element that must contain the text; none for all of it. */
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

/** Collapses white space of any kind. */
export function fold(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim();
}

/** Removes all white space. */
export function solid(text: string): string {
  return visible(text).replace(/\s+/g, '');
}

/** Removes characters that only mark where a line may break. */
function visible(text: string): string {
  return text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '');
}
