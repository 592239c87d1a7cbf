import { createRequire } from 'node:module';
import path from 'node:path';
import type { DocusaurusConfig } from '@docusaurus/types';

const LOADER = '@docusaurus/core/lib/server/config.js';

export interface SiteConfig {
  readonly siteConfig: DocusaurusConfig;
  /** Absolute path of the configuration. */
  readonly siteConfigPath: string;
}

/**
 * Loads the configuration of a site as Docusaurus does, without its plugins. Outside of Docusaurus there is no
 * documented way to do so.
 *
 * @throws Error if Docusaurus is not installed or has no such function anymore, or the configuration fails.
 */
export async function loadSiteConfig(siteDir: string): Promise<SiteConfig> {
  const require = createRequire(path.join(siteDir, 'package.json'));
  const { loadSiteConfig: load } = require(LOADER);
  if (typeof load !== 'function') throw new Error(`${LOADER} no longer has loadSiteConfig`);
  return load({ siteDir });
}
