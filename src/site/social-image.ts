import fs from 'node:fs';
import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import type { ManifestApi } from '../generate/layout.ts';
import { keptCard } from './kept-cards.ts';
import { type TranslateConfig, translateBy } from './languages.ts';
import { currentApis, mainApi, readManifest, socialImage } from './manifest.ts';
import type { CardTexts } from './social-card.ts';

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
    fs.writeFileSync(file, await keptCard(context, address, card));
  }
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
