import type { LoadContext, Plugin, SwizzleConfig } from '@docusaurus/types';
import { ownTexts } from './site/languages.ts';
import { swizzleConfig } from './site/swizzle.ts';
import { themeIn } from './site/themes.ts';

/** The Docusaurus theme: the components of the reference's pages, and their texts in the languages that we have. */
export default function theme({ i18n }: LoadContext): Plugin {
  return {
    ...themeIn('theme')(),
    // What `docusaurus swizzle` calls it.
    name: 'docusaurus-openapi-reference/theme',
    getDefaultCodeTranslationMessages: async () => ownTexts(i18n.currentLocale),
  };
}

/** Which components are safe to wrap or to replace. */
export function getSwizzleConfig(): SwizzleConfig {
  return swizzleConfig();
}
