import { createRequire } from 'node:module';
import path from 'node:path';
import { PACKAGE } from '../own-files.ts';

const FASTER = '@docusaurus/faster';

/** Once per process: the configuration is loaded several times. */
let isReported = false;

/**
 * Whether Docusaurus finds its faster bundler, which sites of ours use. Without it, they are built by webpack, in about
 * four times as long.
 */
export function hasFaster(siteDir: string): boolean {
  const site = createRequire(path.join(siteDir, 'package.json'));
  try {
    // Docusaurus loads it from where it is itself.
    createRequire(site.resolve('@docusaurus/core/package.json')).resolve(FASTER);
    return true;
  } catch {
    if (!isReported)
      console.warn(
        `[openapi-reference] ${FASTER} is not installed beside ${PACKAGE}, so bundling takes about four times as long. Install it: npm install ${FASTER}`,
      );
    isReported = true;
    return false;
  }
}
