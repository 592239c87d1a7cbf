/** What the picture of an API says. */
export interface Card {
  /** What it is a picture of: "API reference". */
  readonly kind: string;
  /** Names to choose from: the first one that can be drawn. */
  readonly titles: readonly string[];
  readonly summary?: string;
  /** Short facts: a number and what it counts, a word and the version. */
  readonly facts: readonly { readonly words: string; readonly value: string }[];
  /** The site's logo, as an address with the data in it. */
  readonly logo?: string;
}

/** A character of a font, and its width where a line is 1 high. */
export interface Glyph {
  readonly family: string;
  readonly width: number;
}

/** Finds the font for a character; undefined where none has it. */
export type Measure = (character: string, isBold: boolean) => Glyph | undefined;

export const SIZE = { width: 1200, height: 630 } as const;

/** Of the site, as in `src/css/site.css`. */
const COLORS = {
  paper: '#ffffff',
  tint: '#f1f5fd',
  line: '#d5deee',
  brand: '#1e40af',
  second: '#0f766e',
  title: '#0f1722',
  text: '#3a4554',
} as const;

const MARGIN = 80;
const WIDTH = SIZE.width - 2 * MARGIN;
/** Sizes of the title, and how many lines of each there may be. */
const TITLES = [
  { size: 92, lines: 1 },
  { size: 76, lines: 2 },
  { size: 62, lines: 2 },
  { size: 52, lines: 3 },
] as const;
const TOP = 208;
const BOTTOM = 482;
const FACT = 30;
const SUMMARY = { size: 32, height: 45, lines: 3 } as const;

/** The picture as SVG. Text of a document is text there, on lines that end where there is room. */
export function cardSvg(card: Card, measure: Measure): string {
  const title = card.titles.map(plain).find((text) => isDrawable(text, measure)) ?? '';
  const { size, lines } = titleLines(title, measure);
  const titleEnd = TOP + lines.length * Math.round(size * 1.12);
  const summary = plain(card.summary ?? '');
  const kind = plain(card.kind);
  const room = Math.floor((BOTTOM - titleEnd - 12) / SUMMARY.height);
  const said = isDrawable(summary, measure)
    ? balanced(summary, 900, Math.min(SUMMARY.lines, room), widthIn(measure, SUMMARY.size, false))
    : [];
  const line = (x: number, y: number, content: string, style: Style): string =>
    textAt(x, y, [styled(content, style, measure)]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}" viewBox="0 0 ${SIZE.width} ${SIZE.height}">`,
    `<rect width="100%" height="100%" fill="${COLORS.paper}"/>`,
    `<rect width="${SIZE.width}" height="10" fill="${COLORS.brand}"/>`,
    `<rect x="${SIZE.width - 260}" width="260" height="10" fill="${COLORS.second}"/>`,
    // A large one in the background, which the line of facts cuts off.
    ...(card.logo ? [image(card.logo, 740, 40, 560, 0.07)] : []),
    `<rect y="520" width="100%" height="110" fill="${COLORS.tint}"/>`,
    ...(card.logo ? [image(card.logo, MARGIN, 76, 64, 1)] : []),
    line(card.logo ? MARGIN + 84 : MARGIN, 119, isDrawable(kind, measure) ? kind : 'API', {
      size: 30,
      color: COLORS.brand,
      isBold: true,
    }),
    ...lines.map((content, at) =>
      line(MARGIN - 3, TOP + Math.round(size * (0.86 + at * 1.12)), content, {
        size,
        color: COLORS.title,
        isBold: true,
      }),
    ),
    ...said.map((content, at) =>
      line(MARGIN, titleEnd + 44 + at * SUMMARY.height, content, {
        size: SUMMARY.size,
        color: COLORS.text,
      }),
    ),
    `<rect y="519" width="100%" height="1" fill="${COLORS.line}"/>`,
    ...factTexts(card, measure),
    '</svg>',
  ].join('\n');
}

/** One beside the other, as long as there is room. In the words, `{value}` is where the value goes. */
function factTexts({ facts }: Card, measure: Measure): string[] {
  const drawn: string[] = [];
  let x: number = MARGIN;
  for (const { words, value } of facts) {
    const [before = '', after = ''] = plain(words).split('{value}');
    const strong = plain(value);
    if (!isDrawable(before + strong + after, measure)) continue;
    const light = widthIn(measure, FACT, false);
    const end = x + light(before) + widthIn(measure, FACT, true)(strong) + light(after);
    if (end > SIZE.width - MARGIN) break;
    const quiet = { size: FACT, color: COLORS.text };
    drawn.push(
      textAt(x, 585, [
        styled(before, quiet, measure),
        styled(strong, { size: FACT, color: COLORS.title, isBold: true }, measure),
        styled(after, quiet, measure),
      ]),
    );
    x = end + 56;
  }
  return drawn;
}

