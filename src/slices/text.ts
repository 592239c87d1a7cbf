import { oneLine } from './title.ts';

const MAX_LENGTH = 160;

/** Formatting only: `<id>` and the like are the author's words. */
const HTML_TAG =
  /<\/?(?:a|b|br|code|div|em|h[1-6]|hr|i|img|li|ol|p|pre|span|strong|sub|sup|table|td|th|tr|ul)\b[^<>]*>/gi;

/**
 * What a search result or a list shows of a description (CommonMark): the first paragraph as plain
 * text on one line, cut at a word after 160 characters.
 */
export function firstSentence(description: string): string {
  const paragraph = description.trimStart().split(/\n\s*\n/, 1)[0] ?? '';
  const text = oneLine(
    paragraph
      .slice(0, 2000)
      .replace(/^\s{0,3}(#{1,6}|>|[-*+]|\d+\.)\s+/gm, '')
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/(\*\*|__|`+)(.+?)\1/g, '$2')
      .replace(HTML_TAG, ' '),
  );
  if (text.length <= MAX_LENGTH) return text;
  const cut = text.slice(0, MAX_LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_LENGTH / 2)).trimEnd()} …`;
}
