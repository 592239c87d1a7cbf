import { pageFilePattern } from '../../address/files.ts';

/**
 * Paths, with the separators of any system, that the bundler does not watch: in packages, as Docusaurus has
 * it, and generated pages. What those show comes from slices, and their names from what the docs plugin
 * loads.
 */
export const UNWATCHED = new RegExp(
  `node_modules[\\\\/](?!@docusaurus)|${pageFilePattern().source}`,
);