function titleLines(title: string, measure: Measure) {
  const tried = TITLES.map(({ size, lines }) => ({
    size,
    lines: balanced(title, WIDTH, lines, widthIn(measure, size, true)),
  }));
  const whole = tried.find(({ lines }) => !lines.at(-1)?.endsWith('…'));
  return whole ?? tried.at(-1) ?? { size: 0, lines: [] };
}

/**
 * Breaks a text into lines at its spaces, and within a word where that alone is too long. What does not
 * fit on the last line gives way to an ellipsis.
 */
export function breakLines(
  given: string,
  width: number,
  most: number,
  widthOf: (text: string) => number,
): string[] {
  if (most < 1) return [];
  const lines: string[] = [];
  let line = '';
  const pieces = given
    .split(' ')
    .filter(Boolean)
    .flatMap((word) => piecesOf(word, width, widthOf));
  for (const { text: piece, joins } of pieces) {
    const longer = line === '' ? piece : `${line}${joins ? '' : ' '}${piece}`;
    if (line === '' || widthOf(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = piece;
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  kept.push(withEllipsis(kept.pop() ?? '', width, widthOf));
  return kept;
}

/** Lines of about the same length, where they are as many as they must be: no single word on the last one. */
export function balanced(
  given: string,
  width: number,
  most: number,
  widthOf: (text: string) => number,
): string[] {
  let lines = breakLines(given, width, most, widthOf);
  if (lines.length < 2 || lines.at(-1)?.endsWith('…')) return lines;
  for (let less = width * 0.98; less > width / 2; less -= width * 0.02) {
    const next = breakLines(given, less, most, widthOf);
    // One line more, or a word that is broken.
    if (next.length > lines.length || next.join(' ') !== lines.join(' ')) break;
    lines = next;
  }
  return lines;
}

interface Piece {
  readonly text: string;
  /** Whether it goes on with the word of the piece before. */
  readonly joins: boolean;
}

function piecesOf(word: string, width: number, widthOf: (text: string) => number): Piece[] {
  const pieces: Piece[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && widthOf(piece + character) > width) {
      pieces.push({ text: piece, joins: pieces.length > 0 });
      piece = '';
    }
    piece += character;
  }
  return [...pieces, { text: piece, joins: pieces.length > 0 }];
}

function withEllipsis(line: string, width: number, widthOf: (text: string) => number): string {
  let cut = line;
  while (cut !== '' && widthOf(`${cut}…`) > width) {
    const space = cut.lastIndexOf(' ');
    cut = space > 0 ? cut.slice(0, space) : [...cut].slice(0, -1).join('');
  }
  return `${cut.replace(/[\s,;:.–-]+$/, '')}…`;
}

/** One line, without the pictures and invisible signs that text fonts lack. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f|[\p{Cf}\p{Cs}]/gu, (sign) =>
      /[©®™]/.test(sign) ? sign : '',
    )
    .replace(/[\p{Z}\p{Cc}]+/gu, ' ')
    .trim();
}

/** Whether there is something to see, all of it. */
function isDrawable(text: string, measure: Measure): boolean {
  return (
    text !== '' &&
    [...text].every((character) => [true, false].every((bold) => measure(character, bold)))
  );
}

function widthIn(measure: Measure, size: number, isBold: boolean): (text: string) => number {
  return (text) =>
    [...text].reduce((sum, character) => sum + (measure(character, isBold)?.width ?? 0) * size, 0);
}

interface Style {
  readonly size: number;
  readonly color: string;
  readonly isBold?: boolean;
}

/** A line of text that begins at a place. */
function textAt(x: number, y: number, parts: readonly string[]): string {
  return `<text xml:space="preserve" x="${Math.round(x)}" y="${y}">${parts.join('')}</text>`;
}

/** A part of a line, with the font of each script named: a renderer would take any that has the letter. */
function styled(content: string, { size, color, isBold = false }: Style, measure: Measure): string {
  const runs: { family: string; text: string }[] = [];
  for (const character of content) {
    const family = measure(character, isBold)?.family ?? '';
    const last = runs.at(-1);
    if (last?.family === family) last.text += character;
    else runs.push({ family, text: character });
  }
  return runs
    .map(
      ({ family, text }) =>
        `<tspan font-family="${escaped(family)}" font-size="${size}" fill="${color}">${escaped(text)}</tspan>`,
    )
    .join('');
}

function image(href: string, x: number, y: number, size: number, opacity: number): string {
  return `<image href="${escaped(href)}" x="${x}" y="${y}" width="${size}" height="${size}" opacity="${opacity}"/>`;
}

function escaped(content: string): string {
  return content
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
