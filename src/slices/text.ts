import { markdownToText } from '../model/description/markdown.ts';

const MAX_LENGTH = 160;

/**
 * The text of a description (CommonMark) in search results and lists: the first paragraph as plain text on
 * one line, cut at a word after 160 characters; the summary if there is no description.
 */
export function firstSentence(description: string, summary?: string): string {
  return cutAtWord(markdownToText(description, summary));
}

/** A text of at most so many characters. */
export function cutAtWord(text: string, most = MAX_LENGTH): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()} …`;
}
