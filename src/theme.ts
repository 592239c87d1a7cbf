import type { LoadContext, Plugin, SwizzleConfig } from '@docusaurus/types';
import { ownFile } from './own-files.ts';
import { ownTexts } from './site/languages.ts';
import { siteStyles } from './site/site-styles.ts';
import { swizzleConfig } from './site/swizzle.ts';
import { themeIn } from './site/themes.ts';

/** The Docusaurus theme: the components of the reference's pages, and their texts in the languages that we have. */
export default async function theme({ siteDir, i18n }: LoadContext): Promise<Plugin> {
  const own = themeIn('theme')();
  const styles = await siteStyles(siteDir, ownFile('theme'));
  return {
    ...own,
    // What `docusaurus swizzle` calls it.
    name: 'docusaurus-openapi-reference/theme',
    getClientModules: () => [...(own.getClientModules?.() ?? []), ...styles],
    getDefaultCodeTranslationMessages: async () => ownTexts(i18n.currentLocale),
  };
}

/** Which components are safe to wrap or to replace. */
export function getSwizzleConfig(): SwizzleConfig {
  return swizzleConfig();
}
