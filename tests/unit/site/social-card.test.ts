import { expect, it } from 'vitest';
import {
  balanced,
  breakLines,
  type Card,
  cardSvg,
  type Measure,
} from '../../../src/site/social-card.ts';

const widthOf = (text: string): number => [...text].length;

it.each([
  ['one line', 'a short text', 20, 3, ['a short text']],
  ['lines that end at spaces', 'one two three four', 9, 3, ['one two', 'three', 'four']],
  ['exactly full lines', 'aaaa bbbb', 4, 2, ['aaaa', 'bbbb']],
  ['a word longer than a line', 'a abcdefghij b', 4, 9, ['a', 'abcd', 'efgh', 'ij b']],
  ['what does not fit', 'one two three four five', 9, 2, ['one two', 'three…']],
  ['no sign before the ellipsis', 'one, two, three', 5, 1, ['one…']],
  ['a word that does not fit', 'abcdefghij', 4, 1, ['abc…']],
  ['no text', '', 4, 2, []],
  ['no room', 'text', 4, 0, []],
  ['signs of two code units', '𝒂𝒃𝒄𝒅', 2, 2, ['𝒂𝒃', '𝒄𝒅']],
])('breaks a text: %s', (_name, text, width, most, lines) => {
  expect(breakLines(text, width, most, widthOf)).toEqual(lines);
});

it.each([
  ['no word alone on the last line', 'one two three four', 14, ['one two', 'three four']],
  ['one line as it is', 'one two', 14, ['one two']],
  ['a long word whole', 'one two threefourfive', 14, ['one two', 'threefourfive']],
  [
    'what does not fit as it is',
    'one two three four five six seven',
    9,
    ['one two', 'three', 'four…'],
  ],
])('balances lines: %s', (_name, text, width, lines) => {
  expect(balanced(text, width, 3, widthOf)).toEqual(lines);
});

/** A font with Latin letters of half their height, and one with Greek ones. */
const measure: Measure = (character, isBold) => {
  const weight = isBold ? 'bold' : 'regular';
  if (/[ -\u017f…]/u.test(character)) return { family: `latin ${weight}`, width: 0.5 };
  if (/[α-ω]/u.test(character)) return { family: `greek ${weight}`, width: 0.5 };
  return undefined;
};
const CARD: Card = { kind: 'API reference', titles: ['Shop'], facts: [] };
const textsOf = (card: Partial<Card>): string[] =>
  [...cardSvg({ ...CARD, ...card }, measure).matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(
    ([, text]) => (text ?? '').replace(/<\/?tspan[^>]*>/g, ''),
  );

it.each<[string, Partial<Card>, string[]]>([
  ['markup as text', { titles: ['<b>A & "B"</b>'] }, ['&lt;b&gt;A &amp; &quot;B&quot;&lt;/b&gt;']],
  ['another name where a script has no font', { titles: ['日本語', 'shop'] }, ['shop']],
  ['nothing where no name can be drawn', { titles: ['日本語'] }, []],
  ['no summary in a script without a font', { summary: 'すべて' }, ['Shop']],
  ['a summary', { summary: 'All of it.' }, ['Shop', 'All of it.']],
  ['neither pictures nor control characters', { titles: ['\u202eShop\n 🚀️1'] }, ['Shop 1']],
  [
    'facts, but for those that cannot be drawn or have no room',
    {
      facts: [
        { words: '{value} operations', value: '1,193' },
        { words: '{value} 個', value: '9' },
        { words: 'version {value}', value: '<1>' },
        { words: 'version {value}', value: '1'.repeat(99) },
      ],
    },
    ['Shop', '1,193 operations', 'version &lt;1&gt;'],
  ],
])('draws %s', (_name, card, texts) => {
  expect(textsOf(card)).toEqual(['API reference', ...texts]);
});

it('draws a long title smaller, and the longest on three lines', () => {
  const sizes = ['Shop', 'A shop with a name of two lines or more', 'A shop '.repeat(60)].map(
    (title) =>
      /font-size="(\d+)" fill="#0f1722"/.exec(cardSvg({ ...CARD, titles: [title] }, measure))?.[1],
  );
  expect(sizes).toEqual(['92', '76', '52']);
  const lines = textsOf({ titles: ['A shop '.repeat(60)] });
  expect(lines).toHaveLength(4);
  expect(lines.at(-1)).toMatch(/…$/);
});

it('names the font of each script', () => {
  const svg = cardSvg({ ...CARD, titles: ['Shop αβγ'] }, measure);
  const runs = [...svg.matchAll(/font-family="(\w+ bold)"[^>]*>([^<]*)</g)];
  expect(runs.slice(1).map(([, family, text]) => [family, text])).toEqual([
    ['latin bold', 'Shop '],
    ['greek bold', 'αβγ'],
  ]);
});
