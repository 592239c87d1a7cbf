import { createRequire } from 'node:module';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { readManifest } from '../manifest.ts';
import { translateLabels } from './sidebar-labels.ts';
import { indexNavigation } from './sidebar-navigation.ts';
import { watchKey } from './unwatched.ts';

interface DocsPlugin {
  default(context: LoadContext, options: unknown): Promise<Plugin>;
  validateOptions: unknown;
}

/** Docusaurus' docs plugin, with three changes for sites with thousands of generated pages. */
export function docsPlugin(siteDir: string): DocsPlugin['default'] {
  const require = createRequire(`${siteDir}/package.json`);
  const {
    default: create,
    validateOptions,
  }: DocsPlugin = require('@docusaurus/plugin-content-docs');
  indexNavigation(() => require('@docusaurus/plugin-content-docs/lib/sidebars/utils.js'));
  const changed: DocsPlugin['default'] = async (context, options) =>
    watchKey(
      translateLabels(await create(context, options), context),
      siteDir,
      readManifest(siteDir).apis.map(({ place }) => place.outputDir),
    );
  return Object.assign(changed, { validateOptions });
}
