import fs from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = fs.readFileSync('src/css/reference.css', 'utf8');

/** The tokens of a mode that are plain colours, by name. */
function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--ref-([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [
      name,
      colour,
    ]),
  );
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** WCAG 2.2, relative luminance. */
function luminance(rgb: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = rgb
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** A tint of a colour on a background, as method badges have it. */
function tint(colour: readonly number[], background: readonly number[]): number[] {
  return background.map((value, index) => value * 0.9 + (colour[index] ?? 0) * 0.1);
}

const TEXT = ['text', 'muted', 'warm', 'blue', 'green', 'orange', 'violet', 'red'];
const BACKGROUNDS = ['surface', 'code-background', 'target'];
/** The dark mode fills methods with colours that it has for text. */
const FILLS: Readonly<Record<string, string>> = {
  get: 'blue',
  post: 'green',
  put: 'orange',
  patch: 'violet',
  delete: 'red',
};
const MODES = [
  { mode: 'light', selector: ':where(:root)', page: '#ffffff' },
  // The lightest of the page backgrounds that the dark mode may have.
  { mode: 'dark', selector: ':where([data-theme="dark"])', page: '#1b1b1d' },
];

describe.each(MODES)('colours of the $mode mode', ({ selector, page }) => {
  const tokens = tokensOf(selector);
  const of = (name: string): number[] => channels(tokens.get(name) ?? page);

  test.each(TEXT)('%s is text at WCAG AAA on every background', (name) => {
    expect(tokens.has(name)).toBe(true);
    for (const background of ['page', ...BACKGROUNDS]) {
      expect(contrast(of(name), of(background)), background).toBeGreaterThanOrEqual(7);
    }
  });

  test.each(['get', 'post', 'put', 'patch', 'delete'])(
    'the name of a method is text at WCAG AA on %s',
    (name) => {
      const given = tokens.get(name) ?? tokens.get(FILLS[name] ?? '') ?? '';
      expect(contrast(of('on-method'), channels(given))).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(['text', 'blue', 'green', 'orange', 'violet', 'red'])(
    '%s is text at WCAG AAA on its own tint',
    (name) => {
      const background = tint(of(name), of('surface'));
      expect(contrast(of(name), background)).toBeGreaterThanOrEqual(7);
    },
  );
});
