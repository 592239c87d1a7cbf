import { expect, it } from 'vitest';
import { firstSentence } from '../../../src/slices/text.ts';
import { oneLine, titleOf } from '../../../src/slices/title.ts';

it('oneLine folds white space and drops control characters', () => {
  expect(oneLine(' a\n---\tb\u0000c  d ')).toBe('a --- b c d');
});

it('oneLine drops characters that turn the direction of text', () => {
  expect(oneLine('invoice \u202efdp.exe \u2066x\u2069')).toBe('invoice fdp.exe x');
});

it.each<[texts: (string | undefined)[], title: string]>([
  [['a', 'b'], 'a'],
  [[undefined, '', ' \n', 'b'], 'b'],
  [['\u0000', '\u200b\u202e', '.'], '.'],
  [['\u2028', undefined], 'none'],
])('titleOf: the first text that shows something, of %j', (texts, title) => {
  expect(titleOf(texts, 'none')).toBe(title);
});

it.each([
  ['One paragraph.\n\nAnother.', 'One paragraph.'],
  ['# Heading', 'Heading'],
  ['See [the docs](https://example.com) and `code`.', 'See the docs and code.'],
  ['**Bold** text<br/>next <id>', 'Bold text next <id>'],
  ['', ''],
])('firstSentence: %j', (description, text) => {
  expect(firstSentence(description)).toBe(text);
});

it.each([
  ['# Steps\n\n1. Weigh it.', 'Sends `one` <box> & more', 'Sends `one` <box> & more'],
  ['', ' Sends *one*\nbox ', 'Sends *one* box'],
  ['# Steps\n\nWeigh it.', 'Sends a box', 'Weigh it.'],
  ['<details>\n<summary>More</summary>\n\nHidden.\n\n</details>\n\nSeen.', undefined, 'Seen.'],
  ['# Steps', undefined, 'Steps'],
])('firstSentence: %j with the summary %j', (description, summary, text) => {
  expect(firstSentence(description, summary)).toBe(text);
});

it('firstSentence cuts at a word', () => {
  const text = firstSentence('word '.repeat(100));
  expect(text.length).toBeLessThanOrEqual(162);
  expect(text).toMatch(/word …$/);
});
