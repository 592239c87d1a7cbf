import fs from 'node:fs';
import path from 'node:path';
import { twinPath } from '../address/address.ts';
import type { BuiltLanguage } from './languages.ts';
import type { SiteGuide } from './machine-files.ts';
import { isShownFirst } from './manifest.ts';
import type { PublishedApi } from './published.ts';

/** Name of the file with all twins of a site. */
const FULL_TEXT = 'llms-full.txt';

/**
 * Writes all guides and pages of the reference, in the versions that readers see first, as one Markdown file. A file of
 * the site with that name stays.
 *
 * @returns a warning with its size.
 */
export function writeFullText(
  { outDir }: BuiltLanguage,
  apis: readonly PublishedApi[],
  guides: readonly SiteGuide[],
): string | undefined {
  const file = path.join(outDir, FULL_TEXT);
  if (fs.existsSync(file)) return undefined;
  const shown = apis.filter(isShownFirst);
  const pages = shown.flatMap((api) => api.pages.map((page) => page.path));
  const texts = [...guides.map((guide) => guide.path), ...pages].flatMap((page) => {
    const twin = path.join(outDir, twinPath(page));
    return fs.existsSync(twin)
      ? [`<!-- ${twinPath(page)} -->\n\n${fs.readFileSync(twin, 'utf8')}`]
      : [];
  });
  fs.writeFileSync(file, texts.join('\n'));
  const megabytes = (fs.statSync(file).size / 1_000_000).toFixed(1);
  return `${FULL_TEXT} has ${megabytes} MB, in ${texts.length} pages. Most language models cannot read that at once, and pay for all of it; llms.txt and the twins of single pages are for them.`;
}
