import { type CSSProperties, createElement, type ReactElement, type ReactNode } from 'react';

/** The contents of an API's social image. */
export interface Card {
  /** The kind of page: "API reference". */
  readonly kind: string;
  readonly title: string;
  readonly summary?: string;
  /**
   * Short facts: a number with its noun, a word and the version. `{value}` marks the number's place in the
   * words.
   */
  readonly facts: readonly { readonly words: string; readonly value: string }[];
  /** The site's logo, as a data URL. */
  readonly logo?: string;
  /** Instead of the site's color. */
  readonly accent?: string;
}

/** The contents of an image; texts in scripts that the font lacks are omitted. */
export interface CardTexts extends Omit<Card, 'title'> {
  /** Possible names: the first one that the font has is used. */
  readonly titles: readonly string[];
}

export const SIZE = { width: 1200, height: 630 } as const;

/** The site's colors, as in `src/css/site.css`. */
const COLORS = {
  paper: '#ffffff',
  tint: '#f1f5fd',
  line: '#d5deee',
  brand: '#1e40af',
  second: '#0f766e',
  title: '#0f1722',
  text: '#3a4554',
} as const;

/** Sizes of the title by its number of characters, with the maximum number of lines. */
const TITLES = [
  { most: 20, size: 92, lines: 1 },
  { most: 44, size: 76, lines: 2 },
  { most: 56, size: 62, lines: 2 },
  { most: Number.POSITIVE_INFINITY, size: 52, lines: 3 },
] as const;

function box(style: CSSProperties, ...children: ReactNode[]): ReactElement {
  return createElement('div', { style: { display: 'flex', ...style } }, ...children);
}

/** Lines of text; anything that does not fit becomes an ellipsis. */
function lines(style: CSSProperties, most: number, text: string): ReactElement {
  const clamp = { display: 'block', lineClamp: most, wordBreak: 'break-word' };
  return createElement('div', { style: { ...clamp, ...style } }, text);
}

function image(src: string, size: number, style: CSSProperties = {}): ReactElement {
  return createElement('img', { src, width: size, height: size, style });
}

/** The image, as elements that `satori` lays out. */
export function cardElement({
  kind,
  title,
  summary,
  facts,
  logo,
  accent = COLORS.brand,
}: Card): ReactElement {
  const length = [...title].length;
  const { size, lines: most } = TITLES.find((row) => length <= row.most) ?? TITLES[3];
  return box(
    { ...SIZE, flexDirection: 'column', backgroundColor: COLORS.paper, color: COLORS.text },
    box({ position: 'absolute', width: SIZE.width, height: 10, backgroundColor: accent }),
    box({
      ...{ position: 'absolute', right: 0, width: 260, height: 10 },
      backgroundColor: COLORS.second,
    }),
    // A large one in the background, cut off by the line of facts.
    logo && image(logo, 560, { position: 'absolute', left: 740, top: 40, opacity: 0.07 }),
    box(
      { position: 'relative', height: 444, flexDirection: 'column', padding: '76px 80px 0' },
      box(
        { height: 64, marginBottom: 58, alignItems: 'center', gap: 20 },
        logo && image(logo, 64),
        lines({ fontSize: 30, fontWeight: 700, color: accent }, 1, kind),
      ),
      lines(
        { fontSize: size, fontWeight: 700, lineHeight: 1.12, marginLeft: -3, color: COLORS.title },
        most,
        title,
      ),
      summary && lines({ fontSize: 32, lineHeight: 1.4, marginTop: 12, maxWidth: 900 }, 3, summary),
    ),
    box(
      // Anything that does not fit goes to a second line, which is cut off.
      {
        ...{
          position: 'relative',
          height: 109,
          padding: '0 80px',
          gap: 56,
          flexWrap: 'wrap',
          overflow: 'hidden',
        },
        ...{ borderTop: `1px solid ${COLORS.line}`, backgroundColor: COLORS.tint, fontSize: 30 },
      },
      ...facts.map(({ words, value }) => {
        const [before, after] = words.split('{value}');
        const strong = { fontWeight: 700, color: COLORS.title };
        return box(
          { height: 110, alignItems: 'center', whiteSpace: 'pre' },
          before && box({}, before),
          box(strong, value),
          after && box({}, after),
        );
      }),
    ),
  );
}

/** One line, without emoji and invisible characters, which text fonts lack. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f|[\p{Cf}\p{Cs}]/gu, (sign) =>
      /[©®™]/.test(sign) ? sign : '',
    )
    .replace(/[\p{Z}\p{Cc}]+/gu, ' ')
    .trim();
}
