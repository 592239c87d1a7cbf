import fs from 'node:fs';
import path from 'node:path';
import { twinPath } from '../address/address.ts';
import { LAYOUT } from '../generate/layout.ts';
import type { BuiltLanguage } from './languages.ts';
import type { PublishedApi } from './published.ts';

/**
 * Copies the Markdown twins of the pages of a language, which static rendering has written, beside the pages. A file
 * of the site with the name of a twin stays. Pages that show something else than their slice have no twin.
 */
export function publishTwins(
  siteDir: string,
  apis: readonly Pick<PublishedApi, 'pages'>[],
  { code, outDir }: Pick<BuiltLanguage, 'code' | 'outDir'>,
): void {
  const folder = path.join(siteDir, LAYOUT.twins, code);
  for (const { pages } of apis) {
    for (const page of pages) {
      const twin = twinPath(page.path);
      const [from, to] = [path.join(folder, twin), path.join(outDir, twin)];
      if (!fs.existsSync(from) || fs.existsSync(to)) continue;
      fs.mkdirSync(path.dirname(to), { recursive: true });
      fs.copyFileSync(from, to);
    }
  }
  fs.rmSync(folder, { recursive: true, force: true });
}
