import type { Plugin } from '@docusaurus/types';
import { pageFilePattern } from '../../address/files.ts';
import { LAYOUT } from '../../generate/layout.ts';
import { internal } from './level.ts';

/**
 * Paths, with the separators of any system, that the bundler does not watch: packages, as in Docusaurus, and
 * generated pages. Their content comes from slices, and their names from the docs plugin.
 */
export const UNWATCHED = new RegExp(
  `node_modules[\\\\/](?!@docusaurus)|${pageFilePattern().source}`,
);

const PIECE = {
  name: 'unwatched',
  loss: 'The development server loads all pages again for each generated page that changes.',
};

/**
 * Keeps the docs plugin from watching generated pages. It loads all pages again for each that changes, all at
 * the same time: with hundreds of them it runs out of files, and looking through their folder keeps it from
 * answering for seconds. Of what is generated it gets one sign, and only when it has to.
 */
export function watchKey(plugin: Plugin, siteDir: string): Plugin {
  return {
    ...plugin,
    getPathsToWatch: () => {
      const paths = plugin.getPathsToWatch?.() ?? [];
      return internal(
        PIECE,
        () => withKey(paths, siteDir),
        () => paths,
      );
    },
  };
}

function withKey(paths: readonly string[], siteDir: string): string[] {
  // Without globs, as in chokidar 4, a pattern that excludes would be a file that is not there.
  if (!paths.some((path) => path.includes('*')))
    throw new Error('the docs plugin no longer watches glob patterns');
  return [...paths, `!${LAYOUT.pages}`, `${siteDir}/${LAYOUT.pagesKey}`];
}
