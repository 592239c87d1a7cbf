import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { ManifestApi } from '../generate/layout.ts';
import { type Font, readWoff } from './font.ts';
import { type TranslateConfig, translateBy } from './languages.ts';
import { mainApi, readManifest, socialImage } from './manifest.ts';
import { type Card, cardSvg, type Measure } from './social-card.ts';

/** Files of the font, in the order in which they are looked through: each has its part of the characters. */
const SCRIPTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'];
const WEIGHTS = { regular: 400, bold: 700 } as const;

/**
 * Draws the pictures that stand beside links to the site: one for each API, and one for the site where
 * it begins with none of them. The font comes with a package, so that every machine draws the same.
 *
 * @param outDir The folder of the built site.
 */
export async function writeSocialImages(context: LoadContext, outDir: string): Promise<void> {
  const manifest = readManifest(context.siteDir);
  const cards = new Map(
    manifest.apis.map((api) => [socialImage(api.id), cardOf([api.label, api.id], [api], context)]),
  );
  if (!mainApi(manifest)) {
    const { title, tagline } = context.siteConfig;
    const card = cardOf([title, 'API'], manifest.apis, context);
    cards.set(socialImage(), { ...card, summary: tagline });
  }
  const fonts = loadFonts();
  for (const [address, card] of cards) {
    const file = path.join(outDir, address);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, await drawCard(card, fonts));
  }
}

export interface Fonts {
  readonly regular: readonly Font[];
  readonly bold: readonly Font[];
}

/** The font of the pictures. */
export function loadFonts(): Fonts {
  const require = createRequire(import.meta.url);
  const load = (weight: number): Font[] =>
    SCRIPTS.map((script) =>
      readWoff(
        fs.readFileSync(
          require.resolve(`@fontsource/inter/files/inter-${script}-${weight}-normal.woff`),
        ),
        `${script} ${weight}`,
      ),
    );
  return { regular: load(WEIGHTS.regular), bold: load(WEIGHTS.bold) };
}

let drawing: Promise<unknown> | undefined;

/** A card as PNG. WebAssembly draws the same on every machine, and installs everywhere. */
export async function drawCard(card: Card, fonts: Fonts): Promise<Uint8Array> {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  drawing ??= initWasm(fs.readFileSync(wasm));
  await drawing;
  const measure: Measure = (character, isBold) => {
    for (const font of isBold ? fonts.bold : fonts.regular) {
      const width = font.widthOf(character);
      if (width !== undefined) return { family: font.family, width };
    }
    return undefined;
  };
  const image = new Resvg(cardSvg(card, measure), {
    font: {
      loadSystemFonts: false,
      fontBuffers: [...fonts.regular, ...fonts.bold].map(({ data }) => data),
    },
  });
  return image.render().asPng();
}

type Text = Parameters<TranslateConfig>[0];

function cardOf(
  titles: readonly string[],
  apis: readonly ManifestApi[],
  context: LoadContext,
): Card {
  const { codeTranslations, i18n } = context;
  const say = translateBy(codeTranslations);
  const facts = (kinds: readonly string[], one: Text, more: Text) => {
    const count = apis.flatMap(({ pages }) => kinds.map((kind) => pages[kind] ?? 0)).reduce(sum, 0);
    const value = count.toLocaleString(i18n.currentLocale);
    return count === 0 ? [] : [{ value, words: say(count === 1 ? one : more) }];
  };
  const [only] = apis;
  const version = apis.length === 1 && only?.version;
  const logo = logoOf(context);
  return {
    kind: say({ id: 'site.social.kind', message: 'API reference' }),
    titles,
    ...(only?.summary && { summary: only.summary }),
    facts: [
      ...facts(
        ['operation', 'webhook'],
        { id: 'site.social.operation', message: '{value} operation' },
        { id: 'site.social.operations', message: '{value} operations' },
      ),
      ...facts(
        ['schema'],
        { id: 'site.social.schema', message: '{value} schema' },
        { id: 'site.social.schemas', message: '{value} schemas' },
      ),
      ...(version
        ? [
            {
              value: version,
              words: say({ id: 'site.social.version', message: 'version {value}' }),
            },
          ]
        : []),
    ],
    ...(logo && { logo }),
  };
}

function sum(a: number, b: number): number {
  return a + b;
}

const TYPES: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};

/** The logo of the navigation bar, where that is a file of ours. */
function logoOf({ siteDir, siteConfig }: LoadContext): string | undefined {
  const { navbar } = siteConfig.themeConfig as { navbar?: { logo?: { src?: string } } };
  const src = navbar?.logo?.src ?? '';
  const type = TYPES[path.extname(src).toLowerCase()];
  const file = path.join(siteDir, 'static', src);
  if (!type || !fs.existsSync(file)) return undefined;
  return `data:${type};base64,${fs.readFileSync(file).toString('base64')}`;
}
