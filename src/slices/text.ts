import { markdownToText } from '../model/description/markdown.ts';

const MAX_LENGTH = 160;

/**
 * The text of a description (CommonMark) in search results and lists: the first paragraph as plain text on
 * one line, cut at a word after 160 characters; the summary if there is no description.
 */
export function firstSentence(description: string, summary?: string): string {
  return cutAtWord(markdownToText(description, summary));
}

/** A text of at most 160 characters. */
export function cutAtWord(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  const cut = text.slice(0, MAX_LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_LENGTH / 2)).trimEnd()} …`;
}
