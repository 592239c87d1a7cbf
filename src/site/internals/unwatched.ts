import type { Plugin } from '@docusaurus/types';
import { pageFilePattern } from '../../address/files.ts';
import { LAYOUT } from '../../generate/layout.ts';
import { internal } from './level.ts';

/**
 * Paths, with the separators of any system, that the bundler does not watch: packages, as in Docusaurus, and
 * generated pages. Their content comes from slices, and their names from the docs plugin.
 */
export function unwatched(apis: readonly { readonly folder: string }[]): RegExp {
  const pages = apis.map(({ folder }) => pageFilePattern(folder));
  return new RegExp(['node_modules[\\\\/](?!@docusaurus)', ...pages].join('|'));
}

const PIECE = {
  name: 'unwatched',
  loss: 'The development server loads all pages again for each generated page that changes.',
};

/**
 * Keeps the docs plugin from watching generated pages. It reloads all pages for each page that changes, all at
 * the same time: with hundreds of pages it runs out of file handles, and scanning their folder blocks it for
 * seconds. Instead it watches one file, which changes only if the pages have to be reloaded.
 *
 * @param folders Of the APIs that are generated, relative to the site's folder.
 */
export function watchKey(plugin: Plugin, siteDir: string, folders: readonly string[]): Plugin {
  return {
    ...plugin,
    getPathsToWatch: () => {
      const paths = plugin.getPathsToWatch?.() ?? [];
      return internal(
        PIECE,
        () => withKey(paths, siteDir, folders),
        () => paths,
      );
    },
  };
}

function withKey(paths: readonly string[], siteDir: string, folders: readonly string[]): string[] {
  // Without globs, as in chokidar 4, a negative pattern would be the path of a missing file.
  if (!paths.some((path) => path.includes('*')))
    throw new Error('the docs plugin no longer watches glob patterns');
  const own = folders.map((folder) => `!${folder}`);
  return [...paths, ...own, `${siteDir}/${LAYOUT.pagesKey}`];
}
