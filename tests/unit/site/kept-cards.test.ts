import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeKept } from '../../../src/generate/kept.ts';
import { LAYOUT } from '../../../src/generate/layout.ts';
import { drawCard } from '../../../src/site/draw-card.ts';
import { keptCard } from '../../../src/site/kept-cards.ts';
import type { CardTexts } from '../../../src/site/social-card.ts';

const CARD: CardTexts = { kind: 'API reference', titles: ['Shop'], facts: [] };
const OTHER: CardTexts = { ...CARD, titles: ['Other'] };
const NAME = 'img/social/shop.png';

let siteDir: string;
let file: string;
const keep = async (card: CardTexts): Promise<string> =>
  Buffer.from(await keptCard({ siteDir, i18n: { currentLocale: 'en' } }, NAME, card)).toString(
    'base64',
  );
const drawn = async (card: CardTexts): Promise<string> =>
  Buffer.from(await drawCard(card)).toString('base64');
const lock = (text: string): void =>
  fs.writeFileSync(path.join(siteDir, 'package-lock.json'), text);

/** Puts another image in the place of the one that is kept, so that it shows whether it is used. */
function replace(): string {
  const png = Buffer.from('another image').toString('base64');
  const [key = ''] = gunzipSync(fs.readFileSync(file)).toString().split('\n');
  writeKept(file, key, png);
  return png;
}

beforeEach(() => {
  siteDir = fs.mkdtempSync(path.join(os.tmpdir(), 'cards-'));
  file = path.join(siteDir, LAYOUT.cards, 'en', `${NAME}.gz`);
  lock('{}');
});
afterEach(() => fs.rmSync(siteDir, { recursive: true }));

describe('a social image', () => {
  it('is drawn once', async () => {
    expect(await keep(CARD)).toBe(await drawn(CARD));
    const other = replace();
    expect(await keep(CARD)).toBe(other);
  });

  it.each<[string, () => void]>([
    ['the version of a package changes', () => lock('{ }')],
    ['what is kept is damaged', () => fs.appendFileSync(file, 'x')],
    ['what is kept is gone', () => fs.rmSync(file)],
  ])('is drawn again where %s', async (_, change) => {
    await keep(CARD);
    replace();
    change();
    expect(await keep(CARD)).toBe(await drawn(CARD));
  });

  it('is drawn again with another text, and always where the versions of packages are not known', async () => {
    await keep(CARD);
    replace();
    expect(await keep(OTHER)).toBe(await drawn(OTHER));
    fs.rmSync(path.join(siteDir, 'package-lock.json'));
    fs.rmSync(path.join(siteDir, '.reference'), { recursive: true });
    await keep(CARD);
    expect(fs.existsSync(file)).toBe(false);
  });
});
