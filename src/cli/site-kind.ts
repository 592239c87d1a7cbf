import fs from 'node:fs';
import path from 'node:path';

/**
 * What a folder is to a command: a site that consists of references, such as a clone; somebody's Docusaurus site, in
 * which the package may be installed; or neither.
 */
export type SiteKind = 'reference' | 'docusaurus' | 'none';

/** Extensions of Docusaurus' configuration. */
const EXTENSIONS = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'];

export function siteKind(root: string): SiteKind {
  const has = (...names: string[]): boolean => fs.existsSync(path.join(root, ...names));
  if (has('openapi', 'apis.ts')) return 'reference';
  return EXTENSIONS.some((extension) => has(`docusaurus.config${extension}`))
    ? 'docusaurus'
    : 'none';
}
