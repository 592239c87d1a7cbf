import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import { codeKey } from '../generate/input-key.ts';
import { LAYOUT } from '../generate/layout.ts';
import { asObject } from '../json/guards.ts';
import type { CardTexts } from './social-card.ts';

/** An image that was drawn: of what, and its content as Base64 with a hash. */
interface Kept {
  readonly key: string;
  readonly png: string;
  readonly hash: string;
}

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
  const file = path.join(siteDir, LAYOUT.cards, i18n.currentLocale, `${name}.json`);
  const code = await codeKey(siteDir, ['site']);
  const key = code && hashOf(JSON.stringify([code, card]));
  const kept = key && read(file, key);
  if (kept) return kept;
  const { drawCard } = await import('./draw-card.ts');
  const drawn = await drawCard(card);
  if (key) write(file, key, drawn);
  return drawn;
}

/** undefined if it is not there, damaged, or another image. */
function read(file: string, key: string): Uint8Array | undefined {
  try {
    const kept = asObject(JSON.parse(fs.readFileSync(file, 'utf8')));
    const png = String(kept.png);
    return kept.key === key && kept.hash === hashOf(png) ? Buffer.from(png, 'base64') : undefined;
  } catch {
    return undefined;
  }
}

function write(file: string, key: string, drawn: Uint8Array): void {
  const png = Buffer.from(drawn).toString('base64');
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify({ key, png, hash: hashOf(png) } satisfies Kept));
  } catch {
    // A full disk, for example: next time, it is drawn again.
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
