import fs from 'node:fs';
import path from 'node:path';
import type { Plugin } from '@docusaurus/types';
import { ownFile } from '../own-files.ts';

/**
 * Folders of components: those of the reference's pages; how the app keeps such pages and their sidebar; the
 * search in the navbar; and what only a site that consists of references has.
 */
export type ThemeFolder = 'theme' | 'theme-app' | 'theme-search' | 'theme-site';

/** Style sheets besides those of components. */
const STYLES: Readonly<Partial<Record<ThemeFolder, string>>> = {
  theme: 'reference',
  'theme-app': 'app',
  'theme-site': 'site',
};

/** A Docusaurus theme with the components of a folder. It must come after the classic theme. */
export function themeIn(folder: ThemeFolder): () => Plugin {
  const root = ownFile(folder);
  const sheet = STYLES[folder];
  return () => ({
    name: `openapi-reference-${folder}`,
    getThemePath: () => root,
    // Styles of components that only the server renders: no script imports them.
    getClientModules: () => [...(sheet ? [ownFile(`css/${sheet}.css`)] : []), ...stylesIn(root)],
  });
}

function stylesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.module.css'))
    .sort()
    .map((file) => path.join(folder, file));
}
