import fs from 'node:fs';
import path from 'node:path';
import type { PluginConfig } from '@docusaurus/types';
import { ownFile } from '../own-files.ts';

const PAGES = '@docusaurus/plugin-content-pages';

/** Docusaurus' folder of a site's pages. */
const FOLDER = path.join('src', 'pages');

/** What Docusaurus leaves out by default. */
const PARTS = '**/_*.{js,jsx,ts,tsx,md,mdx}';

/** The search page, of a site without our search. */
const SEARCH_PAGE = 'search.*';

/**
 * The home page and the search page, and the pages of the site itself: of those with the same name, the site's win. In
 * a clone, ours are the site's.
 */
export function pagesPlugins(siteDir: string, hasSearch = true): PluginConfig[] {
  const own = ownFile('pages');
  const folder = path.join(siteDir, FOLDER);
  const left = hasSearch ? [] : [SEARCH_PAGE];
  if (own === folder) return [[PAGES, hasSearch ? {} : { exclude: [PARTS, ...left] }]];
  const taken = fs.existsSync(folder)
    ? fs.readdirSync(folder).map((file) => `${path.parse(file).name}.*`)
    : [];
  return [
    [PAGES, {}],
    [PAGES, { id: 'openapi-reference', path: own, exclude: [...taken, ...left] }],
  ];
}
