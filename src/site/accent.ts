import fs from 'node:fs';
import path from 'node:path';
import { LAYOUT } from '../generate/layout.ts';
import { mainApi, readManifest } from './manifest.ts';

/** Red, green and blue, from 0 to 255. */
type Color = readonly [number, number, number];

const BLACK: Color = [0, 0, 0];
const WHITE: Color = [255, 255, 255];

/** The background of pages in dark mode, as in `css/site.css`. */
const DARK: Color = [0x12, 0x16, 0x1c];

/** Contrast of text with its background (WCAG 2.2, 1.4.3). */
const CONTRAST = 4.5;

/**
 * Writes the style sheet with the color of the main API.
 *
 * @returns its file, or undefined if the API has no color.
 */
export function writeAccent(siteDir: string): string | undefined {
  const accent = mainApi(readManifest(siteDir))?.accent;
  const file = path.join(siteDir, LAYOUT.accent);
  fs.rmSync(file, { force: true });
  if (accent === undefined) return undefined;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, accentStyles(accent));
  return file;
}

/** Infima's shades of a color, dark enough for text in light mode, and light enough in dark mode. */
export function accentStyles(accent: string): string {
  const light = readable(parsed(accent), { on: WHITE, towards: BLACK, tint: 0.1 });
  const dark = readable(parsed(accent), { on: DARK, towards: WHITE, tint: 0.2 });
  return `${rule('html:root', light)}${rule('html[data-theme="dark"]:root', dark)}`;
}

interface Shade {
  readonly color: Color;
  /** Behind the color, such as the current page in the sidebar. */
  readonly tint: Color;
}

/** The color itself, or the nearest shade of it that can be read on the background and on its own tint. */
function readable(
  accent: Color,
  { on, towards, tint }: { on: Color; towards: Color; tint: number },
): Shade {
  for (let percent = 0; ; percent += 1) {
    const color = mixed(accent, towards, percent / 100);
    const shade = { color, tint: mixed(on, color, tint) };
    if (percent === 100 || contrast(color, shade.tint) >= CONTRAST) return shade;
  }
}

/** How much black or white Infima's other shades have. */
const SHADES = { dark: 0.1, darker: 0.15, darkest: 0.3, light: 0.1, lighter: 0.15, lightest: 0.3 };

function rule(selector: string, { color, tint }: Shade): string {
  const shades = Object.entries(SHADES).map(([name, part]) => [
    `--ifm-color-primary-${name}`,
    mixed(color, name.startsWith('dark') ? BLACK : WHITE, part),
  ]);
  const all = [
    ['--ifm-color-primary', color],
    ...shades,
    ['--ifm-menu-color-background-active', tint],
  ] as const;
  const lines = all.map(([name, value]) => `  ${name}: ${written(value as Color)};\n`);
  return `${selector} {\n${lines.join('')}}\n`;
}

function parsed(color: string): Color {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return [red ?? 0, green ?? 0, blue ?? 0];
}

function written(color: Color): string {
  return `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function mixed(color: Color, other: Color, part: number): Color {
  const mix = (at: 0 | 1 | 2) => Math.round(color[at] * (1 - part) + other[at] * part);
  return [mix(0), mix(1), mix(2)];
}

/** The contrast ratio of two colors (WCAG 2.2). */
export function contrast(one: Color, other: Color): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
