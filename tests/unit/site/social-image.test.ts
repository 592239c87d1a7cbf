import fs from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { readWoff } from '../../../src/site/font.ts';
import { drawCard, loadFonts } from '../../../src/site/social-image.ts';

const require = createRequire(import.meta.url);
const file = (script: string): Buffer =>
  fs.readFileSync(require.resolve(`@fontsource/inter/files/inter-${script}-400-normal.woff`));

describe('a font', () => {
  it('knows its characters and their widths', () => {
    const font = readWoff(file('latin'), 'latin');
    const [narrow, wide] = ['i', 'W'].map((character) => font.widthOf(character) ?? 0);
    expect(narrow).toBeGreaterThan(0.2);
    expect(wide).toBeGreaterThan(0.9);
    expect(wide).toBeLessThan(1.1);
    // Digits that stand below each other in tables do not here, but none is far from another.
    expect(font.widthOf('8')).toBeGreaterThan(0.5);
    expect(font.widthOf('Ж')).toBeUndefined();
    expect(readWoff(file('cyrillic'), 'cyrillic').widthOf('Ж')).toBeGreaterThan(0.5);
    expect(font.widthOf('日')).toBeUndefined();
  });

  it('is unpacked, with the name that it is given', () => {
    const { data } = readWoff(file('latin'), 'latin');
    expect(data.readUInt32BE(0)).toBe(0x00010000);
    // But for the names, the size that the packed file says it has.
    const size = file('latin').readUInt32BE(16);
    expect(Math.abs(data.length - size)).toBeLessThan(2000);
    expect(data.includes(Buffer.from('latin', 'utf16le').swap16())).toBe(true);
  });

  it('is refused in another form', () => {
    expect(() => readWoff(Buffer.from('wOF2 and so on'), '')).toThrow('Not a WOFF file');
  });
});

it('a card is a PNG of the size that networks ask for, with the text in it', async () => {
  const fonts = loadFonts();
  const draw = async (title: string): Promise<Buffer> =>
    Buffer.from(await drawCard({ kind: 'API reference', titles: [title], facts: [] }, fonts));
  const [one, same, other, empty] = await Promise.all(['Shop', 'Shop', 'Магазин', ''].map(draw));
  expect(one?.toString('latin1', 1, 4)).toBe('PNG');
  expect([one?.readUInt32BE(16), one?.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(one).toEqual(same);
  // Each glyph takes its bytes.
  expect(one?.length).toBeGreaterThan((empty?.length ?? 0) + 1000);
  expect(other?.length).toBeGreaterThan((empty?.length ?? 0) + 1000);
});
