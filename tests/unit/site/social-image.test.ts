import { expect, it } from 'vitest';
import { drawCard } from '../../../src/site/draw-card.ts';
import { type CardTexts, plain } from '../../../src/site/social-card.ts';

const CARD: CardTexts = { kind: 'API reference', titles: ['Shop'], facts: [] };

async function draw(card: Partial<CardTexts>): Promise<Buffer> {
  return Buffer.from(await drawCard({ ...CARD, ...card }));
}

it('a card is a PNG of the size that networks ask for, with the text in it', async () => {
  const [one, same, other, empty] = await Promise.all(
    ['Shop', 'Shop', 'Магазин', ''].map((title) => draw({ titles: [title] })),
  );
  expect(one?.toString('latin1', 1, 4)).toBe('PNG');
  expect([one?.readUInt32BE(16), one?.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(one).toEqual(same);
  // Each glyph takes its bytes.
  expect(one?.length).toBeGreaterThan((empty?.length ?? 0) + 1000);
  expect(other?.length).toBeGreaterThan((empty?.length ?? 0) + 1000);
});

const FACT = { words: '{value} operations', value: '1,193' };

it.each<[string, Partial<CardTexts>, Partial<CardTexts>]>([
  ['another name where the font lacks a script', { titles: ['日本語', 'Shop'] }, {}],
  ['no name where none can be drawn', { titles: ['日本語'] }, { titles: [] }],
  ['no summary in a script that the font lacks', { summary: 'すべて All' }, {}],
  [
    'neither pictures nor control characters',
    { titles: ['\u202eShop\n 🚀️1'] },
    { titles: ['Shop 1'] },
  ],
  ['"API" where the kind cannot be drawn', { kind: 'API リファレンス' }, { kind: 'API' }],
  [
    'facts, but for those that cannot be drawn or have no room',
    {
      facts: [
        FACT,
        { words: '{value} 個', value: '9' },
        { words: 'version {value}', value: '1'.repeat(99) },
      ],
    },
    { facts: [FACT] },
  ],
])('draws %s', async (_name, card, same) => {
  expect((await draw(card)).equals(await draw(same))).toBe(true);
});

it.each<[string, Partial<CardTexts>, Partial<CardTexts>]>([
  ['a summary', { summary: 'All of it.' }, {}],
  ['markup as text', { titles: ['<b>Shop</b>'] }, {}],
  ['a fact', { facts: [FACT] }, {}],
  [
    'a long name whole',
    { titles: ['A shop with a name of two lines or more'] },
    { titles: ['A shop with a name'] },
  ],
])('shows %s', async (_name, card, other) => {
  expect((await draw(card)).equals(await draw(other))).toBe(false);
});

it('a name or summary without an end stays within its lines', async () => {
  const [long, longer] = ['A shop '.repeat(60), 'A shop '.repeat(90)];
  expect(await draw({ titles: [long], summary: long })).toEqual(
    await draw({ titles: [longer], summary: longer }),
  );
  expect(await draw({ titles: ['x'.repeat(300)] })).toEqual(
    await draw({ titles: ['x'.repeat(400)] }),
  );
});

it.each([
  ['  one\n\ttwo ', 'one two'],
  ['Rocket 🚀️ and ©', 'Rocket and ©'],
  ['a\u202eb\u200b', 'ab'],
])('makes one line of %j', (text, line) => {
  expect(plain(text)).toBe(line);
});
