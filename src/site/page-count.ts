import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { htmlOf, pagePath, type SiteUrl } from '../address/address.ts';
import { readManifest } from './manifest.ts';
import type { PublishedApi } from './published.ts';

/** The number of reference pages in each language. */
export function expectedPages(siteDir: string): number {
  const { apis } = readManifest(siteDir);
  return apis.flatMap((api) => Object.values(api.pages)).reduce((sum, count) => sum + count, 0);
}

/** @throws Error if pages are missing in a language of the site; Docusaurus would not report it. */
export function checkPages(
  apis: readonly Pick<PublishedApi, 'pages'>[],
  outDir: string,
  url: Pick<SiteUrl, 'trailingSlash'>,
): void {
  const missing = apis
    .flatMap(({ pages }) => pages)
    .filter((page) => !existsSync(path.join(outDir, htmlOf(page.path, url))));
  if (missing.length > 0)
    throw new Error(
      `${pageCount(missing.length)} missing, though Docusaurus reported no error: ${missing[0]?.path}.`,
    );
}

/** A number of pages, in words. */
export function pageCount(pages: number): string {
  return `${pages.toLocaleString('en')} reference page${pages === 1 ? '' : 's'}`;
}

/**
 * The number of reference pages that a language of the site has: a folder with an `index.html` each or, if URLs
 * end without a slash, a file each, with that of the API itself beside its folder. Slices are files beside them.
 */
export async function countPages(siteDir: string, outDir: string): Promise<number> {
  const { apis } = readManifest(siteDir);
  const bases = apis.map(({ base }) => base);
  const counts = await Promise.all(
    // The pages of an older version are in the folder of their API.
    bases
      .filter((base) => !bases.some((one) => base.startsWith(`${one}/`)))
      .map(async (base) => {
        const folder = path.join(outDir, pagePath({ base }));
        const own = await fs.access(`${folder}.html`).then(
          () => 1,
          () => 0,
        );
        const entries = await fs
          .readdir(folder, { withFileTypes: true, recursive: true })
          .catch(() => []);
        return (
          own + entries.filter((entry) => entry.isFile() && entry.name.endsWith('.html')).length
        );
      }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
