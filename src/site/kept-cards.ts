import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import { codeKey } from '../generate/input-key.ts';
import { hashOf, readKept, writeKept } from '../generate/kept.ts';
import { LAYOUT } from '../generate/layout.ts';
import type { CardTexts } from './social-card.ts';

/**
 * Draws an image, or takes that of the last build if it shows the same: drawing takes a second, and longer to load.
 *
 * @param name Of the image, in a language of the site: only the last one with this name is kept.
 * @returns a PNG.
 */
export async function keptCard(
  {
    siteDir,
    i18n,
  }: Pick<LoadContext, 'siteDir'> & {
    readonly i18n: Pick<LoadContext['i18n'], 'currentLocale'>;
  },
  name: string,
  card: CardTexts,
): Promise<Uint8Array> {
  const file = path.join(siteDir, LAYOUT.cards, i18n.currentLocale, `${name}.gz`);
  const code = await codeKey(siteDir, ['site']);
  const key = code && hashOf(JSON.stringify([code, card]));
  const kept = key && readKept(file, key);
  if (kept) return Buffer.from(kept, 'base64');
  const { drawCard } = await import('./draw-card.ts');
  const drawn = await drawCard(card);
  if (key) writeKept(file, key, Buffer.from(drawn).toString('base64'));
  return drawn;
}
