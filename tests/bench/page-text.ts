import { Parser } from 'htmlparser2';
import { fold, INLINE, type PageText, solid, UNSEEN } from '../../src/coverage/html-text.ts';

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
