/** What a site's `docusaurus.config.ts` and `sidebars.ts` use. */

export { codeTheme } from './site/code-theme.ts';
export { LICENSES_FILE } from './site/licenses.ts';
export { readManifest } from './site/manifest.ts';
export type { SiteOptions } from './site/options.ts';
export { readSidebars } from './site/sidebars.ts';
export { withFastPages } from './site/with-fast-pages.ts';
export { readSite, withReference } from './site/with-reference.ts';
