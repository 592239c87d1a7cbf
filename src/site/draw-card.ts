import fs from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import satori, { type SatoriOptions } from 'satori';
import { type CardTexts, cardElement, plain, SIZE } from './social-card.ts';

/** Files of the font, each with some of the characters. */
const SCRIPTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'];

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
