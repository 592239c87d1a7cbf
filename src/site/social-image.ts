import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import satori, { type SatoriOptions } from 'satori';
import type { ManifestApi } from '../generate/layout.ts';
import { type TranslateConfig, translateBy } from './languages.ts';
import { currentApis, mainApi, readManifest, socialImage } from './manifest.ts';
import { type Card, cardElement, plain, SIZE } from './social-card.ts';

/** Files of the font, each with some of the characters. */
const SCRIPTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'];

/**
 * Renders the images shown beside links to the site: one for each API, and one for the site if it has no main
 * API. The font comes from a package, so that every machine renders the same.
 *
 * @param outDir The folder of the built site.
 */
export async function writeSocialImages(context: LoadContext, outDir: string): Promise<void> {
  const manifest = readManifest(context.siteDir);
  const cards = new Map(
    currentApis(manifest).map((api) => [
      socialImage(api.id),
      cardOf([api.label, api.id], [api], context),
    ]),
  );
  if (!mainApi(manifest)) {
    const { title, tagline } = context.siteConfig;
    const card = cardOf([title, 'API'], currentApis(manifest), context);
    cards.set(socialImage(), { ...card, summary: tagline });
  }
  for (const [address, card] of cards) {
    const file = path.join(outDir, address);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, await drawCard(card));
  }
}

/** The contents of an image; texts in scripts that the font lacks are omitted. */
export interface CardTexts extends Omit<Card, 'title'> {
  /** Possible names: the first one that the font has is used. */
  readonly titles: readonly string[];
}

let drawing: Promise<unknown> | undefined;

/** A card as PNG. WebAssembly renders the same on every machine, and installs everywhere. */
export async function drawCard({ titles, ...texts }: CardTexts): Promise<Uint8Array> {
  const require = createRequire(import.meta.url);
  drawing ??= initWasm(fs.readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm'))).catch(
    (error: Error) => {
      // Docusaurus loads this module again for each language, but not the package.
      if (!error.message.startsWith('Already initialized')) throw error;
    },
  );
  await drawing;
  const fonts = loadFonts(require);
  const drawable = async (given: readonly (string | undefined)[]): Promise<string[]> => {
    const all = given.map((text) => plain(text ?? ''));
    const known = await Promise.all(all.map((text) => isKnown(text, fonts)));
    return all.filter((text, at) => text !== '' && known[at]);
  };
  const [title = ''] = await drawable(titles);
  const [kind = 'API'] = await drawable([texts.kind]);
  const [summary] = await drawable([texts.summary]);
  const facts = [];
  for (const fact of texts.facts) {
    const [words, value] = await drawable([fact.words, fact.value]);
    if (words !== undefined && value !== undefined) facts.push({ words, value });
  }
  const svg = await satori(cardElement({ ...texts, title, kind, summary, facts }), {
    ...SIZE,
    fonts,
  });
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

type Fonts = SatoriOptions['fonts'];

function loadFonts(require: NodeJS.Require): Fonts {
  return SCRIPTS.flatMap((script) =>
    ([400, 700] as const).map((weight) => ({
      name: script,
      weight,
      data: fs.readFileSync(
        require.resolve(`@fontsource/inter/files/inter-${script}-${weight}-normal.woff`),
      ),
    })),
  );
}

/** Whether the font has all characters of a text: `satori` requests missing ones. */
async function isKnown(text: string, fonts: Fonts): Promise<boolean> {
  let isComplete = true;
  await satori(cardElement({ title: text, kind: '', facts: [] }), {
    ...SIZE,
    fonts,
    loadAdditionalAsset: async () => {
      isComplete = false;
      return [];
    },
  });
  return isComplete;
}

type Text = Parameters<TranslateConfig>[0];

function cardOf(
  titles: readonly string[],
  apis: readonly ManifestApi[],
  context: LoadContext,
): CardTexts {
  const { codeTranslations, i18n } = context;
  const say = translateBy(codeTranslations);
  const facts = (kinds: readonly string[], one: Text, more: Text) => {
    const count = apis.flatMap(({ pages }) => kinds.map((kind) => pages[kind] ?? 0)).reduce(sum, 0);
    const value = count.toLocaleString(i18n.currentLocale);
    return count === 0 ? [] : [{ value, words: say(count === 1 ? one : more) }];
  };
  const [only] = apis;
  const version = apis.length === 1 && only?.version;
  const logo = fileOf(only?.logo, context) ?? logoOf(context);
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
    ...(only?.accent && { accent: only.accent }),
  };
}

function sum(a: number, b: number): number {
  return a + b;
}

const TYPES: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
};

/** The navbar's logo, if it is a file of ours. */
function logoOf(context: LoadContext): string | undefined {
  const { navbar } = context.siteConfig.themeConfig as { navbar?: { logo?: { src?: string } } };
  return fileOf(navbar?.logo?.src, context);
}

/** An image in the folder `static` as a data URL. */
function fileOf(src = '', { siteDir }: LoadContext): string | undefined {
  const type = TYPES[path.extname(src).toLowerCase()];
  const file = path.join(siteDir, 'static', src);
  if (!type || !fs.existsSync(file)) return undefined;
  return `data:${type};base64,${fs.readFileSync(file).toString('base64')}`;
}
