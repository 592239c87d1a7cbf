import { cached } from '../json/cached.ts';
import { fold, type PageText, solid } from './html-text.ts';
import { type Block, markdownBlocks } from './markdown-text.ts';

const known = new Map<string, Block[]>();

/** Descriptions repeat a lot, and parsing them is what takes time. */
function blocksOf(markdown: string): Block[] {
  return cached(known, markdown, () =>
    markdownBlocks(markdown).map(({ dropped, shown }) => ({
      dropped: solid(dropped),
      shown: solid(shown),
    })),
  );
}

/** Whether a text contains all CommonMark blocks, with anything between them. */
export function holdsMarkdown(text: PageText, markdown: string): boolean {
  return blocksOf(markdown).every(
    ({ dropped, shown }) => text.solid.includes(dropped) || text.solid.includes(shown),
  );
}

/** Whether a text contains a name or value as a separate word. */
export function holdsName(text: PageText, value: string): boolean {
  const name = fold(value);
  if (holdsWord(text.spaced, name) || holdsWord(text.joined, name)) return true;
  // Values with quotes, braces or spaces are printed in more than one way.
  return /[\s"{[,]/.test(name) && text.solid.includes(solid(value));
}

const WORD = /[\p{L}\p{N}_]/u;

/** Whether a text contains a word, and not just as a part of another one. */
export function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + word.length] ?? ' ';
    const first = word[0] ?? ' ';
    const last = word.at(-1) ?? ' ';
    // A percent-encoded character also ends a word.
    const isEncoded = /%[\da-f]{2}$/i.test(text.slice(Math.max(0, at - 3), at));
    const begins = isEncoded || !(WORD.test(before) && WORD.test(first));
    const ends = !(WORD.test(after) && WORD.test(last));
    if (begins && ends) return true;
  }
  return false;
}
